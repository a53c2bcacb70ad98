"""What is wrong with front matter by a JSON Schema, and the verdicts in words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.core.light import Any
from jdlint.core.names import nearest_name
from jdlint.core.patterns import regex as re
from jdlint.core.schema.faults import Fault, Rules, plain_faults
from jdlint.core.schema.matching import linear_match, trusted_match

_DATE_TIME = re.late(
    r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[Zz]|[+-]\d{2}:?\d{2}))?)?"
)
_DATE = re.late(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_KINDS = {
    "string": "a text",
    "object": "a group of keys",
    "array": "a list",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}


def errors(
    schema: Mapping[str, Any], data: Any, resources: Mapping[str, Any], rules: Rules
) -> list[Fault]:
    """What is wrong with ``data``, in order of place; where alternatives failed of which one was
    meant, what is wrong by that one.

    Raises ``TooManySteps``, and ``ConfigError`` or ``PatternError`` for a schema that cannot be
    used.
    """
    found = plain_faults(schema, data, rules)
    if found is None:
        from jdlint.core.schema.judge import judged

        found = judged(schema, data, resources, rules)
    meant = [cause for fault in found for cause in _meant(fault)]
    return sorted(set_apart(meant), key=lambda fault: [str(step) for step in fault.path])


def set_apart(faults: Sequence[Fault]) -> list[Fault]:
    """Each fault once: a schema may ask for the same in several places."""
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for fault in faults:
        known = (fault.keyword, fault.path, fault.key, repr(fault.wants)[:200])
        if known not in seen:
            seen.add(known)
            kept.append(fault)
    return kept


def _meant(fault: Fault) -> Iterator[Fault]:
    """The faults of the one alternative whose kind of value it is; the choice itself where there is
    none, or more."""
    branches: dict[int, list[Fault]] = {}
    for inner in fault.context:
        branches.setdefault(inner.branch, []).append(inner)
    fitting = [
        inner
        for inner in branches.values()
        if not any(each.path == fault.path and each.keyword in ("type", "const") for each in inner)
    ]
    if len(fitting) != 1:
        yield fault
        return
    for each in fitting[0]:
        yield from _meant(each)


def _is_date_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if not _DATE_TIME.fullmatch(value):
        return False
    _day(value[:10])
    return True


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return _DATE.fullmatch(value) is not None and _day(value) is not None


def _day(text: str) -> object:
    """The day that a text is; raises ``ValueError``."""
    from jdlint.core.days import date

    return date.fromisoformat(text)


def _has_at(value: object) -> bool:
    return not isinstance(value, str) or "@" in value


_FORMATS = {"date": _is_date, "date-time": _is_date_time, "email": _has_at, "idn-email": _has_at}
OURS = Rules(_FORMATS, trusted_match)
THEIRS = Rules(_FORMATS, linear_match)


def explain(fault: Fault) -> tuple[str, str]:
    """What is expected instead, and the one right value where it is known."""
    kind, want, data = fault.keyword, fault.wants, fault.value
    if kind in ("enum", "const"):
        return _enum([want] if kind == "const" else want, data)
    if kind == "type":
        kinds = [want] if isinstance(want, str) else list(want)
        hint = "; put it in quotes" if "string" in kinds and isinstance(data, int | float) else ""
        return (
            f"is {_kind(data)}, expected {_wanted(kinds)}{hint}",
            "",
        )
    if kind == "format":
        return _format(want, data), ""
    if kind in ("anyOf", "oneOf"):
        return _choice(fault), ""
    return _SIMPLE.get(kind, _other)(want, data, fault), ""


def _wanted(kinds: list[str]) -> str:
    """The kinds of values that fit, in words; that nothing does as well goes without saying."""
    names = [_KINDS.get(kind, kind) for kind in kinds if kind != "null" or len(kinds) == 1]
    return " or ".join(names)


def _enum(options: list[Any], data: Any) -> tuple[str, str]:
    names = [str(option) for option in options]
    better = nearest_name(str(data), names, loose=True)
    if better:
        return f"is “{data}”, did you mean “{better}”?", better
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"is “{data}”, expected one of {shown}", ""


def _format(want: str, data: Any) -> str:
    if want in ("date", "date-time"):
        try:
            _day(str(data)[:10])
        except ValueError as error:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", str(data)):
                reason = (
                    "the month does not exist"
                    if "month must" in str(error)
                    else "there is no such day"
                )
                return f"is “{data}”: {reason}"
        return f"is “{data}”, expected a date such as 2026-01-31"
    wanted = "an e-mail address" if want.endswith("email") else f"the format {want}"
    return f"is “{data}”, expected {wanted}"


def _choice(fault: Fault) -> str:
    options = [explain(cause)[0].partition("expected ")[2] for cause in fault.context]
    wanted = list(dict.fromkeys(option for option in options if option))
    if wanted:
        shown = "" if isinstance(fault.value, dict | list) else f"is “{fault.value}”, "
        return (
            f"{shown}expected {' or '.join(wanted[:4])}"
            if shown
            else f"is {_kind(fault.value)}, expected {' or '.join(wanted[:4])}"
        )
    if not fault.context:
        return "fits several of the forms of which the schema allows one"
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


def _other(want: Any, data: Any, fault: Fault) -> str:
    return f"does not fit “{fault.keyword}” of the schema: {fault.message[:200]}"


def _titled(fault: Fault) -> str:
    """What a schema calls its values: “a number such as 52000”."""
    return str(fault.schema.get("title", "")) if isinstance(fault.schema, dict) else ""


_SIMPLE: Mapping[str, Any] = {
    "minLength": lambda w, d, e: "is empty" if w == 1 else f"is shorter than {w} characters",
    "maxLength": lambda w, d, e: f"is longer than {w} characters ({len(d)})",
    "pattern": lambda w, d, e: f"is “{d}”, expected {_titled(e) or f'the form {w}'}",
    "minimum": lambda w, d, e: f"is {d}, expected at least {w}",
    "maximum": lambda w, d, e: f"is {d}, expected at most {w}",
    "exclusiveMinimum": lambda w, d, e: f"is {d}, expected more than {w}",
    "exclusiveMaximum": lambda w, d, e: f"is {d}, expected less than {w}",
    "minItems": lambda w, d, e: (
        "is an empty list" if w == 1 else f"has {len(d)} entries, expected at least {w}"
    ),
    "maxItems": lambda w, d, e: f"has {len(d)} entries, expected at most {w}",
    "multipleOf": lambda w, d, e: f"is {d}, expected a multiple of {w}",
    "uniqueItems": lambda w, d, e: "names an entry twice",
}
