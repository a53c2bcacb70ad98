"""JSON Schemas for front matter: the shipped one, or a project's, with all that it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jdlint.core.errors import ConfigError

_LARGEST = 2_000_000
_MOST = 40


def default_schema(folder: Path) -> dict[str, Any]:
    """The schema that ships with jdlint."""
    import json  # a run that remembers the schema reads none

    data: dict[str, Any] = json.loads((folder / "job-page.schema.json").read_text(encoding="utf-8"))
    return data


def project_schema(root: Path, name: str, where: str) -> dict[str, Any]:
    """A project's schema; files that it refers to (and ours, by its ``$id``) come under
    ``$resources``.

    Raises ``ConfigError`` where a file is absent, outside the project, no JSON or YAML, or no valid
    schema.
    """
    schema = _read(root, name, where)
    ours = default_schema(_shipped())
    resources: dict[str, Any] = {str(ours["$id"]): ours}
    base = Path(name).parent
    todo = [(base, ref) for ref in _refs(schema)]
    while todo:
        folder, ref = todo.pop()
        file = ref.split("#")[0]
        if not file or file in resources or "://" in file or file.startswith("urn:"):
            continue
        if len(resources) > _MOST:
            raise ConfigError(f"{name}: it refers to more than {_MOST} files")
        resources[file] = _read(root, str(folder / file), name)
        todo.extend(((folder / file).parent, inner) for inner in _refs(resources[file]))
    _check(schema, name)
    return {**schema, "$resources": resources}


def _shipped() -> Path:
    from jdlint.io.shipped import data_folder

    return data_folder("schemas")


def _read(root: Path, name: str, where: str) -> dict[str, Any]:
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise ConfigError(f"{where}: the schema “{name}” lies outside the project")
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
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
        import yaml

        return yaml.safe_load(content)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{name}: this is not JSON: {error}") from error
    except Exception as error:
        raise ConfigError(f"{name}: this is not YAML: {str(error).splitlines()[0]}") from error


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
    from jsonschema import Draft202012Validator, SchemaError

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        place = "/".join(str(step) for step in error.absolute_path) or "top level"
        raise ConfigError(
            f"{name}: this is no valid JSON Schema, at {place}: {error.message[:200]}"
        ) from error
