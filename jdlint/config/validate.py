"""Validate a configuration file and say where in it something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isnan
from pathlib import Path

from jdlint.core.light import Any
from jdlint.core.page import Defect, Value
from jdlint.core.text import Lines, Span


def placed_errors(content: bytes, name: str, schema_path: Path) -> tuple[dict[str, Any], list[str]]:
    """The data of a configuration file and, for people, what is wrong with it: ``path:line:column:
    sentence``."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, [f"{name}: it is not UTF-8; save it as UTF-8"]
    data, values, defects = _read(text, name)
    lines = Lines.of(text)
    places = [(_at(lines, d.span), _words(d)) for d in defects]
    if not places:
        if data is None or data == {}:
            return {}, []
        if not isinstance(data, dict):
            return {}, [
                f"{name}:1:1: a configuration maps keys to values, such as “pages: jobs/*.md”"
            ]
        schema = json.loads(schema_path.read_text(encoding="utf-8"))
        places = [(_at(lines, span), words) for span, words in _invalid(schema, data, values)]
    return (data if isinstance(data, dict) else {}), [
        f"{name}:{place}: {words}" for place, words in places
    ]


def _read(text: str, name: str) -> tuple[Any, tuple[Value, ...], tuple[Defect, ...]]:
    if name.endswith(".toml"):
        from jdlint.parse.meta.toml import read_toml

        data, values, defects = read_toml(text, 0)
        inner = data.get("tool", {}).get("jdlint", {}) if isinstance(data, dict) else {}
        rows = tuple(
            v._replace(path=v.path[2:]) for v in values if v.path[:2] == ("tool", "jdlint")
        )
        return inner, rows, defects
    from jdlint.parse.meta.yaml import read_yaml

    return read_yaml(text, 0, aliases=False)


def _words(defect: Defect) -> str:
    if defect.kind == "duplicate-key":
        return f"the key “{defect.detail}” stands twice"
    return f"this cannot be read: {defect.detail}"


def _at(lines: Lines, span: Span) -> str:
    position = lines.position(span.start)
    return f"{position.line}:{position.column}"


def _invalid(
    schema: dict[str, Any], data: Any, values: tuple[Value, ...]
) -> Iterator[tuple[Span, str]]:
    from jdlint.core.names import hint, nearest_name
    from jdlint.core.schema.validator import OURS, errors, explain

    by_path = {value.path: value for value in values}
    for value in values:  # it is neither more nor less than any bound
        if isinstance(value.value, float) and isnan(value.value):
            yield value.span, f"“{_name(value.path)}” is no number"
    for error in errors(schema, data, {}, OURS):
        path = error.path
        if error.keyword == "additionalProperties":
            known = list(error.schema.get("properties", {}))
            near = hint(nearest_name(error.key, known, loose=True))
            near = near or f"; known are {', '.join(known)}"
            place = _span(by_path, (*path, error.key), key=True)
            yield place, f"unknown key “{error.key}”{near}"
        elif error.keyword == "required":
            yield _span(by_path, path), f"“{error.key}” is missing here"
        else:
            yield _span(by_path, path), f"“{_name(path)}” {explain(error)[0]}"


def _name(path: tuple[str | int, ...]) -> str:
    return next((str(p) for p in reversed(path) if isinstance(p, str)), "the configuration")


def _span(
    by_path: dict[tuple[str | int, ...], Value], path: tuple[str | int, ...], *, key: bool = False
) -> Span:
    while path and path not in by_path:
        path = path[:-1]
    value = by_path.get(path)
    return (value.key if key else value.span) if value else Span(0, 0)
