"""A word diff: which words of one text another one has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jdlint.core.by_text import by_text
from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

_TOKEN = re.late(r"[^\W_]+(?:['’.\-_&/+‐‑][^\W_]+)*(?:\+\+|#|%)?|[^\w\s]|_+")
_LONGEST = 60  # words on one side of a diff; texts that differ in more are not alike


class Change(NamedTuple):
    """Words ``a[a_start:a_end]`` of one side stand as ``b[b_start:b_end]`` on the other; one of
    them may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


class Token(NamedTuple):
    """A word or a mark; ``fold`` is what it is compared by; offsets are those of the text."""

    fold: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and marks of a text; case and the shape of an apostrophe do not count."""
    return [
        Token(m[0].casefold().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(text)
    ]


@by_text
def folds(text: str) -> Iterable[str]:
    """The words and marks of a text that is folded already."""
    return _TOKEN.findall(text)


def changes(a: Sequence[str], b: Sequence[str]) -> list[Change] | None:
    """The places where two sequences of words differ, in order; None where they differ in too much
    to say."""
    size_a, size_b = len(a), len(b)
    head, shorter = 0, min(size_a, size_b)
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[size_a - 1 - tail] == b[size_b - 1 - tail]:
        tail += 1
    end_a, end_b = size_a - tail, size_b - tail
    if head in (end_a, end_b):
        return [Change(head, end_a, head, end_b)] if end_a > head or end_b > head else []
    if max(end_a - head, end_b - head) > _LONGEST:
        return None
    same = _common(a[head:end_a], b[head:end_b])
    return _between(same, head, end_a, end_b)


def _common(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of positions of a longest common subsequence."""
    rows = [[0] * (len(b) + 1)]
    for word in reversed(a):
        below, row = rows[-1], [0] * (len(b) + 1)
        for j in range(len(b) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if word == b[j] else max(below[j], row[j + 1])
        rows.append(row)
    rows.reverse()
    found, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _between(same: list[tuple[int, int]], head: int, end_a: int, end_b: int) -> list[Change]:
    found, at_a, at_b = [], head, head
    for i, j in [*((i + head, j + head) for i, j in same), (end_a, end_b)]:
        if i > at_a or j > at_b:
            found.append(Change(at_a, i, at_b, j))
        at_a, at_b = i + 1, j + 1
    return found


def merged(rows: Sequence[Change], gap: int) -> list[Change]:
    """Changes with at most ``gap`` equal words between them as one."""
    found: list[Change] = []
    for row in rows:
        if found and row.a_start - found[-1].a_end <= gap:
            found[-1] = Change(found[-1].a_start, row.a_end, found[-1].b_start, row.b_end)
        else:
            found.append(row)
    return found
