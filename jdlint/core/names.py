"""Names that are nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_LOOSE = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """A name without its case, spaces and marks: ``employment_type``, ``employmentType`` and
    ``Employment Type``."""
    return _LOOSE.sub("", name).casefold()


def distance(a: str, b: str, limit: int) -> int:
    """How many letters to add, drop, change or swap with their neighbour; more than ``limit`` is
    ``limit + 1``."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before = before, row
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest_name(word: str, known: Iterable[str], *, loose: bool = False) -> str | None:
    """The known name that ``word`` is a slip of, or None.

    Strict: one slip from five letters on, two from nine on; a plural and another case style are no
    slips. ``loose`` allows two slips from four letters on, and other case.
    """
    best: tuple[int, str] | None = None
    for name in known:
        if fold(name) == fold(word):
            if loose:
                return name
            continue
        if not loose and (fold(name).rstrip("s") == fold(word).rstrip("s")):
            continue
        size = min(len(word), len(name))
        limit = (2 if size >= 4 else 1) if loose else 2 if size >= 9 else 1 if size >= 5 else 0
        if not limit:
            continue
        slips = distance(fold(word), fold(name), limit)
        if slips <= limit and (best is None or slips < best[0]):
            best = (slips, name)
    return best[1] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), 1, 0.6)
    return f", did you mean “{near[0]}”?" if near else ""


def known_or_near(word: str, known: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1, 0.6)
    return f", did you mean “{near[0]}”?" if near else f"; known are {', '.join(known)}"
