"""Words that stand where another one, for which they are often mistaken, is far likelier.

For each pair of words (written, meant) a linear model of the neighbours tells the log odds of the
meant word. The models (``confusion-weights.z``) were made by ``scripts/train-confusion`` from
edited handbooks; ``NOTICE.txt`` names them. The index is read when the first text is looked at, a
model when the first of its words is.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from sys import byteorder
from zlib import crc32

from jdlint.core.light import NamedTuple
from jdlint.core.tools import cache
from jdlint.lang.en.confusion.context import MASK, features, word_at
from jdlint.lang.en.tokens import Words

SCALE = 16  # steps of a weight in one unit of log odds
_MOST = 5_000  # neighbours that a model remembers


class Slip(NamedTuple):
    """Tokens ``at`` to ``end`` (exclusive) stand where ``meant`` is likelier; ``odds`` are its log
    odds beyond those from which that is believed."""

    at: int
    end: int
    meant: str
    odds: float


class Model:
    """The odds of one word against another.

    ``least``: the log odds from which the other word is meant. ``bound``: what the nearest
    neighbours alone must say for that (both in steps of a weight).
    """

    def __init__(self, row: bytes, packed: bytes) -> None:
        written, meant, least, bound, _ = row.decode().split("\t")
        self.words = tuple(written.split())
        self.meant = meant
        self.least, self.bound = int(least), int(bound)
        self._packed = packed
        self._weights: dict[int, int] | None = None
        self._near: dict[str, int] = {}

    @property
    def weights(self) -> dict[int, int]:
        """Feature -> weight; most features have none."""
        if self._weights is None:
            data = zlib.decompress(self._packed)
            count = len(data) // 3
            gaps = array("H", data[: 2 * count])
            if byteorder == "big":
                gaps.byteswap()
            steps = array("b", data[2 * count :])
            self._weights = dict(zip(accumulate(gaps), steps, strict=True))
        return self._weights

    def strange(self, left: str, right: str) -> bool:
        """Whether the nearest neighbours alone let the other word be meant."""
        known = self._near
        if len(known) > _MOST:
            known.clear()
        a, b = known.get(f"<{left}"), known.get(f">{right}")
        if a is None:
            a = known[f"<{left}"] = self._sum("b", f"1{left}", f"<{left}")
        if b is None:
            b = known[f">{right}"] = self._sum(f"2{right}", f">{right}")
        return a + b >= self.bound

    def _sum(self, *texts: str) -> int:
        return sum(self.weights.get(crc32(text.encode()) & MASK, 0) for text in texts)

    def odds(self, place: list[int]) -> int:
        """The log odds of the other word in a place, in steps."""
        weight = self.weights.get
        return sum([weight(feature, 0) for feature in place])


@cache
def models() -> dict[str, tuple[Model, ...]]:
    """The models by the first word that is written."""
    data = Path(__file__).with_name("confusion-weights.z").read_bytes()
    head, _, rest = data.partition(b"\n\n")
    found: dict[str, list[Model]] = {}
    at = 0
    for row in head.split(b"\n"):
        size = int(row.rpartition(b"\t")[2])
        model = Model(row, rest[at : at + size])
        found.setdefault(model.words[0], []).append(model)
        at += size
    return {word: tuple(rows) for word, rows in found.items()}


def slips(words: Words) -> Iterator[Slip]:
    """The words of a text in whose place another is far likelier, in order; of several that are,
    the likeliest."""
    known = models()
    for at, low in enumerate(words.lowers):
        if low in known:
            best = _best(words, at, known[low])
            if best is not None:
                yield best


def _best(words: Words, at: int, rows: tuple[Model, ...]) -> Slip | None:
    best: Slip | None = None
    left = word_at(words, at - 1)
    places: dict[int, list[int]] = {}
    for model in rows:
        end = at + len(model.words)
        if end > at + 1 and tuple(words.lowers[at:end]) != model.words:
            continue
        if not model.strange(left, word_at(words, end)):
            continue
        place = places.get(end) or places.setdefault(end, features(words, at, end))
        odds = model.odds(place)
        if odds >= model.least:
            over = (odds - model.least) / SCALE
            if best is None or over > best.odds:
                best = Slip(at, end, model.meant, over)
    return best
