"""Configuration files as data: YAML, TOML and JSON, read safely."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import Any, NamedTuple

_MAX_SIZE = 2_000_000


def load(text: str, kind: str) -> Any:
    """The data of a text by its kind or file ending; raises ``ValueError`` where it is not
    well-formed."""
    if len(text) > _MAX_SIZE:
        raise ValueError("too big")
    try:
        if kind in ("json", "json5"):
            import json

            return json.loads(text)
        if kind == "toml":
            import tomllib

            return tomllib.loads(text)
        return _yaml(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _yaml(text: str) -> Any:
    import yaml

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    tolerant = type("Tolerant", (loader,), {})
    # MkDocs and others name Python objects with tags: the name and its arguments are data here
    tolerant.add_multi_constructor("", _tagged)  # type: ignore[attr-defined]
    try:
        return yaml.load(text, Loader=tolerant)  # noqa: S506
    except (yaml.YAMLError, ValueError, TypeError, OverflowError) as error:
        raise ValueError(str(error)) from error


class Tagged(NamedTuple):
    """A value of YAML under a tag of its own (``!!python/name:…``), never an object of Python."""

    tag: str
    value: Any


def _tagged(loader: Any, suffix: str, node: Any) -> Tagged:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return Tagged(suffix, loader.construct_mapping(node, deep=True))
    if isinstance(node, yaml.SequenceNode):
        return Tagged(suffix, loader.construct_sequence(node, deep=True))
    return Tagged(suffix, loader.construct_scalar(node))


def mapping(text: str | None, path: str) -> dict[str, Any]:
    """A file's mapping; empty where there is none or it cannot be read."""
    if text is None:
        return {}
    try:
        data = load(text, path.rpartition(".")[2].lower())
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def dig(data: Any, *keys: str) -> Any:
    """The value at nested keys, compared without regard to case; ``None`` where there is none."""
    for key in keys:
        if not isinstance(data, dict):
            return None
        data = next(
            (value for name, value in data.items() if str(name).lower() == key.lower()), None
        )
    return data


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Two mappings as one, the second over the first; keys differ in more than case."""
    found = dict(base)
    names = {str(name).lower(): name for name in base}
    for name, value in over.items():
        here = names.get(str(name).lower(), name)
        old = found.get(here)
        both = isinstance(old, dict) and isinstance(value, dict)
        found[here] = merged(old, value) if both else value  # type: ignore[arg-type]
    return found
