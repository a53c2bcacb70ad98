"""Which keys of an object a schema has looked at: what ``unevaluatedProperties`` is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.core.light import Any
from jdlint.core.schema.steps import Steps

_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
Matches = Callable[[str, str], bool]


def evaluated(
    validator: Any, data: dict[str, Any], schema: Any, matches: Matches, steps: Steps
) -> set[str]:
    """The keys of ``data`` that ``schema`` itself, its references and those of its alternatives
    that hold have looked at, its own ``unevaluatedProperties`` apart.

    Raises ``TooManySteps``.
    """
    steps.spend()
    if not isinstance(schema, dict):
        return set()
    found = data.keys() & schema.get("properties", {}).keys()
    if "additionalProperties" in schema:
        return set(data)
    for pattern in schema.get("patternProperties", ()):
        found |= {name for name in data if matches(pattern, str(name))}
    for inner, judge in _applied(validator, data, schema):
        if isinstance(inner, dict) and "unevaluatedProperties" in inner:
            return set(data)
        found |= evaluated(judge, data, inner, matches, steps)
    return set(found)


def _applied(validator: Any, data: Any, schema: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """The schemas that are applied to the same object and hold, each with its validator."""
    for name in _REFERENCES:
        if name in schema:
            resolved = validator._resolver.lookup(schema[name])
            inner = resolved.contents
            yield inner, validator.evolve(schema=inner, _resolver=resolved.resolver)
    yield from ((inner, validator) for inner in _held(validator, data, schema))


def _held(validator: Any, data: Any, schema: dict[str, Any]) -> Iterator[Any]:
    for name in ("allOf", "anyOf", "oneOf"):
        yield from (each for each in schema.get(name, ()) if _holds(validator, data, each))
    for name, inner in schema.get("dependentSchemas", {}).items():
        if name in data:
            yield inner
    if "if" in schema:
        met = _holds(validator, data, schema["if"])
        if met:
            yield schema["if"]
        yield schema.get("then" if met else "else", {})


def _holds(validator: Any, data: Any, schema: Any) -> bool:
    return next(iter(validator.descend(data, schema)), None) is None
