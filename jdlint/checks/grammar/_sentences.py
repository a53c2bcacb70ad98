"""What the checks that read sentences share: they go through the analysed blocks of a page.

Such a check needs the language engine (``jdlint.lang.en.syntax.analysis``), which is read late and
once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, NamedTuple, dataclass, field
from jdlint.core.page import Block, Page
from jdlint.core.tools import cached_property, lru_cache

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

ADVERBS = frozenset("not n't also always never often only still already then usually fully".split())


_SHORT = 4  # letters: shorter words in -s are names and units
_LONGEST = 400  # tokens of a sentence; the longest of 100,000 lines of handbooks has 245


class Slip(NamedTuple):
    """What is wrong in a sentence: the tokens from ``first`` to ``last`` (both included).

    ``better`` is what they should be, or empty where that is not clear; ``variant`` names a message
    of the rule; what is not ``certain`` is shown as a note.
    """

    first: Token
    last: Token
    better: str = ""
    values: Mapping[str, str] = {}
    variant: str = ""
    certain: bool = True


@dataclass(frozen=True)
class SentenceCheck(ABC):
    """Goes through the sentences of the blocks in ``scope``; a subclass says what is a slip."""

    scope: tuple[str, ...] = field(default=("prose",), kw_only=True)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @abstractmethod
    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        """The slips in one sentence."""

    @cached_property
    def _in_text(self) -> Callable[[str], tuple[Slip, ...]]:
        """The slips in the sentences of a text."""
        from jdlint.lang.en.syntax.analysis import analyse

        def look(text: str) -> Iterator[Slip]:
            for sentence in analyse(text).sentences:
                if len(sentence.tokens) <= _LONGEST:
                    yield from self.slips(sentence.tokens)

        return by_text(look, self)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            for slip in self._in_text(text):
                yield finding(page, block, slip)


def finding(page: Page, block: Block, slip: Slip) -> Finding:
    """The finding of a slip; its edit writes what is better where the place stands in the source
    as it stands in the prose."""
    start, end = block.start + slip.first.start, block.start + slip.last.end
    found = page.prose.text[start:end]
    span = page.prose.span(start, end)
    better = slip.better
    if better and found[:1].isupper():
        better = better[0].upper() + better[1:]
    edits = (Edit(span, better),) if better and page.exact(start, end) else ()
    values = {"found": found, "better": better, **slip.values}
    return Finding(span, values, edits, variant=slip.variant, certain=slip.certain)


def past_adverbs(tokens: Sequence[Token], index: int) -> int:
    """The index of the first token from ``index`` on that is no adverb."""
    while index < len(tokens) and (tokens[index].tag == "RB" or tokens[index].lower in ADVERBS):
        index += 1
    return index


def readings(token: Token) -> frozenset[str]:
    """The letters of what the lexicon says that a word can be (see ``jdlint.lang.en.lexicon``)."""
    return _letters(token.lower) if token.text.islower() else frozenset()


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    from jdlint.lang.en.forms import derived
    from jdlint.lang.en.lexicon import tags

    # the lexicon leaves out many a plural that nothing else looks like (developers)
    plural = word.endswith("s") and len(word) > _SHORT
    return frozenset(
        tags(word) or (derived(word, lambda base: tags(base) or None) if plural else "")
    )


def only(token: Token, letters: str) -> bool:
    """Whether the lexicon knows a word in small letters and nothing but these readings of it."""
    found = readings(token)
    return bool(found) and found <= frozenset(letters)


def bare_verb(token: Token) -> bool:
    """Whether a word can be a base verb and nothing else."""
    return only(token, "V") and not token.lower.endswith(("ed", "ing", "s"))


def bare_before_object(token: Token, after: Token) -> bool:
    """The same, of a word before a determiner, where it can be no adjective (select, complete)."""
    if after.tag not in ("DT", "PRP$"):
        return False
    found = only(token, "VJ") and "V" in readings(token)
    return found and not token.lower.endswith(("ed", "ing", "s"))
