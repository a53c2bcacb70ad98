"""Whether a value is of the kind that a check's field is annotated with, and how people call it.

Annotations are texts (``tuple[str, ...]``, ``Literal['a', 'b']``, ``str | None``) out of the few
kinds that rule files can hold; an annotation of another kind is a mistake in a check.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import Any

LARGEST = 10**9  # a number beyond this is no size, share or count of anything on a page
_PLAIN = {"str": "a text", "int": "a whole number", "float": "a number", "bool": "true or false"}
_MANY = {"str": "texts", "int": "whole numbers", "float": "numbers", "Any": "values"}
_ROWS = ("tuple", "Sequence", "Collection")


def fits(value: Any, kind: str) -> bool:
    """Whether a value, lists as tuples, is of a kind; raises ``ValueError`` for an unknown one."""
    return any(_fits(value, each) for each in _parts(kind, "|"))


def words(kind: str) -> str:
    """What a value of a kind is called: “a list of texts”."""
    return " or ".join(filter(None, map(_words, _parts(kind, "|"))))


def _fits(value: Any, kind: str) -> bool:
    name, inner = _opened(kind)
    if name == "Any":
        return True
    if name == "None":
        return value is None
    if name == "Literal":
        return isinstance(value, str) and value in _literals(inner)
    if name in _ROWS:
        return isinstance(value, tuple) and all(fits(each, inner[0]) for each in value)
    if name == "Mapping":
        return isinstance(value, dict) and all(
            fits(key, inner[0]) and fits(each, inner[1]) for key, each in value.items()
        )
    return _fits_plain(value, name)


def _fits_plain(value: Any, name: str) -> bool:
    if name == "str":
        return isinstance(value, str)
    if name == "bool":
        return isinstance(value, bool)
    number = isinstance(value, int) or (name == "float" and isinstance(value, float))
    if name not in ("int", "float"):
        raise ValueError(f"fields of checks are no “{name}”")
    return number and not isinstance(value, bool) and abs(value) <= LARGEST  # false for NaN


def _words(kind: str) -> str:
    name, inner = _opened(kind)
    if name == "Literal":
        return f"one of {', '.join(_literals(inner))}"
    if name in _ROWS:
        return f"a list of {_plural(inner[0])}"
    if name == "Mapping":
        return f"a table of {_plural(inner[1])}"
    return _PLAIN.get(name, "")


def _plural(kind: str) -> str:
    several = list(_parts(kind, "|"))
    if len(several) > 1:
        return " or ".join(map(_plural, several))
    name, inner = _opened(kind)
    if name in _ROWS:
        return f"lists of {_plural(inner[0])}"
    return "tables" if name == "Mapping" else _MANY.get(name, "values")


def _literals(inner: list[str]) -> list[str]:
    return [each.strip("\"'") for each in inner]


def _opened(kind: str) -> tuple[str, list[str]]:
    """``Mapping[str, Any]`` as its name and what it holds."""
    name, bracket, rest = kind.strip().partition("[")
    inner = list(_parts(rest[:-1], ",")) if bracket else []
    return name, [each for each in inner if each != "..."]


def _parts(text: str, mark: str) -> Iterator[str]:
    """A text split at marks that stand in no brackets."""
    depth = start = 0
    for at, letter in enumerate(text):
        depth += (letter == "[") - (letter == "]")
        if letter == mark and not depth:
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()
