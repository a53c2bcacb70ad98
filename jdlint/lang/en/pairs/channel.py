"""Words that the web knows beside neither of their neighbours, where a word of almost the same
letters stands beside both: “because the solve” for “they”.

A place's log odds are told by a small linear model (``slip-weights.txt``, made by
``scripts/train-slips`` with slips planted in edited prose; ``NOTICE.txt`` names it).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.tools import bisect_left, cache
from jdlint.lang.en.pairs.fit import Weights, fit, weights
from jdlint.lang.en.pairs.table import ALL, by_chance, pair, word
from jdlint.lang.en.tokens import Words

_MISSED = 8  # steps below what chance gives, of a pair that is not known: half of it
_MORE = 8  # steps that it must win beside one of the two
_LEAST = 20  # steps that a word must win: those of fewer are hardly ever meant
_ASKING = frozenset("is are was were am do does did has have had can could will would".split())
# log odds that the planted slips do not tell: hands take one small word for another more often, or
# prose bends them more often, than words of such letters (read on 96,000 lines of handbooks)
_HABITS = {
    "you your": 3.0, "an and": 1.5, "out our": 1.5, "us use": 1.5, "man many": 1.5,
    "think thing": 1.5, "affect effect": 1.5, "write right": 1.0, "they the": 1.0, "the they": 1.0,
    "or of": 1.0, "by be": 1.0, "mad made": 1.0, "then than": 1.0, "one on": 0.8, "are our": 0.5,
    "is it": 0.5, "it is": 0.5, "than that": -1.5, "now not": -1.5, "no not": -1.5, "if is": -1.5,
    "on one": -1.5, "in it": -1.5, "will well": -1.0,
}  # fmt: skip
# after these, “you” may stand before a noun: “we offer you boats”
_GIVING = frozenset(
    f"{verb}{end}"
    for verb in (
        "send offer show teach tell ask bring get buy grant lend pay find provide guarantee help "
        "let leave cost save owe wish promise serve hand pass earn win cook book "
        "read call keep build award assign allow afford refund reimburse supply "
        "assure deliver gain spare"
    ).split()
    for end in ("", "s", "es", "ed", "ing")
) | frozenset(
    "give gives giving gave given make makes making made have has had having see sees saw taught "
    "told brought got bought lent paid found cost sent kept built won getting letting let "
    "saving saved providing provided guaranteeing assuring thank thanks".split()
)
_NEVER = -99.0
_SHORT = {"cant can": "can't", "wont went": "won't"}  # the mark was lost, too
# of 801 places of 87 pages, tags told 3.2 at most; they take five times as long as all the rest
_MOST_OF_TAGS = 3.6


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


@cache
def _near() -> Sequence[str]:
    """A word and those of almost the same letters, a row a word, sorted."""
    text = Path(__file__).with_name("near-words.txt").read_text(encoding="utf-8")
    return text[text.index("\n") + 1 :].splitlines()


def near(text: str) -> Sequence[str]:
    """The words that a slip of the hand turns into a word in small letters."""
    rows = _near()
    at = bisect_left(rows, f"{text} ")
    if at == len(rows) or not rows[at].startswith(f"{text} "):
        return ()
    return rows[at].split(" ")[1:]


def places(cut: Words) -> Iterator[Place]:
    """The words of a text that stand beside a neighbour less often than by chance, with the
    two likeliest of those that go with it better, in order."""
    lowers, texts = cut.lowers, cut.texts
    plain = [text.isalpha() and text.islower() for text in texts]
    plain.append(False)
    before = _NOTHING
    for at, own in enumerate(lowers):
        if not plain[at] or (at and _asks(lowers[at - 1], plain[at - 1])):
            before = _side(own, lowers[at + 1]) if plain[at] and plain[at + 1] else _NOTHING
            continue
        if at and not plain[at - 1] and _opens(cut, at - 1):
            before = _side(lowers[at - 1], own)
        after = _side(own, lowers[at + 1]) if plain[at + 1] else _NOTHING
        if before.lost or after.lost:
            words = (lowers[at - 1] if at else "", own, lowers[at + 1] if plain[at + 1] else "")
            yield from _places(at, words, before, after)
        before = after


def _asks(word: str, plain: bool) -> bool:
    """Whether a word opens a question: “Were you there?”, “aren't they?”."""
    return word.endswith("n't") or (not plain and word in _ASKING)


def _side(first: str, second: str) -> Side:
    one, two = word(first), word(second)
    if not (one and two):
        return _NOTHING
    return Side(True, pair(first, second), 0, one + two - ALL)


def _opens(cut: Words, at: int) -> bool:
    """Whether a word opens a sentence, and asks nothing: “is it far”."""
    first = at == 0 or cut.texts[at - 1] in ".!?:"
    return first and cut.lowers[at] not in _ASKING and cut.lowers[at].isalpha()


def _places(at: int, words: tuple[str, str, str], left: Side, right: Side) -> Iterator[Place]:
    one, own, two = words
    steps = word(own)
    if not steps:
        return
    before, after = left.steps if left.known else steps, right.steps if right.known else steps
    found: list[tuple[int, str, int, int]] = []
    for meant in near(own):
        base = word(meant)
        more = base - steps
        first = pair(one, meant) if left.known else 0
        last = pair(meant, two) if right.known else 0
        head = (first or _unseen(one, meant)) - before if left.known else more
        tail = (last or _unseen(meant, two)) - after if right.known else more
        # of all places of the word, those beside this neighbour must be more than of the other's
        better = (left.lost and head - more >= _MORE) or (right.lost and tail - more >= _MORE)
        if better and head + tail - more >= _LEAST:
            found.append((head + tail - more, meant, first, last))
    for gain, meant, first, last in sorted(found, reverse=True)[:2]:
        yield Place(at, meant, gain, left._replace(meant=first), right._replace(meant=last))


def _unseen(first: str, second: str) -> int:
    return min(0, by_chance(first, second) - _MISSED)


def features(cut: Words, place: Place, known: Weights) -> list[float]:
    """What tells whether a word is a slip, each about as large as the others: of its neighbours, of
    the tags around it, of the words alone."""
    return [*_of_neighbours(cut, place), *_of_tags(cut, place, known), *_alone(cut, place, known)]


def _of_neighbours(cut: Words, place: Place) -> list[float]:
    return [
        1,
        min(place.gain, 140) / 40,
        *_told(place.left),
        *_told(place.right),
        word(cut.lowers[place.at]) / 40,
        word(place.meant) / 40,
    ]


def _of_tags(cut: Words, place: Place, known: Weights) -> list[float]:
    at = place.at
    own, other = fit(cut, at, cut.lowers[at], known), fit(cut, at, place.meant, known)
    return [
        max(-40, min(40, other.near - own.near)) / 30,
        max(-30, min(30, own.near)) / 30,
        max(-60, min(60, other.wide - own.wide)) / 30,
        max(-3, other.sure) - max(-3, own.sure),
        max(-3, own.sure),
    ]


def _alone(cut: Words, place: Place, known: Weights) -> list[float]:
    at, written = place.at, cut.lowers[place.at]
    return [
        known.trade.get(written, 0) / 20,
        known.trade.get(place.meant, 0) / 20,
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


def odds(cut: Words, place: Place, known: Weights, least: float) -> float:
    """The log odds of a slip; less than ``least``, too, where tags cannot make it as much."""
    first, last = _of_neighbours(cut, place), _alone(cut, place, known)
    so_far = (
        _habit(cut, place) + _sum(known.weights, first) + _sum(known.weights[-len(last) :], last)
    )
    if so_far < least - _MOST_OF_TAGS:
        return so_far
    return so_far + _sum(known.weights[len(first) :], _of_tags(cut, place, known))


def _sum(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum([weight * value for weight, value in zip(weights, values, strict=False)])


def _habit(cut: Words, place: Place) -> float:
    written = cut.lowers[place.at]
    if (written, place.meant) == ("you", "your") and cut.lowers[place.at - 1] in _GIVING:
        return _NEVER
    return _HABITS.get(f"{written} {place.meant}", 0.0)


def slips(cut: Words, least: float) -> Iterator[Slip]:
    """The words of a text that are slips with log odds of ``least``, in order."""
    best: Slip | None = None
    for place in places(cut):
        meant = _SHORT.get(f"{cut.lowers[place.at]} {place.meant}", place.meant)
        found = Slip(place.at, meant, odds(cut, place, weights(), least))
        if best is not None and best.at != found.at:
            yield best
            best = None
        if found.odds >= least and (best is None or found.odds > best.odds):
            best = found
    if best is not None:
        yield best
