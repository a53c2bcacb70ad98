"""The weights of features: a file of rows that is mapped, so that reading it costs nothing.

``weights.bin`` (made by ``scripts/train-choices``): 2 ** 19 + 1 offsets of four bytes, the least
first, then the rows that share the upper 19 bits of their features, each the lower eight bits, how
many classes it has, and for each class its number and its weight plus 128 in steps of 1 / SCALE.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from jdlint.lang.en.choices.context import BITS, COUNT, Seen

SCALE = 16  # steps of a weight in one unit of log odds
_ZERO = 1 << 15  # what nothing is in a lane of 16 bits
_ZEROS = sum(_ZERO << (16 * number) for number in range(COUNT))
LOW = 8  # bits of a feature that tell rows of one place apart
PAIRS = (1 << 22) - 1  # ``pairs.bin`` has one bit for each of so many hashed pairs of words
PLACES = 1 << (BITS - LOW)


def _mapped(name: str) -> memoryview:
    with Path(__file__).with_name(name).open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def _table() -> tuple[Sequence[int], Sequence[int]]:
    data = _mapped("weights.bin")
    head = data[: 4 * (PLACES + 1)]
    offsets: Sequence[int] = head.cast("I")
    if sys.byteorder == "big":
        swapped = array("I", head.tobytes())
        swapped.byteswap()
        offsets = swapped
    return offsets, data[len(head) :]


def scores(features: Sequence[int]) -> list[int]:
    """The sum of the features' weights for each class, in steps of 1 / SCALE."""
    offsets, _ = _table()
    total = sum([_row(f) for f in features if offsets[f >> LOW] != offsets[(f >> LOW) + 1]], _ZEROS)
    lanes = memoryview(total.to_bytes(2 * COUNT, sys.byteorder)).cast("H").tolist()
    return [lane - _ZERO for lane in (lanes if sys.byteorder == "little" else reversed(lanes))]


@lru_cache(maxsize=16384)
def _row(feature: int) -> int:
    """The weights of a feature in one number, 16 bits for each class: such numbers add up fast."""
    offsets, rows = _table()
    place, low = feature >> LOW, feature & 255
    at, end = offsets[place], offsets[place + 1]
    while at < end:
        after = at + 2 + 2 * rows[at + 1]
        if rows[at] == low:
            pairs = range(at + 2, after, 2)
            return sum([(rows[pair + 1] - 128) << (16 * rows[pair]) for pair in pairs])
        at = after
    return 0


@cache
def _pairs() -> Sequence[int]:
    return _mapped("pairs.bin")


def known(left: Seen, right: Seen) -> bool:
    """Whether edited prose often has the two words side by side, so that nothing is missing."""
    pair = (left.left[0] ^ right.right[0]) & PAIRS
    return bool(_pairs()[pair >> 3] >> (pair & 7) & 1)
