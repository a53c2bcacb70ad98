"""Configuration files as data: YAML, TOML and JSON, read safely."""

from __future__ import annotations

import json
from typing import Any

_MAX_SIZE = 2_000_000


def load(text: str, kind: str) -> Any:
    """The data of a text by its kind or file ending; raises ``ValueError`` where it is not
    well-formed."""
    if len(text) > _MAX_SIZE:
        raise ValueError("too big")
    try:
        if kind in ("json", "json5"):
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
    # MkDocs and others name Python objects with tags; they are data that nobody here needs
    tolerant.add_multi_constructor("", lambda *_: None)  # type: ignore[attr-defined]
    try:
        return yaml.load(text, Loader=tolerant)  # noqa: S506
    except (yaml.YAMLError, ValueError, TypeError, OverflowError) as error:
        raise ValueError(str(error)) from error


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
