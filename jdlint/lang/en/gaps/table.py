"""Weights of a linear model that chooses among several: a row of one byte a choice for each
feature that is known.

A row is held as one large integer of lanes, so that adding rows adds all choices at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from sys import byteorder

from jdlint.core.light import NamedTuple
from jdlint.lang.en.gaps.context import BITS
from jdlint.lang.tables import Part, Parts, parts_of, sums_of, unzipped

LOW = 8  # of the bits of a feature's hash, those that its bucket does not tell
NOUGHT = 128  # the byte of a weight that says nothing
SCALE = 32  # steps of a weight in one unit of log odds
_LANE = 2  # bytes of a lane


class Table(NamedTuple):
    """``starts``: where a bucket's features start; ``lows``: the low bits of each feature;
    ``lanes``: the rows, one after the other."""

    width: int
    starts: Sequence[int]
    lows: bytes
    lanes: Part

    def total(self, features: Iterable[int]) -> int:
        """The sum of the features' rows."""
        starts, find, lanes, size = self.starts, self.lows.find, self.lanes, self.width * _LANE
        total = 0
        for feature in features:
            bucket = feature >> LOW
            at = find(feature & 255, starts[bucket], starts[bucket + 1])
            if at >= 0:
                total += int.from_bytes(lanes[at * size : at * size + size], "little")
        return total

    def scores(self, total: int) -> list[int]:
        """What a sum says of each choice, in steps; the same number is added to all."""
        data = total.to_bytes(self.width * _LANE, byteorder)
        found = memoryview(data).cast("H").tolist()
        return found if byteorder == "little" else found[::-1]


def table_of(path: Path) -> Table:
    """The table of a file."""
    width, starts, lows, lanes = parts_of(path, unpacked)
    return Table(width[0], memoryview(starts).cast("I"), bytes(lows), lanes)


def unpacked(data: bytes) -> Parts:
    """The parts of a table from its file: the number of choices, and packed the number of features
    in each bucket, the low bits of each feature, and the weights of each choice."""
    width = data[0]
    rest = unzipped(data[1:])
    buckets = 1 << (BITS - LOW)
    size = sum(rest[:buckets])
    lanes = bytearray(size * width * _LANE)
    for choice in range(width):
        first = buckets + size * (choice + 1)
        lanes[choice * _LANE :: width * _LANE] = rest[first : first + size]
    return data[:1], sums_of(rest[:buckets]), rest[buckets : buckets + size], bytes(lanes)
