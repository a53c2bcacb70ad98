"""How likely a function word is missing between two words, told by a linear model of what stands
around.

The weights (``gap-weights.z``) were made by ``scripts/train-gaps`` from edited prose;
``NOTICE.txt`` names it. They are read when the first text is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.recent import most_of
from jdlint.core.tools import cache
from jdlint.lang.en.gaps.context import (
    CHOICES,
    features,
    left_features,
    pair_features,
    plain,
    right_features,
)
from jdlint.lang.en.gaps.table import SCALE, Table, unpacked
from jdlint.lang.en.tokens import Words

# What each of the two words beside a gap says, added up, and what they say together (log odds): a
# gap of which less is said is not looked at. That loses 4 of 100 that would be found, and
# spares 97 of 100 others.
_ALONE, _TOGETHER = round(-1.4 * SCALE), round(-1.12 * SCALE)
_MOST = 50_000  # neighbours, and pairs of them, that are remembered
_OTHERS = frozenset("and or that a you it have has".split())  # they only vie with the rest
_SOUGHT = tuple(n for n, word in enumerate(CHOICES) if word and word not in _OTHERS)
_Neighbour = tuple[str, str]  # a word and the tags that it can have


class Gap(NamedTuple):
    """Before token ``at`` of a text, ``word`` is likelier than nothing, with log odds ``odds``."""

    at: int
    word: str
    odds: float


class Model:
    """The weights, and what single neighbours say: the sum of their rows, and the most that this
    says for a word."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._left: dict[_Neighbour, tuple[int, int]] = {}
        self._right: dict[_Neighbour, tuple[int, int]] = {}
        self._pairs: dict[tuple[_Neighbour, _Neighbour], bool] = {}

    def strange(self, words: Words, at: int) -> bool:
        """Whether the words beside the gap before a token let one be missing there."""
        lowers, options = words.lowers, words.options
        one, two = (lowers[at - 1], options[at - 1]), (lowers[at], options[at])
        found = self._pairs.get((one, two))
        if found is None:
            if len(self._pairs) > most_of(_MOST):
                self._pairs.clear()
            found = self._pairs[one, two] = self._is_strange(one, two)
        return found

    def _is_strange(self, one: _Neighbour, two: _Neighbour) -> bool:
        left = self._left.get(one) or self._remembered(self._left, one, left_features)
        right = self._right.get(two) or self._remembered(self._right, two, right_features)
        if left[1] + right[1] < _ALONE:
            return False
        pair = pair_features(plain(one[0]), plain(two[0]), one[1], two[1])
        return self._most(left[0] + right[0] + self.table.total(pair)) >= _TOGETHER

    def _remembered(
        self,
        known: dict[_Neighbour, tuple[int, int]],
        word: _Neighbour,
        told: Callable[[str, str], list[int]],
    ) -> tuple[int, int]:
        if len(known) > most_of(_MOST):
            known.clear()
        total = self.table.total(told(plain(word[0]), word[1]))
        found = known[word] = total, self._most(total)
        return found

    def _most(self, total: int) -> int:
        """What a sum says of the likeliest word that is sought, against nothing."""
        scores = self.table.scores(total)
        return max([scores[choice] for choice in _SOUGHT]) - scores[0]

    def likeliest(self, words: Words, at: int) -> Gap:
        """The likeliest word before token ``at``."""
        scores = self.table.scores(self.table.total(features(words, at, at)))
        best = max(scores[1:])
        return Gap(at, CHOICES[scores.index(best, 1)], (best - scores[0]) / SCALE)


@cache
def model() -> Model:
    return Model(unpacked(Path(__file__).with_name("gap-weights.z").read_bytes()))


def lost_words(words: Words, least: float) -> Iterator[Gap]:
    """The gaps of a text in which a word is likelier than none with log odds of ``least``, in
    order."""
    known = model()
    texts = words.texts
    for at in range(1, len(texts)):
        if texts[at - 1][0].isalnum() and texts[at].islower() and known.strange(words, at):
            gap = known.likeliest(words, at)
            if gap.odds >= least and gap.word not in _OTHERS:
                yield gap
