"""Which distinct texts could be variants of which shared ones: never all pairs.

Two texts that differ in one place share their beginning or their end; so each is looked up by both,
and where many share a beginning only those with the most alike ends are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.tools import bisect_left

_EDGES = (16, 28)  # characters of a beginning or an end: of a short text, of a long one
_LONG = 48
# texts with one beginning that are compared, and the likest of them that are taken: on gitlab-2022
# (217 pages) 42 drifts of wording are found, 27 where 3 are compared, 31 where 1 is taken, and no
# more where 12 are compared or 5 taken
_FEW = 6
_BEST = 3
# share of a text's words that another one may have otherwise: 0.06 to 0.2 find the same there
_APART = 0.12
_LEAST = 5  # words of a text that another one holds
_ADDED = 5


class _Buckets:
    """Numbers of texts by an edge of the text, those with the most alike other edges side by
    side."""

    __slots__ = ("_numbers", "_orders")

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        """``rows`` are an edge and what its texts are ordered by, one for each text."""
        found: dict[str, list[tuple[str, int]]] = {}
        for number, (edge, order) in enumerate(rows):
            found.setdefault(edge, []).append((order, number))
        self._orders: dict[str, list[str]] = {}
        self._numbers: dict[str, list[int]] = {}
        for edge, bucket in found.items():
            if len(bucket) > _FEW:
                bucket.sort()
                self._orders[edge] = [order for order, _ in bucket]
            self._numbers[edge] = [number for _, number in bucket]

    def near(self, edge: str, order: str) -> Sequence[int]:
        numbers = self._numbers.get(edge, ())
        if len(numbers) <= _FEW:
            return numbers
        at = max(bisect_left(self._orders[edge], order) - _FEW // 2, 0)
        return numbers[at : at + _FEW]


class Index:
    """Shared texts by their beginnings and ends; ``keys`` are distinct."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self.words = [frozenset(key.split()) for key in keys]
        self._heads = [_Buckets([(key[:edge], key[::-1]) for key in keys]) for edge in _EDGES]
        self._tails = [_Buckets([(key[-edge:], key) for key in keys]) for edge in _EDGES]

    def near(self, key: str) -> list[int]:
        """The numbers of shared texts that could be ``key`` with a few other words, the likest
        first."""
        long = len(key) >= _LONG
        edge = _EDGES[long]
        heads = self._heads[long].near(key[:edge], key[::-1])
        tails = self._tails[long].near(key[-edge:], key)
        if not heads and not tails:
            return []
        return self._ranked(key, {*heads, *tails})

    def _ranked(self, key: str, found: set[int]) -> list[int]:
        own = frozenset(key.split())
        size, words, ranked = len(own), self.words, []
        few = size * _APART if size > 8 else 1
        for number in found:
            other = words[number]
            less = own - other
            missing = len(less)
            more = len(other) - size + missing
            if missing <= few and more <= few + 1:
                # another figure in the same words is meant
                if more > 1 or missing != 1 or not next(iter(less))[0].isdigit():
                    ranked.append((missing + more, number))
            elif (missing <= 1 and size >= _LEAST) or (
                more <= 1 and missing <= _ADDED and len(other) >= _LEAST
            ):
                ranked.append((missing + more, number))
        if len(ranked) > 1:
            ranked.sort()
        return [number for _, number in ranked[:_BEST] if self.keys[number] != key]
