"""Names that are nearly the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jdlint.core.patterns import regex as re

_LOOSE = re.late(r"[\W_]+")
_ALIKE = 0.6  # share of letters in order from which on a name is offered; what difflib proposes


def fold(name: str) -> str:
    """A name without its case, spaces and marks: ``employment_type``, ``employmentType`` and
    ``Employment Type``."""
    return _LOOSE.sub("", name.casefold())


def distance(a: str, b: str, limit: int) -> int:
    """How many letters to add, drop, change or swap with their neighbour; more than ``limit`` is
    ``limit + 1``."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    a, b = _differing(a, b)
    if not a or not b:
        return min(len(a) + len(b), limit + 1)
    size, far = len(b), limit + 1
    before, row = [far] * (size + 1), [min(j, far) for j in range(size + 1)]
    for i, x in enumerate(a, 1):
        # what lies further off the diagonal than the limit is too far anyway
        first, last = max(1, i - limit), min(size, i + limit)
        older, before, row = before, row, [far] * (size + 1)
        if i <= limit:
            row[0] = i
        for j in range(first, last + 1):
            y = b[j - 1]
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row[j] = cost
        if min(row) > limit:
            return far
    return min(row[size], far)


def _differing(a: str, b: str) -> tuple[str, str]:
    """What is left of two words without the beginning and the end that they share: of two words
    that are alike a few letters."""
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def nearest_name(word: str, known: Iterable[str], *, loose: bool = False) -> str | None:
    """The known name that ``word`` is a slip of, or None.

    Strict: one slip from five letters on, two from nine on; a plural and another case style are no
    slips. ``loose`` allows two slips from four letters on, and other case.
    """
    best: tuple[int, str] | None = None
    folded = fold(word)
    for name in known:
        other = fold(name)
        if other == folded:
            if loose:
                return name
            continue
        if not loose and other.rstrip("s") == folded.rstrip("s"):
            continue
        limit = _slips(min(len(word), len(name)), loose=loose)
        slips = distance(folded, other, limit) if limit else 1
        if slips <= limit and (best is None or slips < best[0]):
            best = (slips, name)
    return best[1] if best else None


def _slips(size: int, *, loose: bool) -> int:
    """How many slips a name of a size may have."""
    if loose:
        return 2 if size >= 4 else 1
    return 2 if size >= 9 else 1 if size >= 5 else 0


def alike(word: str, known: Iterable[str], least: float = _ALIKE) -> str | None:
    """The known name that has most letters of ``word`` in order, at least a share of them: also one
    that says more (``links/broken-anchor``); or None."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1, least)
    return near[0] if near else None


def hint(name: str | None) -> str:
    """What a message says of a name that is near; nothing for none."""
    return f", did you mean “{name}”?" if name else ""


def did_you_mean(word: str, known: Iterable[str], least: float = _ALIKE) -> str:
    return hint(alike(word, sorted(known), least))


def known_or_near(word: str, known: Collection[str]) -> str:
    """The name that is near, else all that are known."""
    return hint(alike(word, known)) or f"; known are {', '.join(known)}"
