"""Words that the web knows beside neither of their neighbours, where a word of almost the same
letters stands beside both: “because the solve” for “they”.

A place's log odds are told by a small linear model (``slip-weights.txt``, made by
``scripts/train-slips`` with slips planted in edited prose; ``NOTICE.txt`` names it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.tools import bisect_left, cache
from jdlint.lang.en.pairs.table import ALL, by_chance, pair, word
from jdlint.lang.en.tokens import Words

_MISSED = 8  # steps below what chance gives, of a pair that is not known: half of it
_LEAST = 20  # steps that a word must win: those of fewer are hardly ever meant
_ASKING = frozenset("is are was were am do does did has have had can could will would".split())
_AROUND = 12  # words to either side that tell the tag of a word


class Side(NamedTuple):
    """A neighbour, seen from a word: the steps of both with the written word and with the meant
    one; ``expected`` by chance with the written one. Nothing is ``known`` of rare words and marks.
    """

    known: bool = False
    written: int = 0
    meant: int = 0
    expected: int = 0

    @property
    def lost(self) -> bool:
        """Whether the written word stands there less often than by chance."""
        return self.known and (self.written == 0 or self.written < self.expected)

    @property
    def steps(self) -> int:
        """Those of the pair, or a guess at them."""
        return self.written or min(0, self.expected - _MISSED)


_NOTHING = Side()


class Place(NamedTuple):
    """Token ``at`` may stand for ``meant``, of which the web knows ``gain`` steps more."""

    at: int
    meant: str
    gain: int
    left: Side
    right: Side


class Slip(NamedTuple):
    """Token ``at`` of a text is likelier meant to be ``meant``, with log odds ``odds``."""

    at: int
    meant: str
    odds: float


class Weights(NamedTuple):
    """``weights`` of the features; ``follows``: how much likelier than by chance a tag follows
    another (log odds in tenths); ``trade``: how much more often than on the web a word stands in
    handbooks (the same)."""

    weights: Sequence[float]
    follows: Mapping[tuple[str, str], int]
    trade: Mapping[str, int]


@cache
def _near() -> Sequence[str]:
    """A word and those of almost the same letters, a row a word, sorted."""
    text = Path(__file__).with_name("near-words.txt").read_text(encoding="utf-8")
    return text[text.index("\n") + 1 :].splitlines()


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


def near(text: str) -> Sequence[str]:
    """The words that a slip of the hand turns into a word in small letters."""
    rows = _near()
    at = bisect_left(rows, f"{text} ")
    if at == len(rows) or not rows[at].startswith(f"{text} "):
        return ()
    return rows[at].split(" ")[1:]


def places(cut: Words) -> Iterator[Place]:
    """The words of a text that stand beside a neighbour less often than by chance, with the
    likeliest of those that go with it better, in order."""
    lowers, texts = cut.lowers, cut.texts
    plain = [text.isalpha() and text.islower() for text in texts]
    plain.append(False)
    before = _NOTHING
    for at, own in enumerate(lowers):
        if not plain[at]:
            before = _NOTHING
            continue
        if at and not plain[at - 1] and _opens(cut, at - 1):
            before = _side(lowers[at - 1], own)
        after = _side(own, lowers[at + 1]) if plain[at + 1] else _NOTHING
        if before.lost or after.lost:
            words = (lowers[at - 1] if at else "", own, lowers[at + 1] if plain[at + 1] else "")
            place = _place(at, words, before, after)
            if place is not None:
                yield place
        before = after


def _side(first: str, second: str) -> Side:
    one, two = word(first), word(second)
    if not (one and two):
        return _NOTHING
    return Side(True, pair(first, second), 0, one + two - ALL)


def _opens(cut: Words, at: int) -> bool:
    """Whether a word opens a sentence, and asks nothing: “is it far”."""
    first = at == 0 or cut.texts[at - 1] in ".!?:"
    return first and cut.lowers[at] not in _ASKING and cut.lowers[at].isalpha()


def _place(at: int, words: tuple[str, str, str], left: Side, right: Side) -> Place | None:
    one, own, two = words
    steps = word(own)
    if not steps:
        return None
    here = (left.steps if left.known else steps) + (right.steps if right.known else steps) - steps
    best: Place | None = None
    for meant in near(own):
        first = pair(one, meant) if left.known else 0
        last = pair(meant, two) if right.known else 0
        if (left.lost and first > left.written) or (right.lost and last > right.written):
            base = word(meant)
            gain = -base - here
            gain += (first or _unseen(one, meant)) if left.known else base
            gain += (last or _unseen(meant, two)) if right.known else base
            if gain >= _LEAST and (best is None or gain > best.gain):
                best = Place(
                    at, meant, gain, left._replace(meant=first), right._replace(meant=last)
                )
    return best


def _unseen(first: str, second: str) -> int:
    return min(0, by_chance(first, second) - _MISSED)


def features(cut: Words, place: Place, known: Weights) -> list[float]:
    """What tells whether a word is a slip, each about as large as the others."""
    at, written, meant = place.at, cut.lowers[place.at], place.meant
    own, other = _fit(cut, at, written, known), _fit(cut, at, meant, known)
    trade = known.trade
    return [
        1,
        min(place.gain, 140) / 40,
        *_told(place.left),
        *_told(place.right),
        word(written) / 40,
        word(meant) / 40,
        max(-40, min(40, other - own)) / 30,
        max(-30, min(30, own)) / 30,
        trade.get(written, 0) / 20,
        trade.get(meant, 0) / 20,
        min(len(written), 7) / 4,
        at > 0 and not cut.texts[at - 1].islower(),
    ]


def _told(side: Side) -> list[float]:
    known, written, meant, expected = side
    return [
        known,
        known and not written,
        written / 40,
        bool(meant),
        meant / 40,
        max(-30, min(40, expected)) / 40,
        known and not written and bool(meant),
    ]


def _fit(cut: Words, at: int, text: str, known: Weights) -> int:
    """How well the tag that a word has in a place goes with those beside it."""
    from jdlint.lang.en.syntax.analysis import analyse

    first, last = max(at - _AROUND, 0), min(at + _AROUND, len(cut) - 1)
    start = cut.starts[first]
    left = cut.text[start : cut.starts[at]]
    tokens = analyse(f"{left}{text}{cut.text[cut.end(at) : cut.end(last)]}").tokens
    here = next((n for n, token in enumerate(tokens) if token.start == len(left)), -1)
    if here < 0:
        return 0
    tags = [token.tag for token in tokens]
    told = known.follows.get
    before = told((tags[here - 1], tags[here]), 0) if here else 0
    return before + (told((tags[here], tags[here + 1]), 0) if here + 1 < len(tags) else 0)


def odds(cut: Words, place: Place, known: Weights) -> float:
    """The log odds of a slip."""
    told = zip(known.weights, features(cut, place, known), strict=True)
    return sum(weight * value for weight, value in told)


def slips(cut: Words, least: float) -> Iterator[Slip]:
    """The words of a text that are slips with log odds of ``least``, in order."""
    for place in places(cut):
        found = odds(cut, place, weights())
        if found >= least:
            yield Slip(place.at, place.meant, found)
