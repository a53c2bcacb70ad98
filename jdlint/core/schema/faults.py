"""What is wrong with data by a plain JSON Schema, as jsonschema would say it, without loading
jsonschema (70 ms).

Knows the keywords that schemas of front matter use, as draft 2020-12 means them; at anything else
it answers None, and the judge is asked. A property test proves that both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.core.light import Any, NamedTuple
from jdlint.core.schema.steps import Steps

_NOTES = frozenset(
    (
        "$schema",
        "$id",
        "$comment",
        "$defs",
        "title",
        "description",
        "examples",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "then",
        "else",
    )
)
_DEEPEST = 30
_TYPES = {
    "string": str,
    "object": dict,
    "array": list,
    "number": (int, float),
    "boolean": (),
    "null": (),
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MOST_KEPT = 20_000  # verdicts on values, of all pages of a run
Formats = Mapping[str, Callable[[object], bool]]


class Fault(NamedTuple):
    """What is wrong with one value: the ``keyword`` that it does not fit, what that ``wants``, the
    ``value`` itself, the ``schema`` that the keyword stands in and the value's ``path``.

    ``key`` is the key that is missing or unknown; ``context`` holds the faults of alternatives that
    all failed, each with the number of its alternative as ``branch``.
    """

    keyword: str
    wants: Any
    value: Any
    schema: Any
    path: tuple[str | int, ...]
    key: str = ""
    context: tuple[Fault, ...] = ()
    branch: int = -1
    message: str = ""


class Rules(NamedTuple):
    """How texts are judged: known ``formats``, and whether a text ``matches`` a pattern."""

    formats: Formats
    matches: Callable[[str, str], bool]


class _Unsure(Exception):  # noqa: N818 - no error: the judge is asked instead
    """A keyword, a type or a reference that only jsonschema can judge."""


class _At(NamedTuple):
    """A value, where it stands, and what its schema may refer to."""

    data: Any
    path: tuple[str | int, ...]
    root: Mapping[str, Any]
    rules: Rules
    steps: Steps
    depth: int


def plain_faults(
    schema: Any, data: Any, rules: Rules, root: Mapping[str, Any] | None = None
) -> list[Fault] | None:
    """All faults of ``data``, or None where the schema is more than plain.

    ``root``: the schema that ``schema`` is a part of. Raises ``TooManySteps`` and ``PatternError``.
    """
    whole = schema if root is None else root
    if not isinstance(whole, dict) or whole.get("$schema", _DRAFT).rstrip("#") != _DRAFT:
        return None
    try:
        return list(_faults(schema, _At(data, (), whole, rules, Steps(), 0)))
    except _Unsure:
        return None


class SurelyValid:
    """Whether front matter surely fits a schema: no plain faults, the verdict on each value of a
    property kept."""

    def __init__(self, schema: Mapping[str, Any], rules: Rules) -> None:
        self._root, self._rules = schema, rules
        self._properties: Mapping[str, Any] = schema.get("properties", {})
        self._rest = dict(schema) | {"properties": dict.fromkeys(self._properties, True)}
        self._kept: dict[tuple[str, ...], bool] = {}

    def __call__(self, data: Mapping[str, Any]) -> bool:
        properties = self._properties
        for key, value in data.items():
            if key in properties and not self._fits(key, value):
                return False
        return plain_faults(self._rest, data, self._rules) == []

    def _fits(self, key: str, value: Any) -> bool:
        known = (key, value) if value.__class__ is str else (key, "", repr(value))
        verdict = self._kept.get(known)
        if verdict is None:
            found = plain_faults(self._properties[key], value, self._rules, self._root)
            verdict = found == []
            if len(self._kept) < _MOST_KEPT:
                self._kept[known] = verdict
        return verdict


def _faults(schema: Any, at: _At) -> Iterator[Fault]:
    if schema is True:
        return
    at.steps.spend()
    if not isinstance(schema, dict) or at.depth > _DEEPEST:
        raise _Unsure
    for key, want in schema.items():
        if key in _NOTES and (
            key != "$id" or schema is at.root
        ):  # below the root it changes what references mean
            continue
        if key in _INNER:
            yield from _INNER[key](want, schema, at._replace(depth=at.depth + 1))
            continue
        test = _TESTS.get(key)
        if test is None:
            raise _Unsure
        if not test(want, at):
            yield Fault(key, want, at.data, schema, at.path)


def _is(kind: str, data: Any) -> bool:
    if isinstance(data, bool) or data is None:
        return kind == ("null" if data is None else "boolean")
    if kind == "integer":
        return isinstance(data, int) or (isinstance(data, float) and data.is_integer())
    types: Any = _TYPES.get(kind)
    if types is None:
        raise _Unsure
    return isinstance(data, types)


def _type(want: Any, at: _At) -> bool:
    return any(_is(kind, at.data) for kind in ((want,) if isinstance(want, str) else want))


def _enum(want: Any, at: _At) -> bool:
    if not all(isinstance(option, str) for option in want):
        raise _Unsure
    return isinstance(at.data, str) and at.data in want


def _format(want: Any, at: _At) -> bool:
    test = at.rules.formats.get(want)
    if want in ("ipv4", "ipv6", "regex"):
        raise _Unsure
    try:
        return test is None or test(at.data)
    except ValueError:
        return False


def _compared(
    fits: Callable[[Any, Any], bool], *kinds: str, size: bool = False
) -> Callable[[Any, _At], bool]:
    """A test of a number, or of a length, that holds for data of other kinds."""

    def test(want: Any, at: _At) -> bool:
        if not any(_is(kind, at.data) for kind in kinds):
            return True
        return fits(len(at.data) if size else at.data, want)

    return test


def _at_least(value: Any, want: Any) -> bool:
    return bool(value >= want)


def _at_most(value: Any, want: Any) -> bool:
    return bool(value <= want)


def _required(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    if isinstance(at.data, dict):
        for key in want:
            if key not in at.data:
                yield Fault("required", want, at.data, schema, at.path, key)


def _additional(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    if "patternProperties" in schema:
        raise _Unsure
    if want is True or not isinstance(at.data, dict):
        return
    known = schema.get("properties", {})
    for key, value in at.data.items():
        if key not in known and want is False:
            yield Fault("additionalProperties", want, at.data, schema, at.path, key)
        elif key not in known:
            yield from _faults(want, at._replace(data=value, path=(*at.path, key)))


def _properties(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    if isinstance(at.data, dict):
        for key, inner in want.items():
            if key in at.data:
                yield from _faults(inner, at._replace(data=at.data[key], path=(*at.path, key)))


def _items(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    if isinstance(at.data, list):
        for index, item in enumerate(at.data):
            yield from _faults(want, at._replace(data=item, path=(*at.path, index)))


def _all_of(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    for inner in want:
        yield from _faults(inner, at)


def _any_of(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    found: list[Fault] = []
    for index, inner in enumerate(want):
        faults = list(_faults(inner, at))
        if not faults:
            return
        found += (fault._replace(branch=index) for fault in faults)
    yield Fault("anyOf", want, at.data, schema, at.path, context=tuple(found))


def _if(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    holds = next(_faults(want, at), None) is None
    yield from _faults(schema.get("then" if holds else "else", True), at)


def _ref(want: Any, schema: Any, at: _At) -> Iterator[Fault]:
    name = (
        want.removeprefix("#/$defs/")
        if isinstance(want, str) and want.startswith("#/$defs/")
        else ""
    )
    target = at.root.get("$defs", {}).get(name)
    if target is None or "/" in name or "~" in name or "%" in name:
        raise _Unsure
    yield from _faults(target, at)


_TESTS: Mapping[str, Callable[[Any, _At], bool]] = {
    "type": _type,
    "enum": _enum,
    "format": _format,
    "pattern": lambda want, at: not isinstance(at.data, str) or at.rules.matches(want, at.data),
    "minLength": _compared(_at_least, "string", size=True),
    "maxLength": _compared(_at_most, "string", size=True),
    "minItems": _compared(_at_least, "array", size=True),
    "maxItems": _compared(_at_most, "array", size=True),
    "minimum": _compared(_at_least, "number"),
    "maximum": _compared(_at_most, "number"),
}
_INNER: Mapping[str, Callable[[Any, Any, _At], Iterator[Fault]]] = {
    "required": _required,
    "additionalProperties": _additional,
    "properties": _properties,
    "items": _items,
    "allOf": _all_of,
    "anyOf": _any_of,
    "if": _if,
    "$ref": _ref,
}
