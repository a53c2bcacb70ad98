"""Choose edits and apply them to a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise

from jdlint.core.diagnostic import Edit
from jdlint.core.light import TypeVar
from jdlint.fix.structure import same_outside

Item = TypeVar("Item")
# code points of pages that are compared in a round to find the bad ones among fixes: 3 s at most
_MOST_WORK = 1_500_000


def chosen(fixes: Iterable[Sequence[Edit]]) -> list[Edit]:
    """The edits of those fixes that touch no edit of an earlier one, in order of place; a fix is
    taken whole or not."""
    fixes = list(fixes)
    return in_order(fixes[index] for index in apart(fixes))


def apart(fixes: Sequence[Sequence[Edit]]) -> list[int]:
    """The indices of those fixes that touch no edit of an earlier one."""
    taken: list[Edit] = []
    starts: list[int] = []
    found = []
    for index, edits in enumerate(fixes):
        if edits and not any(_near(edit, taken, starts) for edit in edits) and _sound(edits):
            for edit in edits:
                at = bisect_left(starts, edit.span.start)
                starts.insert(at, edit.span.start)
                taken.insert(at, edit)
            found.append(index)
    return found


def in_order(fixes: Iterable[Sequence[Edit]]) -> list[Edit]:
    """The edits of fixes that do not touch, in order of place."""
    return sorted((edit for edits in fixes for edit in edits), key=lambda edit: edit.span)


def _sound(edits: Sequence[Edit]) -> bool:
    """Whether the edits of one fix do not touch each other."""
    rows = sorted(edits, key=lambda edit: edit.span)
    return not any(_touch(a, b) for a, b in pairwise(rows))


def _near(edit: Edit, taken: Sequence[Edit], starts: Sequence[int]) -> bool:
    """Whether an edit touches one of those taken (in order, not overlapping): only its neighbours
    can."""
    at = bisect_left(starts, edit.span.start)
    return any(_touch(edit, other) for other in taken[max(at - 1, 0) : at + 1])


def _touch(a: Edit, b: Edit) -> bool:
    """Whether two edits overlap, or both insert at one place."""
    if a.span.start == b.span.start:
        return True
    return a.span.start < b.span.end and b.span.start < a.span.end


def applied(text: str, edits: Sequence[Edit]) -> str:
    """``text`` with edits (in order of place, not overlapping) made; nothing outside their spans
    changes."""
    parts, at = [], 0
    for edit in edits:
        parts.append(text[at : edit.span.start])
        parts.append(edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def harmless(
    text: str, path: str, fixes: Sequence[Sequence[Edit]], kinds: Sequence[str] = ()
) -> list[int]:
    """The indices of those fixes (that do not touch) which together leave the page as it is outside
    their spans. ``kinds`` says of each what it is of: those of one kind are mostly good or bad
    together.

    On a large page with many bad ones not all good ones are found: the work is bounded.
    """
    left = max(16, min(400, _MOST_WORK // (len(text) + 1)))

    def good(indices: Sequence[int]) -> bool:
        nonlocal left
        left -= 1
        if left < 0:
            return False
        edits = in_order(fixes[index] for index in indices)
        after = applied(text, edits)
        try:
            after.encode()
        except UnicodeEncodeError:
            return False
        return same_outside(text, after, edits, mdx=path.endswith(".mdx"))

    every = range(len(fixes))
    return list(every) if not fixes or good(every) else _by_kind(every, kinds, good)


def _by_kind(
    every: Sequence[int], kinds: Sequence[str], good: Callable[[Sequence[int]], bool]
) -> list[int]:
    """What is good of fixes that are not all good: whole kinds first, then parts of the others."""
    groups: dict[str, list[int]] = {}
    for index in every:
        groups.setdefault(kinds[index] if kinds else "", []).append(index)
    taken: list[int] = []
    mixed: list[list[int]] = []
    for group in groups.values():
        if len(groups) > 1 and good([*taken, *group]):
            taken += group
        else:
            mixed.append(group)
    for group in mixed:
        taken += _admitted(group, partial(_with, good, tuple(taken)))
    return sorted(taken)


def _with(good: Callable[[Sequence[int]], bool], taken: Sequence[int], some: Sequence[int]) -> bool:
    return good([*taken, *some])


def _admitted(items: Sequence[Item], good: Callable[[Sequence[Item]], bool]) -> list[Item]:
    """As many items as are good together, found by halving."""
    if not items or good(items):
        return list(items)
    if len(items) == 1:
        return []
    half = len(items) // 2
    left, right = _admitted(items[:half], good), _admitted(items[half:], good)
    if not left or not right or good([*left, *right]):
        return [*left, *right]
    return left if len(left) >= len(right) else right
