"""Which rows belong together: any two rows of a cluster are at least so similar, so that none are
chained by a third (plain union made one cluster of 1,525 rows of real postings)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from jdlint.bulk.similar.store import Store
from jdlint.core.light import Any

LEAST = 0.7  # of similarity between any two rows of a cluster
_MOST_MERGED = 2_500  # pairs that are compared to make one cluster of two
_MOST_FAILED = 2_000_000  # pairs that are remembered as not alike
_LARGEST = 5_000  # rows with different words in one cluster


class Clusters:
    """Clusters that grow pair by pair; the first row of each is its centre."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[int, int] = {}  # row -> centre
        self._members: dict[int, dict[int, float]] = {}  # centre -> row -> distance from it
        self._failed: set[tuple[int, int]] = set()

    def offer(self, one: int, other: int) -> None:
        """Two rows that may be alike."""
        a, b = self._of.get(one), self._of.get(other)
        if a is None and b is None:
            if self._alike(one, other):
                low, high = sorted((one, other))
                self._members[low] = {low: 0.0, high: 1 - self._store.similarity(low, high)}
                self._of[low] = self._of[high] = low
        elif a is None or b is None:
            centre, row = (b, one) if a is None else (a, other)
            assert centre is not None
            self._join(centre, row)
        elif a != b and len(self._members[a]) * len(self._members[b]) <= _MOST_MERGED:
            self._merge(*sorted((a, b)))

    def found(self) -> Iterator[tuple[int, dict[int, float]]]:
        """Each centre and its rows, with their similarity to it."""
        for centre, rows in sorted(self._members.items()):
            yield centre, {row: 1 - distance for row, distance in sorted(rows.items())}

    def _alike(self, one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        if pair in self._failed:
            return False
        if self._store.similarity(*pair) >= LEAST:
            return True
        if len(self._failed) < _MOST_FAILED:
            self._failed.add(pair)
        return False

    def _join(self, centre: int, row: int) -> None:
        """A row joins a cluster if it is like each of its rows; where both lie near the centre
        that is known (distances of Jaccard keep the triangle's rule)."""
        rows = self._members[centre]
        if len(rows) >= _LARGEST or not self._alike(centre, row):
            return
        own = 1 - self._store.similarity(centre, row)
        near = 1 - LEAST - own
        if all(far <= near or self._alike(other, row) for other, far in rows.items()):
            rows[row] = own
            self._of[row] = centre

    def _merge(self, centre: int, other: int) -> None:
        left, right = self._members[centre], self._members[other]
        if all(self._alike(a, b) for a in left for b in right):
            for row in right:
                left[row] = 1 - self._store.similarity(centre, row)
                self._of[row] = centre
            del self._members[other]


def join(store: Store) -> Clusters:
    """The clusters among the rows of a store."""
    clusters = Clusters(store)
    for band in range(store.bands.shape[1]):
        for one, other in _pairs(store.bands[:, band], store.rows):
            clusters.offer(one, other)
    return clusters


def _pairs(values: Any, rows: Any) -> Iterator[tuple[int, int]]:
    """Rows that share a band: each with the first and with the one before, which is linear where
    many share it."""
    order = np.argsort(values, kind="stable")
    ordered: Sequence[int] = rows[order].tolist()
    same = (values[order][1:] == values[order][:-1]).tolist()
    leader = 0
    for place, alike in enumerate(same, 1):
        if not alike:
            leader = place
            continue
        yield ordered[leader], ordered[place]
        if place - 1 > leader:
            yield ordered[place - 1], ordered[place]
