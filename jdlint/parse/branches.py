"""Branches of a template's conditions: of two that exclude each other a page prints one."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.patterns.regex import late

_OPENS = ("if", "unless", "case", "with", "range", "ifchanged")
# Liquid and Jinja, and Go's templates
_TAG = late(
    r"\{%-?[ \t]*(?P<tag>if|unless|case|elsif|elif|else|when|endif|endunless|endcase)\b"
    r"|\{\{-?[ \t]*(?P<go>if|with|range|else|end)\b"
)


class _Mark(NamedTuple):
    """Where a branch starts or ends: the conditions and branches around what follows."""

    at: int
    path: tuple[tuple[int, int], ...]


def branches(text: str) -> Sequence[_Mark]:
    """The marks of a text at which branches change, in order; none where it has no ``else``."""
    if "else" not in text and "elsif" not in text and "when" not in text:
        return ()
    found, path, opened = list[_Mark](), list[tuple[int, int]](), 0
    for match in _TAG.finditer(text):
        tag = match["tag"] or match["go"]
        if tag in _OPENS:
            opened += 1
            path.append((opened, 0))
        elif tag.startswith("end"):
            del path[-1:]
        elif path:
            path[-1] = (path[-1][0], path[-1][1] + 1)
        found.append(_Mark(match.end(), tuple(path)))
    return found


def exclude(marks: Sequence[_Mark], first: int, second: int) -> bool:
    """Whether two offsets stand in branches of one condition that exclude each other."""
    taken = dict(_path(marks, first))
    return any(taken.get(condition, branch) != branch for condition, branch in _path(marks, second))


def is_fallback(marks: Sequence[_Mark], at: int) -> bool:
    """Whether an offset stands where a condition does not hold."""
    return any(branch for _, branch in _path(marks, at))


def _path(marks: Sequence[_Mark], at: int) -> tuple[tuple[int, int], ...]:
    return next((mark.path for mark in reversed(marks) if mark.at <= at), ())
