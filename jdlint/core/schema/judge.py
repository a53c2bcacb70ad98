"""jsonschema as the judge of schemas that are more than plain: each by the draft that it names, its
work counted, its patterns matched in linear time, its decimals exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Context, Decimal, InvalidOperation

import jsonschema
from jsonschema import FormatChecker, validators
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT4, DRAFT6, DRAFT7, DRAFT201909, DRAFT202012

from jdlint.core.errors import ConfigError
from jdlint.core.light import Any
from jdlint.core.schema.evaluated import evaluated
from jdlint.core.schema.faults import Fault, Rules
from jdlint.core.schema.steps import Steps, TooManySteps
from jdlint.core.tools import lru_cache

DRAFTS: Mapping[str, tuple[Any, Any]] = {
    "json-schema.org/draft/2020-12/schema": (jsonschema.Draft202012Validator, DRAFT202012),
    "json-schema.org/draft/2019-09/schema": (jsonschema.Draft201909Validator, DRAFT201909),
    "json-schema.org/draft-07/schema": (jsonschema.Draft7Validator, DRAFT7),
    "json-schema.org/draft-06/schema": (jsonschema.Draft6Validator, DRAFT6),
    "json-schema.org/draft-04/schema": (jsonschema.Draft4Validator, DRAFT4),
}
_NEWEST = "json-schema.org/draft/2020-12/schema"
_EXACT = Context(prec=700)  # digits of the largest float beside the smallest
Keyword = Callable[[Any, Any, Any, Any], Iterator[Any] | None]


class _Keyed(jsonschema.ValidationError):
    """An error about one key of an object."""

    key = ""


def draft_of(schema: Mapping[str, Any]) -> tuple[Any, Any]:
    """The validator's class and the specification that a schema names (none: 2020-12); raises
    ``ConfigError``."""
    named = str(schema.get("$schema", _NEWEST))
    known = DRAFTS.get(named.rstrip("#").partition("://")[2] or named)
    if known is None:
        raise ConfigError(
            f"“$schema” names the draft “{named[:80]}”, known are 2020-12 to draft-04"
        )
    return known


def judged(
    schema: Mapping[str, Any], data: Any, resources: Mapping[str, Any], rules: Rules
) -> list[Fault]:
    """All faults of ``data``; ``resources`` maps URIs to the schemas that may be referred to.

    Raises ``TooManySteps``, ``PatternError``, and ``ConfigError`` for a reference that leads
    nowhere.
    """
    validator, steps = _validator(_Key(schema, resources, rules))
    steps.left = Steps().left
    try:
        return [_fault(error) for error in validator.iter_errors(data)]
    except RecursionError as error:
        raise TooManySteps from error
    except Unresolvable as error:
        raise ConfigError(
            f"“$ref” leads to “{str(error.ref)[:120]}”, which is not there"
        ) from error


def _fault(error: Any, branch: int = -1) -> Fault:
    context = tuple(_fault(inner, _branch(inner)) for inner in error.context or ())
    return Fault(
        str(error.validator), error.validator_value, error.instance, error.schema,
        tuple(error.absolute_path), getattr(error, "key", ""), context, branch, str(error.message),
    )  # fmt: skip


def _branch(error: Any) -> int:
    first = next(iter(error.schema_path), -1)
    return first if isinstance(first, int) else -1


class _Key:
    """Hashable by the identity of the schema, so that a validator is built once for each."""

    def __init__(
        self, schema: Mapping[str, Any], resources: Mapping[str, Any], rules: Rules
    ) -> None:
        self.schema, self.resources, self.rules = schema, resources, rules

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.schema is self.schema


@lru_cache(maxsize=32)
def _validator(key: _Key) -> tuple[Any, Steps]:
    base, specification = draft_of(key.schema)
    steps = Steps()
    own = _own_keywords(key.rules, steps)
    table = {
        name: _counted(own.get(name, keyword), steps) for name, keyword in base.VALIDATORS.items()
    }
    # without a way to retrieve: nothing is fetched
    registry: Any = Registry().with_resources(
        (uri, Resource.from_contents(body, default_specification=specification))
        for uri, body in key.resources.items()
    )
    extend: Any = validators.extend
    made = extend(base, validators=table)(
        dict(key.schema), format_checker=_formats(key.rules), registry=registry
    )
    return made, steps


def _formats(rules: Rules) -> FormatChecker:
    formats = FormatChecker(["ipv4", "ipv6"])
    for name, test in rules.formats.items():
        formats.checks(name, raises=ValueError)(test)
    return formats


def _counted(keyword: Keyword, steps: Steps) -> Keyword:
    def run(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
        steps.spend()
        yield from keyword(validator, wants, data, schema) or ()

    return run


def _own_keywords(rules: Rules, steps: Steps) -> dict[str, Keyword]:
    """Keywords that jsonschema judges with ``re``, in floats, in quadratic time, or for all keys at
    once."""

    def pattern(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
        if isinstance(data, str) and not rules.matches(wants, data):
            yield jsonschema.ValidationError(f"{data!r} does not match {wants!r}")

    def pattern_properties(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
        for each, inner in wants.items() if isinstance(data, dict) else ():
            for name, value in data.items():
                if rules.matches(each, str(name)):
                    yield from validator.descend(value, inner, path=name, schema_path=each)

    def additional(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
        patterns = schema.get("patternProperties", ())
        for name, value in data.items() if isinstance(data, dict) else ():
            if name in schema.get("properties", ()):
                continue
            if any(rules.matches(each, str(name)) for each in patterns):
                continue
            if wants is False:
                yield _about(name)
            elif wants is not True:
                yield from validator.descend(value, wants, path=name)

    def unevaluated(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
        if not isinstance(data, dict) or wants is True:
            return
        known = evaluated(validator, data, schema, rules.matches, steps)
        for name in data.keys() - known:
            if wants is False:
                yield _about(name)
            else:
                yield from validator.descend(data[name], wants, path=name)

    return {
        "pattern": pattern, "patternProperties": pattern_properties, "required": _required,
        "additionalProperties": additional, "unevaluatedProperties": unevaluated,
        "multipleOf": _multiple_of, "uniqueItems": _unique_items, "dependencies": _dependencies,
        "dependentRequired": _dependencies,
    }  # fmt: skip


def _about(key: object) -> _Keyed:
    error = _Keyed(f"about {key!r}")
    error.key = str(key)
    return error


def _required(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
    for name in wants if isinstance(data, dict) and isinstance(wants, list) else ():
        if name not in data:
            yield _about(name)


def _dependencies(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
    for name, needed in wants.items() if isinstance(data, dict) else ():
        if name not in data:
            continue
        if isinstance(needed, list):
            yield from (_about(each) for each in needed if each not in data)
        else:
            yield from validator.descend(data, needed, schema_path=name)


def _multiple_of(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
    if isinstance(data, bool) or not isinstance(data, int | float):
        return
    try:  # as written: 19.99 is 1,999 cents, whatever its float is
        left = _EXACT.remainder(Decimal(repr(data)), Decimal(repr(wants)))
    except InvalidOperation:
        return  # not a number, or without end
    if left:
        yield jsonschema.ValidationError(f"{data!r} is not a multiple of {wants!r}")


def _unique_items(validator: Any, wants: Any, data: Any, schema: Any) -> Iterator[Any]:
    if wants and isinstance(data, list) and len({_hashable(item) for item in data}) < len(data):
        yield jsonschema.ValidationError("an entry stands twice")


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return frozenset((key, _hashable(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(_hashable(item) for item in value)
    return isinstance(value, bool), value
