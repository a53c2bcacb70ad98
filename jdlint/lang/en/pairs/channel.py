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
from jdlint.lang.en.pairs.table import by_chance, pair, word
from jdlint.lang.en.tokens import Words

_MISSED = 8  # steps below what chance gives, of a pair that is not known: half of it
_EXPECTED = 8  # steps that a lost pair would have by chance: twice the floor of the source
_LEAST = 20  # steps that a word must win: those of fewer are hardly ever meant
_ASKING = frozenset("is are was were am do does did has have had can could will would".split())
_AROUND = 12  # words to either side that tell the tag of a word


class Place(NamedTuple):
    """Token ``at`` may stand for ``meant``, of which the web knows ``gain`` steps more; ``seen``
    and ``near``: the steps of both pairs of the written word, and of the meant one."""

    at: int
    meant: str
    gain: int
    seen: int
    near: int


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
    """The words of a text that hardly go with their neighbours, with the likeliest of those that
    do, in order."""
    lowers, texts = cut.lowers, cut.texts
    plain = [text.isalpha() and text.islower() for text in texts]
    before = pair(*lowers[:2]) if len(lowers) > 1 else 0
    for at in range(1, len(lowers) - 1):
        after = pair(lowers[at], lowers[at + 1]) if plain[at] and plain[at + 1] else 0
        if not (before and after) and plain[at] and plain[at + 1]:
            if not plain[at - 1]:
                before = pair(lowers[at - 1], lowers[at]) if _opens(cut, at - 1) else -1
            place = _place(at, lowers[at - 1 : at + 2], before, after) if before >= 0 else None
            if place is not None:
                yield place
        before = after


def _opens(cut: Words, at: int) -> bool:
    """Whether a word opens a sentence, and asks nothing: “is it far”."""
    first = at == 0 or cut.texts[at - 1] in ".!?:"
    return first and cut.lowers[at] not in _ASKING and cut.lowers[at].isalpha()


def _place(at: int, words: Sequence[str], before: int, after: int) -> Place | None:
    left, written, right = words
    if not (word(written) and word(left) and word(right)) or not _strange(words, before, after):
        return None
    best: Place | None = None
    here = (before or _unseen(left, written)) + (after or _unseen(written, right)) - word(written)
    for meant in near(written):
        one = pair(left, meant)
        two = pair(meant, right) if one else 0
        if two:
            gain = one + two - word(meant) - here
            if gain >= _LEAST and (best is None or gain > best.gain):
                best = Place(at, meant, gain, before + after, one + two)
    return best


def _strange(words: Sequence[str], before: int, after: int) -> bool:
    """Whether both pairs are not known, or one that should be."""
    left, written, right = words
    if not before:
        return not after or by_chance(left, written) > _EXPECTED
    return by_chance(written, right) > _EXPECTED


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
        min(place.seen, 60) / 40,
        min(place.near, 100) / 40,
        word(written) / 40,
        max(-40, min(40, other - own)) / 30,
        max(-30, min(30, own)) / 30,
        trade.get(written, 0) / 20,
        trade.get(meant, 0) / 20,
        min(len(written), 7) / 4,
        not cut.texts[at - 1].islower(),
    ]


def _fit(cut: Words, at: int, text: str, known: Weights) -> int:
    """How well the tag that a word has in a place goes with those beside it."""
    from jdlint.lang.en.syntax.analysis import analyse

    first, last = max(at - _AROUND, 0), min(at + _AROUND, len(cut) - 1)
    start = cut.starts[first]
    left = cut.text[start : cut.starts[at]]
    tokens = analyse(f"{left}{text}{cut.text[cut.end(at) : cut.end(last)]}").tokens
    here = next((n for n, token in enumerate(tokens) if token.start == len(left)), -1)
    if not 0 < here < len(tokens) - 1:
        return 0
    one, own, two = (tokens[n].tag for n in (here - 1, here, here + 1))
    return known.follows.get((one, own), 0) + known.follows.get((own, two), 0)


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
