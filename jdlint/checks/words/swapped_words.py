"""A small word where another one is meant: “build you app”, “arranged in such as way”."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.checks.words._small_words import LEAST, changed, in_sentence, small_neighbours
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import Page
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import Words, words

if TYPE_CHECKING:
    from jdlint.lang.en.gaps.odds import Gap


_SUBJECTS = frozenset("he they we".split())
_OTHER_TAGS = frozenset("VZDXKRCSIWUQE")
_SHORT = {("its", "is"): "it's"}  # the model knows the words of short forms alone


@dataclass(frozen=True)
class SwappedWords:
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
    unless: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            cut = words(text)
            for gap in self._in_text(text):
                low = cut.lowers[gap.at]
                found = changed(page, block, cut, gap.at, _SHORT.get((low, gap.word), gap.word))
                least = self._least(cut, gap)
                yield found if gap.odds >= least + self.sure else found._replace(certain=False)

    def _least(self, cut: Words, gap: Gap) -> float:
        """The log odds from which a word is shown."""
        least = self.others[cut.lowers[gap.at]][gap.word]
        return least - self.unfit if _has_no_verb(cut, gap.at) else least

    @cached_property
    def _in_text(self) -> Callable[[str], tuple[Gap, ...]]:
        """The words of a text in whose place another one is meant."""
        return by_text(self._swapped)

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

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(pair.split()) for pair in self.unless)

    def _swapped(self, text: str) -> Iterator[Gap]:
        from jdlint.lang.en.gaps.odds import other_words

        cut = words(text)
        if len(cut) < LEAST:
            return
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
        return any(tuple(lowers[at + one : at + end]) in self._pairs for one, end in runs)


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
