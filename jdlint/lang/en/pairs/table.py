"""How often two words stand side by side on the web, and a word alone.

``web-pairs.bin`` was made by ``scripts/generate-web-pairs``; ``NOTICE.txt`` names its source. It is
read when the first pair is asked about. A count is in steps of an eighth of a doubling: 1 is the
floor of the source, 100,000 times in 10^12 words, and 0 says less often than that.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from zlib import crc32

from jdlint.core.light import NamedTuple
from jdlint.core.tools import bisect_left, cache, lru_cache

STEPS = 8  # of a count, in a doubling
BUCKETS = 13  # bits of a hash that tell its bucket
LOW = 16  # bits that a bucket holds of each: one in 2000 unknown pairs looks known
UNUSED = 32 - BUCKETS - LOW
ALL = 187  # steps of all words together, and of the floor


class Table(NamedTuple):
    """``starts``: where a bucket's hashes start; ``lows``: their low bits, sorted; ``steps``: the
    count of each."""

    starts: Sequence[int]
    lows: Sequence[int]
    steps: bytes

    def of(self, key: str) -> int:
        """The steps of a word, or of two with a space between them."""
        whole = crc32(key.encode()) >> UNUSED
        bucket, low = whole >> LOW, whole & ((1 << LOW) - 1)
        end = self.starts[bucket + 1]
        at = bisect_left(self.lows, low, self.starts[bucket], end)
        return self.steps[at] if at < end and self.lows[at] == low else 0


@cache
def _table() -> Table:
    return unpacked(Path(__file__).with_name("web-pairs.bin").read_bytes())


def unpacked(data: bytes) -> Table:
    """A table from its file: how many hashes each bucket has, their low bits, the counts."""
    sizes, lows = array("H"), array("H")
    sizes.frombytes(data[: 2 << BUCKETS])
    count = (len(data) - (2 << BUCKETS)) // 3
    lows.frombytes(data[2 << BUCKETS : (2 << BUCKETS) + 2 * count])
    if sys.byteorder == "big":
        sizes.byteswap()
        lows.byteswap()
    return Table([0, *accumulate(sizes)], lows, data[-count:])


@lru_cache(maxsize=8192)
def pair(first: str, second: str) -> int:
    """How often a word stands before another, in steps; both in small letters."""
    return _table().of(f"{first} {second}")


@lru_cache(maxsize=8192)
def word(text: str) -> int:
    """How often a word in small letters stands anywhere, in steps; 0 for a rare one."""
    return _table().of(text)


def by_chance(first: str, second: str) -> int:
    """The steps that a pair would have if words were thrown together."""
    return word(first) + word(second) - ALL
