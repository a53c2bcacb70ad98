"""A fast yes: whether data surely fits a JSON Schema, so that the judge (jsonschema, slow to
import) is rarely asked.

Knows the keywords that front-matter schemas use; at anything else it answers “not sure”, never a
wrong yes.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from jdlint.core.late import late

_NOTES = frozenset(
    "$schema $id $comment $defs title description examples default deprecated readOnly writeOnly $anchor then else".split()
)
_UNREAD = _NOTES - {"then", "else"} | {"properties"}
_DATE = late(r"\d{4}-\d{2}-\d{2}")
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "object": (dict,), "array": (list, tuple), "number": (int, float), "integer": (int,),
    "boolean": (bool,), "null": (type(None),),
}  # fmt: skip


_MOST_KEPT = 20_000


class Quick:
    """``surely_valid`` for one schema and many pages: the verdict on each property's value is
    kept."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._root = schema
        self._properties: Mapping[str, Any] = schema.get("properties", {})
        self._rest = {key: want for key, want in schema.items() if key not in _UNREAD}
        self._kept: dict[tuple[str, ...], bool] = {}

    def __call__(self, data: Mapping[str, Any]) -> bool:
        properties = self._properties
        for key, value in data.items():
            if key in properties and not self._value(key, value):
                return False
        return surely_valid(self._rest, data, self._root)

    def _value(self, key: str, value: Any) -> bool:
        known = (key, value) if value.__class__ is str else (key, "", repr(value))
        verdict = self._kept.get(known)
        if verdict is None:
            verdict = surely_valid(self._properties[key], value, self._root)
            if len(self._kept) < _MOST_KEPT:
                self._kept[known] = verdict
        return verdict


def surely_valid(schema: Any, data: Any, root: Mapping[str, Any]) -> bool:
    """Whether ``data`` fits ``schema`` for sure; local ``$ref`` are looked up in ``root``."""
    if isinstance(schema, bool):
        return schema
    return all(
        key in _NOTES or _holds(key, want, schema, data, root) for key, want in schema.items()
    )


def _holds(
    key: str, want: Any, schema: Mapping[str, Any], data: Any, root: Mapping[str, Any]
) -> bool:
    test = _KEYWORDS.get(key)
    return test is not None and bool(test(want, schema, data, root))


def _type(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return any(_is(kind, data) for kind in ((want,) if isinstance(want, str) else want))


def _is(kind: str, data: Any) -> bool:
    if isinstance(data, bool):
        return kind == "boolean"
    return isinstance(data, _TYPES.get(kind, ()))


def _properties(want: Any, schema: Any, data: Any, root: Any) -> bool:
    if not isinstance(data, dict):
        return True
    return all(surely_valid(want[key], value, root) for key, value in data.items() if key in want)


def _required(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return not isinstance(data, dict) or all(key in data for key in want)


def _additional(want: Any, schema: Any, data: Any, root: Any) -> bool:
    if want is True or not isinstance(data, dict):
        return True
    return (
        want is False
        and "patternProperties" not in schema
        and all(key in schema.get("properties", {}) for key in data)
    )


def _enum(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return isinstance(data, str) and data in want


def _items(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return not isinstance(data, list | tuple) or all(
        surely_valid(want, item, root) for item in data
    )


def _length(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return not isinstance(data, str) or (
        schema.get("minLength", 0) <= len(data) and len(data) <= schema.get("maxLength", len(data))
    )


def _count(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return not isinstance(data, list | tuple) or (
        schema.get("minItems", 0) <= len(data) and len(data) <= schema.get("maxItems", len(data))
    )


def _range(want: Any, schema: Any, data: Any, root: Any) -> bool:
    if isinstance(data, bool) or not isinstance(data, int | float):
        return True
    return bool(schema.get("minimum", data) <= data <= schema.get("maximum", data))


def _format(want: Any, schema: Any, data: Any, root: Any) -> bool:
    if not isinstance(data, str):
        return True
    if want != "date" or not _DATE.fullmatch(data):
        return False
    try:
        datetime.date.fromisoformat(data)
    except ValueError:
        return False
    return True


def _any_of(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return any(surely_valid(option, data, root) for option in want)


def _all_of(want: Any, schema: Any, data: Any, root: Any) -> bool:
    return all(surely_valid(option, data, root) for option in want)


def _if(want: Any, schema: Any, data: Any, root: Any) -> bool:
    """Sure where both branches hold, or the first one does and the condition surely holds."""
    if not surely_valid(schema.get("then", True), data, root):
        return False
    return surely_valid(schema.get("else", True), data, root) or surely_valid(want, data, root)


def _ref(want: Any, schema: Any, data: Any, root: Any) -> bool:
    if not isinstance(want, str) or not want.startswith("#/$defs/"):
        return False
    target = root.get("$defs", {}).get(want.removeprefix("#/$defs/"))
    # a definition that refers on to another one is left to the judge: no endless circles
    return isinstance(target, dict) and "$ref" not in target and surely_valid(target, data, root)


_KEYWORDS: Mapping[str, Any] = {
    "type": _type, "properties": _properties, "required": _required, "additionalProperties": _additional,
    "enum": _enum, "items": _items, "minLength": _length, "maxLength": _length, "minItems": _count,
    "maxItems": _count, "minimum": _range, "maximum": _range, "format": _format, "anyOf": _any_of,
    "allOf": _all_of, "if": _if, "$ref": _ref,
}  # fmt: skip
