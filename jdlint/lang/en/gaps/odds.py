"""How likely another closed-class word is than what stands in a place: one that is missing between
two words, one for another, or none for one too many; told by a linear model of what stands around.

The weights (``gap-weights.z``) were made by ``scripts/train-gaps`` from edited prose;
``NOTICE.txt`` names it. They are read when the first text is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.recent import most_of
from jdlint.core.tools import cache
from jdlint.lang.en.gaps.context import (
    CHOICES,
    NUMBER,
    features,
    hashed,
    of_left,
    of_right,
    seen_in,
    together,
)
from jdlint.lang.en.gaps.seen import EDGES, Seen
from jdlint.lang.en.gaps.sparse import SCALE, Sparse, table_of
from jdlint.lang.en.tokens import Words

# What each of the two words beside a gap says, added up, and what they say together (log odds): a
# place of which less is said is not looked at. For lost words that loses 4 of 100 that would be
# found, and spares 96 of 100 others; for other words 2 of 100, and 98.
_ALONE, _TOGETHER = round(-1.6 * SCALE), round(-1.0 * SCALE)
_OTHER_ALONE, _OTHER = round(0.75 * SCALE), round(1.3 * SCALE)
_SOUGHT = tuple(
    NUMBER[word]
    for word in "to of in on at for with from by about as into is are be a the you have".split()
)
_BEHIND = 3 * SCALE  # the likeliest of all: what is more is taken from the odds
_MOST = 50_000  # neighbours, and pairs of them, that are remembered
_MOST_BOTH = 5_000  # pairs of which all scores are, half a KB each


class Gap(NamedTuple):
    """At token ``at`` of a text, ``word`` is likelier than what stands there, with log odds
    ``odds``."""

    at: int
    word: str
    odds: float


class Model:
    """The weights, and what single neighbours say."""

    def __init__(self, table: Sparse) -> None:
        self.table = table
        self._left: dict[Seen, list[int]] = {}
        self._right: dict[Seen, list[int]] = {}
        self._before: dict[Seen, int] = {}
        self._after: dict[Seen, int] = {}
        self._pairs: dict[tuple[Seen, Seen], bool] = {}
        self._both: dict[tuple[Seen, Seen], list[int]] = {}

    def left(self, word: Seen) -> list[int]:
        """What the word before a gap says of each choice."""
        return self._left.get(word) or self._told(self._left, word, of_left)

    def right(self, word: Seen) -> list[int]:
        """What the word behind a gap says of each choice."""
        return self._right.get(word) or self._told(self._right, word, of_right)

    def _told(
        self, known: dict[Seen, list[int]], word: Seen, parts: Callable[[Seen], tuple[str, ...]]
    ) -> list[int]:
        if len(known) > most_of(_MOST):
            known.clear()
        found = known[word] = self.table.scores(hashed(parts(word)))
        return found

    def both(self, one: Seen, two: Seen) -> list[int]:
        """What both words beside a gap say of each choice."""
        found = self._both.get((one, two))
        if found is None:
            if len(self._both) > most_of(_MOST_BOTH):
                self._both.clear()
            pair = self.table.scores(hashed(together(one, two)))
            sides = zip(self.left(one), self.right(two), pair, strict=True)
            found = self._both[one, two] = [sum(each) for each in sides]
        return found

    def lacks(self, one: Seen, two: Seen) -> bool:
        """Whether the words beside an empty gap let a word be missing there."""
        found = self._pairs.get((one, two))
        if found is None:
            if len(self._pairs) > most_of(_MOST):
                self._pairs.clear()
            found = self._pairs[one, two] = self._lacks(one, two)
        return found

    def _lacks(self, one: Seen, two: Seen) -> bool:
        before = self._before.get(one)
        if before is None:
            before = self._before[one] = _most(self.left(one))
        after = self._after.get(two)
        if after is None:
            after = self._after[two] = _most(self.right(two))
        return before + after >= _ALONE and _most(self.both(one, two)) >= _TOGETHER

    def scores(self, known: Sequence[Seen], at: int, end: int) -> list[int]:
        """What all that stands around says of each choice."""
        return self.table.scores(features(known, at, end))


@cache
def model() -> Model:
    return Model(table_of(Path(__file__).with_name("gap-weights.z")))


def _most(scores: Sequence[int]) -> int:
    """What scores say of the likeliest word that is sought, against nothing."""
    return max([scores[choice] for choice in _SOUGHT]) - scores[0]


def lost_words(words: Words, least: float) -> Iterator[Gap]:
    """The gaps of a text in which a word is likelier than none with log odds of ``least``, in
    order."""
    known, texts = model(), words.texts
    tokens = seen_in(words)
    for at in range(1, len(texts)):
        plain = texts[at - 1][0].isalnum() and texts[at].islower()
        plain = plain and words.lowers[at - 1] != words.lowers[at]  # doubled, and told as that
        if plain and known.lacks(tokens[at - 1], tokens[at]):
            scores = known.scores(tokens, at, at)
            best = max(range(1, len(CHOICES)), key=scores.__getitem__)
            odds = (scores[best] - scores[0]) / SCALE
            if odds >= least and best in _SOUGHT:
                yield Gap(at, CHOICES[best], odds)


def other_words(words: Words, others: Mapping[str, Mapping[str, float]]) -> Iterator[Gap]:
    """The closed-class words of a text in whose place one of their ``others`` is likelier by at
    least its log odds."""
    known = model()
    tokens: list[Seen] = []
    for at, low in enumerate(words.lowers):
        if low in others and not (at and words.lowers[at - 1] == low):
            tokens = tokens or seen_in(words)
            wanted = [NUMBER[other] for other in others[low]]
            if _likely(known, tokens, at, NUMBER[low], wanted):
                scores = known.scores(tokens, at, at + 1)
                best = max(wanted, key=scores.__getitem__)
                odds = (scores[best] - scores[NUMBER[low]]) / SCALE
                odds -= max(0, max(scores) - scores[best] - _BEHIND) / SCALE
                if odds >= others[low][CHOICES[best]]:
                    yield Gap(at, CHOICES[best], odds)


def needless(words: Words, at: int) -> float:
    """The log odds of nothing in the place of the closed-class word at token ``at``; less than
    nought where another word is likelier still."""
    scores = model().scores(seen_in(words), at, at + 1)
    written = scores[NUMBER[words.lowers[at]]]
    return (scores[0] - (written if scores[0] == max(scores) else max(scores))) / SCALE


def _likely(
    known: Model,
    tokens: Sequence[Seen],
    at: int,
    written: int,
    wanted: Sequence[int],
) -> bool:
    """Whether what stands beside a word lets another choice be wanted."""
    one = tokens[at - 1] if at else EDGES[0][0]
    two = tokens[at + 1] if at + 1 < len(tokens) else EDGES[1][0]
    left, right = known.left(one), known.right(two)
    said = left[written] + right[written]
    if max([left[other] + right[other] for other in wanted]) - said < _OTHER_ALONE:
        return False
    both = known.both(one, two)
    return max([both[other] for other in wanted]) - both[written] >= _OTHER
