"""A hyphen behind an adverb in -ly: “highly-skilled fitters”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.lang.en import lexicon

_COMPOUND = re.late(r"(?<![\w-])([A-Za-z]{3,24}ly)-([a-z]{3,24})(?![\w-])")
_DESCRIBES = frozenset("JEDG")


@dataclass(frozen=True)
class AdverbHyphens:
    """Reports ``-ly`` adverbs (not adjectives: family-owned, early-stage) with a hyphen before a
    participle or an adjective. Values: ``found``, ``better``."""

    scope: tuple[str, ...] = ("prose", "headings")
    needles: Sequence[str] = ("ly-",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, done = kinds_of(self.scope), -1
        for hit in hits:
            block = page.block_at(hit.start)
            if block.start <= done or block.kind not in kinds:
                continue
            done = block.start
            for match in _COMPOUND.finditer(page.prose.text, block.start, block.end):
                named = match[1][0].isupper() and _opens_name(page.prose.text, match)
                told = lexicon.only_adverb(match[1].lower()) and _describes(match[2])
                if told and not named:
                    start, end = match.span()
                    better, span = f"{match[1]} {match[2]}", page.prose.span(start, end)
                    edits = (Edit(span, better),) if page.exact(start, end) else ()
                    yield Finding(span, {"found": match[0], "better": better}, edits)


def _opens_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capital inside a sentence tells that a name holds the words."""
    before = text[max(match.start() - 2, 0) : match.start()]
    return before[-1:] == " " and before[:1].isalpha()


def _describes(word: str) -> bool:
    return lexicon.tags(word)[:1] in _DESCRIBES or bool(_DESCRIBES & set(lexicon.tags(word)[:2]))
