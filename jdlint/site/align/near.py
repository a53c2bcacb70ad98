"""Which distinct texts could be variants of which shared ones: never all pairs.

Two texts that differ in one place share their beginning or their end; so each is looked up by both, and where many
share a beginning only those with the most alike ends are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

EDGE = 18  # characters of a beginning or an end
_FEW = 8
_ALIKE = 0.7


class Index:
    """Shared texts by their beginnings and ends; ``keys`` are distinct."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self.words = [frozenset(key.split()) for key in keys]
        self._heads: dict[str, list[tuple[str, int]]] = {}
        self._tails: dict[str, list[tuple[str, int]]] = {}
        for number, key in enumerate(keys):
            self._heads.setdefault(key[:EDGE], []).append((key[::-1], number))
            self._tails.setdefault(key[-EDGE:], []).append((key, number))
        for table in (self._heads, self._tails):
            for bucket in table.values():
                bucket.sort()

    def near(self, key: str) -> Iterator[int]:
        """The numbers of shared texts that have most words of ``key``, or all but one of the shorter, the likest first."""
        heads, tails = self._heads.get(key[:EDGE]), self._tails.get(key[-EDGE:])
        if heads is None and tails is None:
            return
        found = {number for number in (*_around(heads, key[::-1]), *_around(tails, key)) if self.keys[number] != key}
        if not found:
            return
        own = frozenset(key.split())
        ranked = []
        for number in found:
            other = self.words[number]
            common = len(own & other)
            if common >= _ALIKE * max(len(own), len(other)) or common >= max(min(len(own), len(other)) - 1, 3):
                ranked.append((len(own) + len(other) - 2 * common, number))
        ranked.sort()
        yield from (number for _, number in ranked[:4])


def _around(bucket: list[tuple[str, int]] | None, key: str) -> Iterator[int]:
    if bucket is None:
        return
    at = bisect_left(bucket, (key, -1)) if len(bucket) > _FEW else 0
    yield from (number for _, number in bucket[max(at - _FEW // 2, 0) : at + _FEW])
