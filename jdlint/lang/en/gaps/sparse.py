"""Weights of a linear model that chooses among many: for each feature that is known, the few
choices of which it says something, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.lang.en.gaps.table import LOW
from jdlint.lang.tables import Part, Parts, parts_of, sums_of, unzipped

NOUGHT = 128  # the byte of a weight that says nothing
_PARTS = 6
SCALE = 8  # steps of a weight in one unit of log odds


class Sparse(NamedTuple):
    """``starts`` and ``firsts``: where a bucket's features and their weights start; ``lows``: the
    low bits of each feature; ``counts``: its weights; ``further``: how much further on than that
    before it in the feature the choice of each weight is; ``steps``: each weight."""

    width: int
    starts: Sequence[int]
    firsts: Sequence[int]
    lows: bytes
    counts: bytes
    further: Part
    steps: Part

    def scores(self, features: Iterable[int]) -> list[int]:
        """What features say of each choice, in steps; the same number is added to all."""
        starts, find, counts = self.starts, self.lows.find, self.counts
        further, steps = self.further, self.steps
        found = [0] * self.width
        for feature in features:
            bucket = feature >> LOW
            start = starts[bucket]
            at = find(feature & 255, start, starts[bucket + 1])
            if at >= 0:
                first = self.firsts[bucket] + sum(counts[start:at])
                choice = 0
                for index in range(first, first + counts[at]):
                    choice += further[index]
                    found[choice] += steps[index] - NOUGHT
        return found


def table_of(path: Path) -> Sparse:
    """The table of a file."""
    width, starts, firsts, lows, counts, further, steps = parts_of(path, unpacked)
    return Sparse(
        width[0],
        memoryview(starts).cast("I"),
        memoryview(firsts).cast("I"),
        bytes(lows),
        bytes(counts),
        further,
        steps,
    )


def unpacked(data: bytes) -> Parts:
    """The parts of a table from its file: the number of choices, then how many bytes are packed of
    each part: the number of features and of weights in each bucket, and the other fields."""
    at = 1 + 4 * _PARTS
    parts: list[bytes] = []
    for start in range(1, 1 + 4 * _PARTS, 4):
        size = int.from_bytes(data[start : start + 4], "little")
        parts.append(unzipped(data[at : at + size], -15))
        at += size
    return (data[:1], sums_of(parts[0]), sums_of(parts[1]), *parts[2:])
