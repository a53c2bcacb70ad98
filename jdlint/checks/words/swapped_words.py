"""A small word where another one is meant: “build you app”, “arranged in such as way”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks.words._small_words import SmallWords, changed, in_sentence, small_neighbours
from jdlint.core.diagnostic import Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import Words

if TYPE_CHECKING:
    from jdlint.lang.en.gaps.odds import Gap


_SUBJECTS = frozenset("he they we".split())
_OTHER_TAGS = frozenset("VZDXKRCSIWUQE")
_SHORT = {("its", "is"): "it's"}  # the model knows the words of short forms alone


@dataclass(frozen=True)
class SwappedWords(SmallWords):
    """Reports a closed-class word in whose place edited prose has another one, which it is easily
    written for.

    ``others``: for a word those that may be meant, with the log odds from which one is; below
    ``sure`` more it is not certain; ``unfit`` less where the word is a pronoun that has no verb:
    “they cardinal rule”. ``unless``: two or three words beside each other that stand so.
    Values: ``found``, ``better``.
    """

    others: Mapping[str, Mapping[str, float]]
    sure: float = 1.0
    unfit: float = 2.0

    def shown(self, page: Page, block: Block, cut: Words, gap: Gap) -> Finding:
        meant = _SHORT.get((cut.lowers[gap.at], gap.word), gap.word)
        found = changed(page, block, cut, gap.at, meant)
        sure = gap.odds >= self._least(cut, gap) + self.sure
        return found if sure else found._replace(certain=False)

    def _least(self, cut: Words, gap: Gap) -> float:
        """The log odds from which a word is shown."""
        least = self.others[cut.lowers[gap.at]][gap.word]
        return least - self.unfit if _has_no_verb(cut, gap.at) else least

    @cached_property
    def _lowest(self) -> Mapping[str, Mapping[str, float]]:
        """The least log odds of each pair of words."""
        return {
            word: {
                other: least - self.unfit if word in _SUBJECTS else least
                for other, least in others.items()
            }
            for word, others in self.others.items()
        }

    def gaps(self, cut: Words) -> Iterator[Gap]:
        """The words of a text in whose place another one is meant."""
        from jdlint.lang.en.gaps.odds import other_words

        for gap in other_words(cut, self._lowest):
            plain = in_sentence(cut, gap.at) and small_neighbours(cut, gap.at)
            likely = gap.odds >= self._least(cut, gap)
            if plain and likely and not self._stands(cut, gap.at):
                yield gap

    def _stands(self, cut: Words, at: int) -> bool:
        """Whether a word stands so with one or two of its neighbours."""
        lowers = ["^", "^", *cut.lowers, "$", "$"]
        at += 2
        runs = ((-1, 1), (0, 2), (-2, 1), (-1, 2), (0, 3))
        return any(tuple(lowers[at + one : at + end]) in self.pairs for one, end in runs)


def _has_no_verb(cut: Words, at: int) -> bool:
    """Whether a pronoun stands before a noun that is never a verb, and behind no auxiliary."""
    if cut.lowers[at] not in _SUBJECTS or at + 1 >= len(cut):
        return False
    options = cut.options[at + 1]
    return (
        options[0] in "NMP"
        and not set(options) & _OTHER_TAGS
        and not (at and cut.options[at - 1][0] in "XK")
    )
