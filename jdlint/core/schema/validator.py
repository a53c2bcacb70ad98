"""jsonschema as the judge of front matter, and its verdicts in words for people."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jdlint.core.names import fold, nearest_name
from jdlint.core.schema.faults import plain_faults

_DATE_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[Zz]|[+-]\d{2}:?\d{2}))?)?"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_KINDS = {
    "string": "a text", "object": "a mapping", "array": "a list", "number": "a number", "integer": "a whole number",
    "boolean": "true or false", "null": "nothing",
}  # fmt: skip


def errors(schema: Mapping[str, Any], data: Any, resources: Mapping[str, Any]) -> Iterator[Any]:
    """What is wrong with ``data``, deepest cause first where alternatives failed, in order of
    place."""
    found: Any = plain_faults(schema, data, _FORMATS)
    if found is None:
        found = _validator(_Key(schema, resources)).iter_errors(data)
    for error in sorted(found, key=lambda e: [str(p) for p in e.absolute_path]):
        yield _deepest(error) if error.context else error


def _deepest(error: Any) -> Any:
    """Of alternatives that all failed, the one whose type fits; else the whole choice."""
    fitting = [e for e in error.context if e.validator not in ("type", "const")]
    return (
        fitting[0] if len({e.schema_path[0] for e in fitting}) == 1 and len(fitting) == 1 else error
    )


class _Key:
    """Hashable by identity, so that a validator is built once for each schema."""

    def __init__(self, schema: Mapping[str, Any], resources: Mapping[str, Any]) -> None:
        self.schema, self.resources = schema, resources

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.schema is self.schema


@lru_cache(maxsize=32)
def _validator(key: _Key) -> Any:
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    formats = FormatChecker(["date", "email", "idn-email", "ipv4", "ipv6", "regex"])
    formats.checks("date-time", raises=ValueError)(_is_date_time)
    pairs = [
        (uri, Resource.from_contents(body, default_specification=DRAFT202012))
        for uri, body in key.resources.items()
    ]
    return Draft202012Validator(
        dict(key.schema), format_checker=formats, registry=Registry().with_resources(pairs)
    )


def _is_date_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if not _DATE_TIME.fullmatch(value):
        return False
    datetime.date.fromisoformat(value[:10])
    return True


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return _DATE.fullmatch(value) is not None and datetime.date.fromisoformat(value) is not None


def _has_at(value: object) -> bool:
    return not isinstance(value, str) or "@" in value


_FORMATS = {"date": _is_date, "date-time": _is_date_time, "email": _has_at, "idn-email": _has_at}


def explain(error: Any) -> tuple[str, str]:
    """What is expected instead, and the one right value where it is known."""
    kind, want, data = error.validator, error.validator_value, error.instance
    if kind in ("enum", "const"):
        return _enum([want] if kind == "const" else want, data)
    if kind == "type":
        kinds = [want] if isinstance(want, str) else list(want)
        hint = "; put it in quotes" if "string" in kinds and isinstance(data, int | float) else ""
        return (
            f"is {_kind(data)}, expected {' or '.join(_KINDS.get(k, k) for k in kinds)}{hint}",
            "",
        )
    if kind == "format":
        return _format(want, data), ""
    if kind in ("anyOf", "oneOf"):
        return _choice(error), ""
    return _SIMPLE.get(kind, _other)(want, data, error), ""


def _enum(options: list[Any], data: Any) -> tuple[str, str]:
    names = [str(option) for option in options]
    better = next((name for name in names if fold(name) == fold(str(data))), "") or (
        nearest_name(str(data), names, loose=True) or ""
    )
    if better:
        return f"is “{data}”, did you mean “{better}”?", better
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"is “{data}”, expected one of {shown}", ""


def _format(want: str, data: Any) -> str:
    if want in ("date", "date-time"):
        try:
            datetime.date.fromisoformat(str(data)[:10])
        except ValueError as error:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", str(data)):
                reason = (
                    "the month does not exist"
                    if "month must" in str(error)
                    else "there is no such day"
                )
                return f"is “{data}”: {reason}"
        return f"is “{data}”, expected a date such as 2026-01-31"
    return f"is “{data}”, expected {'an e-mail address' if want.endswith('email') else f'the format {want}'}"


def _choice(error: Any) -> str:
    options = [explain(cause)[0].partition("expected ")[2] for cause in error.context or ()]
    wanted = list(dict.fromkeys(option for option in options if option))
    if wanted:
        shown = "" if isinstance(error.instance, dict | list) else f"is “{error.instance}”, "
        return (
            f"{shown}expected {' or '.join(wanted[:4])}"
            if shown
            else f"is {_kind(error.instance)}, expected {' or '.join(wanted[:4])}"
        )
    return "does not fit any of the forms that the schema allows"


def _kind(data: Any) -> str:
    if data is None:
        return "empty"
    if isinstance(data, bool):
        return "true or false"
    return next(
        (words for name, words in _KINDS.items() if _isinstance(name, data)), "something else"
    )


def _isinstance(name: str, data: Any) -> bool:
    types = {"string": str, "object": dict, "array": list, "number": (int, float)}
    return name in types and isinstance(data, types[name])  # type: ignore[arg-type]


def _other(want: Any, data: Any, error: Any) -> str:
    return f"does not fit the schema: {str(error.message)[:200]}"


_SIMPLE: Mapping[str, Any] = {
    "minLength": lambda w, d, e: "is empty" if w == 1 else f"is shorter than {w} characters",
    "maxLength": lambda w, d, e: f"is longer than {w} characters ({len(d)})",
    "pattern": lambda w, d, e: f"is “{d}”, expected the form {w}",
    "minimum": lambda w, d, e: f"is {d}, expected at least {w}",
    "maximum": lambda w, d, e: f"is {d}, expected at most {w}",
    "exclusiveMinimum": lambda w, d, e: f"is {d}, expected more than {w}",
    "exclusiveMaximum": lambda w, d, e: f"is {d}, expected less than {w}",
    "minItems": lambda w, d, e: (
        "is an empty list" if w == 1 else f"has {len(d)} entries, expected at least {w}"
    ),
    "maxItems": lambda w, d, e: f"has {len(d)} entries, expected at most {w}",
    "uniqueItems": lambda w, d, e: "names an entry twice",
}
