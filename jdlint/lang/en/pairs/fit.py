"""How well a word goes with the tags around its place, and the weights of what tells a slip.

The weights (``slip-weights.txt``) were made by ``scripts/train-slips``; ``NOTICE.txt`` names what
with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, prod
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.tools import cache
from jdlint.lang.en.tokens import Words

_WIDE = 3  # tags to either side that tell whether it goes with them
_AROUND = 12  # words to either side that tell the tag of a word


class Fit(NamedTuple):
    """How well a word goes with the tags beside it (``near``) and around it (``wide``), in tenths
    of log odds, and the log chance of the tags beside it."""

    near: int
    wide: int
    sure: float


class Weights(NamedTuple):
    """``weights`` of the features; ``follows``: how much likelier than by chance a tag follows
    another (log odds in tenths); ``trade``: how much more often than on the web a word stands in
    handbooks (the same)."""

    weights: Sequence[float]
    follows: Mapping[tuple[str, str], int]
    trade: Mapping[str, int]


@cache
def weights() -> Weights:
    text = Path(__file__).with_name("slip-weights.txt").read_text(encoding="utf-8")
    _, numbers, tags, *rows, trade = text.splitlines()
    names = tags.split()
    follows = {
        (first, last): int(steps)
        for first, row in zip(names, rows, strict=True)
        for last, steps in zip(names, row.split(), strict=True)
    }
    words = (row.partition(":") for row in trade.split())
    return Weights(
        tuple(map(float, numbers.split())), follows, {row[0]: int(row[2]) for row in words}
    )


def fit(cut: Words, at: int, text: str, known: Weights) -> Fit:
    """How well a word goes with the tags around its place."""
    from jdlint.lang.en.syntax.analysis import analyse

    first, last = max(at - _AROUND, 0), min(at + _AROUND, len(cut) - 1)
    start = cut.starts[first]
    left = cut.text[start : cut.starts[at]]
    tokens = analyse(f"{left}{text}{cut.text[cut.end(at) : cut.end(last)]}").tokens
    here = next((n for n, token in enumerate(tokens) if token.start == len(left)), -1)
    if here < 0:
        return Fit(0, 0, 0)
    tags = [token.tag for token in tokens]
    low, high = max(here - _WIDE, 0), min(here + _WIDE, len(tags) - 1)
    told = [known.follows.get((tags[n], tags[n + 1]), 0) for n in range(low, high)]
    beside = told[max(here - 1 - low, 0) : here + 1 - low]
    chances = [token.chance(token.tag) for token in tokens[max(here - 1, 0) : here + 2]]
    return Fit(sum(beside), sum(told), log(prod(chances)))
