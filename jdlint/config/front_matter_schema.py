"""JSON Schemas for front matter: the shipped one, or a project's, with all that it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import Any, NamedTuple
from jdlint.io.files import read_bytes, within

_LARGEST = 2_000_000
_MOST = 40
_DEEPEST = 200  # levels of a schema in YAML


class FrontMatterSchema(NamedTuple):
    """A schema and what it may ``$ref``: other schemas by URI, none for ours."""

    schema: dict[str, Any]
    resources: Mapping[str, Any]


def default_schema(folder: Path) -> dict[str, Any]:
    """The schema that ships with jdlint."""
    import json  # a run that remembers the schema reads none

    data: dict[str, Any] = json.loads((folder / "job-page.schema.json").read_text(encoding="utf-8"))
    return data


def with_own_keys(schema: dict[str, Any], keys: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """A schema by which a site's own keys (by property of JobPosting) have the values that the
    usual keys of their properties have; what it says of a key already stands."""
    from jdlint.posting.jobposting.keys import KEYS
    from jdlint.posting.pay import fold

    known = schema.get("properties", {})
    usual = {fold(key): value for key, value in reversed(known.items())}
    more = {
        own: usual[like]
        for name, names in keys.items()
        if (like := next((key for key in KEYS.get(name, ()) if key in usual), ""))
        for own in names
    }
    return {**schema, "properties": {**more, **known}}


def project_schema(root: Path, name: str, where: str) -> FrontMatterSchema:
    """A project's schema with the files that it refers to, and ours by its ``$id``.

    Raises ``ConfigError`` where a file is absent, outside the project, no JSON or YAML, or no valid
    schema, where a reference leads out of the project, and where judging takes too long.
    """
    schema = _read(root, name, where)
    ours = default_schema(_shipped())
    resources: dict[str, Any] = {str(ours["$id"]): ours}
    base = Path(name).parent
    todo = [(base, ref) for ref in _refs(schema)]
    while todo:
        folder, ref = todo.pop()
        file = ref.split("#")[0]
        if not file or file in resources or _is_known(file, schema):
            continue
        if "://" in file or file.startswith("urn:"):
            raise ConfigError(
                f"{name}: “$ref” leads to “{file[:120]}”: nothing is fetched, copy it"
            )
        if len(resources) > _MOST:
            raise ConfigError(f"{name}: it refers to more than {_MOST} files")
        resources[file] = _read(root, str(folder / file), name)
        todo.extend(((folder / file).parent, inner) for inner in _refs(resources[file]))
    for each, title in ((schema, name), *((body, file) for file, body in resources.items())):
        if each is not ours:
            _check(each, title)
    _try(schema, resources, name)
    return FrontMatterSchema(schema, resources)


def _is_known(uri: str, schema: Mapping[str, Any]) -> bool:
    """Whether a reference leads to the schema itself, or to a draft."""
    own = schema.get("$id", schema.get("id"))
    if isinstance(own, str) and uri == own.rstrip("#"):
        return True
    return uri.partition("://")[2].startswith("json-schema.org/draft")


def _try(schema: dict[str, Any], resources: dict[str, Any], name: str) -> None:
    """Judge empty front matter: a schema without end, or with a reference into nothing, is said
    before pages are read."""
    from jdlint.core.patterns.pattern import PatternError
    from jdlint.core.schema.steps import MOST, TooManySteps
    from jdlint.core.schema.validator import THEIRS, errors

    try:
        errors(schema, {}, resources, THEIRS)
    except TooManySteps as error:
        raise ConfigError(
            f"{name}: judging takes more than {MOST:,} steps: it refers to itself, or nests "
            "alternatives in alternatives"
        ) from error
    except (ConfigError, PatternError) as error:
        raise ConfigError(f"{name}: {error}") from error


def _shipped() -> Path:
    from jdlint.io.shipped import data_folder

    return data_folder("schemas")


def _read(root: Path, name: str, where: str) -> dict[str, Any]:
    path = root / name
    if not within(root, [path]):
        raise ConfigError(f"{where}: the schema “{name}” lies outside the project")
    try:
        content = read_bytes(path)
    except OSError as error:
        reason = reason_of(error)
        raise ConfigError(f"{where}: the schema “{name}” cannot be read ({reason})") from error
    if len(content) > _LARGEST:
        raise ConfigError(f"{where}: the schema “{name}” is larger than {_LARGEST // 1_000_000} MB")
    data = _parsed(content, name)
    if not isinstance(data, dict):
        raise ConfigError(f"{name}: a schema is an object")
    return data


def _parsed(content: bytes, name: str) -> Any:
    import json

    try:
        if name.endswith(".json"):
            return json.loads(content)
        return _yaml(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{name}: this is not JSON: {error}") from error
    except Exception as error:
        raise ConfigError(f"{name}: this is not YAML: {str(error).splitlines()[0]}") from error


def _yaml(text: str) -> Any:
    import yaml

    from jdlint.parse.meta.yaml_limits import excess

    found = excess(text, deepest=_DEEPEST)
    if found is not None:
        raise yaml.YAMLError(found.reason)
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def _refs(node: Any) -> Iterator[str]:
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            if isinstance(item.get("$ref"), str):
                yield item["$ref"]
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)


def _check(schema: dict[str, Any], name: str) -> None:
    """Whether a schema is one by the draft that it names, with patterns that can be used."""
    from jsonschema import SchemaError

    from jdlint.core.patterns.pattern import PatternError
    from jdlint.core.schema.judge import draft_of
    from jdlint.core.schema.matching import linear_match

    try:
        draft_of(schema)[0].check_schema(schema, format_checker=None)
        for pattern in _patterns(schema):
            linear_match(pattern, "")
    except SchemaError as error:
        place = "/".join(str(step) for step in error.absolute_path) or "top level"
        raise ConfigError(
            f"{name}: this is no valid JSON Schema, at {place}: {error.message[:200]}"
        ) from error
    except RecursionError as error:
        raise ConfigError(f"{name}: the schema is nested too deeply") from error
    except (ConfigError, PatternError) as error:
        raise ConfigError(f"{name}: {error}") from error


def _patterns(node: Any) -> Iterator[str]:
    """The regular expressions of a schema."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            if isinstance(item.get("pattern"), str):
                yield item["pattern"]
            by_pattern = item.get("patternProperties")
            yield from by_pattern if isinstance(by_pattern, dict) else ()
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)
