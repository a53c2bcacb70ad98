"""Small words of sentences, as what a model of them says is shown."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, dataclass, field
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import QUOTING, Words, words

if TYPE_CHECKING:
    from jdlint.lang.en.gaps.odds import Gap

LEAST = 5  # words of a text that is judged: shorter ones are labels
# beside these, a word is quoted, or a part of a name
EDGES = QUOTING | {"("}
_CLOSES = frozenset(".,;:?!)")


@dataclass(frozen=True)
class SmallWords(ABC):
    """What rules about small words share: where they look, and which words stand so beside each
    other (``unless``). A subclass says what is wrong in a text, and how it is shown."""

    unless: tuple[str, ...] = field(default=(), kw_only=True)
    scope: tuple[str, ...] = field(default=("prose",), kw_only=True)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @abstractmethod
    def gaps(self, cut: Words) -> Iterator[Gap]:
        """The places of a text of ``LEAST`` words and more where a word is wrong, in order."""

    @abstractmethod
    def shown(self, page: Page, block: Block, cut: Words, gap: Gap) -> Finding:
        """The finding of a place."""

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            cut = words(text)
            for gap in self._in_text(text):
                yield self.shown(page, block, cut, gap)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(pair.split()) for pair in self.unless)

    @cached_property
    def _in_text(self) -> Callable[[str], tuple[Gap, ...]]:
        def look(text: str) -> Iterator[Gap]:
            cut = words(text)
            if len(cut) >= LEAST:
                yield from self.gaps(cut)

        return by_text(look, self)


def in_sentence(cut: Words, at: int) -> bool:
    """Whether a small word and those beside it are words of a sentence in small letters, with a
    space between them."""
    opens = at == 0 or cut.texts[at - 1] in ".!?:"
    text, end = cut.texts[at], cut.end(at)
    if not (text.islower() or (opens and len(text) > 1 and text[1:].islower())):
        return False
    before, after = cut.text[max(cut.starts[at] - 2, 0) : cut.starts[at]], cut.text[end : end + 2]
    if before and (before[-1] not in " \n" or (before[0] in EDGES and len(before) > 1)):
        return False
    if not after or (after[0] in " \n" and after[1:2] in EDGES):
        return False
    return after[0] in " \n" or (after[0] in _CLOSES and not after[1:2].isalnum())


def small_neighbours(cut: Words, at: int) -> bool:
    """Whether the words beside token ``at`` are no names: in small letters, but for the first of a
    sentence."""
    after = cut.texts[at + 1 : at + 2]
    if any(not word.islower() and word[0].isalpha() and word != "I" for word in after):
        return False
    if not at or cut.texts[at - 1].islower() or not cut.texts[at - 1][0].isalpha():
        return True
    opens = at == 1 or cut.texts[at - 2] in ".!?:"
    return cut.texts[at - 1] == "I" or (opens and cut.texts[at - 1][1:].islower())


def changed(page: Page, block: Block, cut: Words, at: int, other: str, count: int = 1) -> Finding:
    """The finding that the ``count`` tokens up to ``at`` should be ``other``, or that token ``at``
    be left out where that is empty."""
    first, last = at - count + 1, at
    better = other[:1].upper() + other[1:] if cut.texts[first][0].isupper() else other
    if not other and at + 1 < len(cut) and cut.texts[at + 1][0].isalnum():
        last = at + 1
        following = cut.texts[at + 1]
        capital = cut.texts[at][0].isupper()
        better = following[:1].upper() + following[1:] if capital else following
    start, end = block.start + cut.starts[first], block.start + cut.end(last)
    word = page.prose.span(start, block.start + cut.end(at))
    span = page.prose.span(start, end)
    found = page.source.slice(span)
    exact = page.exact(start, end) and HIDDEN not in found and (other or last > first)
    edits = (Edit(span, better),) if exact else ()
    return Finding(word, {"found": page.source.slice(word), "better": better}, edits)
