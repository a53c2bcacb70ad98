"""Which distinct texts could be variants of which shared ones: never all pairs.

Two texts that differ in one place share their beginning or their end; so each is looked up by both, and where many
share a beginning only those with the most alike ends are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

_EDGES = (16, 28)  # characters of a beginning or an end: of a short text, of a long one
_LONG = 48
_FEW = 6
_BEST = 3
_APART = 0.12  # share of a text's words that another one may have otherwise
_LEAST = 5  # words of a text that another one holds
_ADDED = 5


_Bucket = list[tuple[str, int]]


class Index:
    """Shared texts by their beginnings and ends; ``keys`` are distinct."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self.words = [frozenset(key.split()) for key in keys]
        self._heads: dict[str, _Bucket] = {}
        self._tails: dict[str, _Bucket] = {}
        for number, key in enumerate(keys):
            back = key[::-1]
            for edge in _EDGES:
                self._heads.setdefault(key[:edge], []).append((back, number))
                self._tails.setdefault(key[-edge:], []).append((key, number))
        for table in (self._heads, self._tails):
            for bucket in table.values():
                bucket.sort()

    def near(self, key: str) -> Iterable[int]:
        """The numbers of shared texts that could be ``key`` with a few other words, the likest first."""
        edge = _EDGES[len(key) >= _LONG]
        heads, tails = self._heads.get(key[:edge]), self._tails.get(key[-edge:])
        if heads is None and tails is None:
            return ()
        found: set[int] = set()
        if heads is not None:
            found.update(_around(heads, key[::-1] if len(heads) > _FEW else ""))
        if tails is not None:
            found.update(_around(tails, key))
        keys = self.keys
        found = {number for number in found if keys[number] != key}
        if not found:
            return ()
        own = frozenset(key.split())
        ranked = []
        for number in found:
            other = self.words[number]
            less, more = len(own - other), len(other - own)
            if _alike(len(own), len(other), less, more):
                ranked.append((less + more, number))
        ranked.sort()
        return [number for _, number in ranked[:_BEST]]


def _alike(own: int, other: int, less: int, more: int) -> bool:
    """Whether two sets of words are of one text: few words differ on both sides, or one holds (nearly) all of the other."""
    if less <= max(1, own * _APART) and more <= max(1, other * _APART):
        return True
    return (less <= 1 and own >= _LEAST) or (more <= 1 and other >= _LEAST and less <= _ADDED)


def _around(bucket: _Bucket, key: str) -> list[int]:
    if len(bucket) > _FEW:
        at = max(bisect_left(bucket, (key, -1)) - _FEW // 2, 0)
        bucket = bucket[at : at + _FEW]
    return [number for _, number in bucket]
