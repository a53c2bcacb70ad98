"""Series of three or more without a conjunction before the last."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.checks.grammar.sequences._sentence_series import sentence_series
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.lang.en.tokens import words

_PARENTHESES = re.late(r"\([^()]*\)")
_OPEN = re.late(
    r"\b(?:and|or|nor|plus|but|etc|including|such as|like|e\.g|i\.e|ranging)\b|[&:;…+/“\"\d]|\.\."
    r"|[–—]| - ",
    re.IGNORECASE,
)


_CONDITION = re.late(r",? (?:as|when|where|if) (?:needed|required|necessary|assigned|appropriate)$")
_PHRASE = frozenset("NMPOJGETIH$R")
_SURE = 2  # parts of more than one word: “pumps, valves, hoses” is a row of words for a search


@dataclass(frozen=True)
class Series:
    """Reports a block that is one series of noun phrases (of at most ``longest`` words each,
    ``least`` parts or more, two of them of several words).

    Parentheses do not count. A series that ends with “etc.”, holds a conjunction, a verb or a
    figure is left alone. With ``sentences`` a series of nouns that ends a sentence is one, too, in
    paragraphs and items. The edit puts “and” before the last part. Values: ``found`` (the last two
    parts), ``last``.
    """

    least: int = 3
    longest: int = 5
    scope: tuple[str, ...] = ("items",)
    sentences: bool = False

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        own, text = kinds_of(self.scope), page.prose.text
        kinds = own | {"paragraph", "item"} if self.sentences else own
        for block in page.blocks:
            if block.kind not in kinds or text.count(", ", block.start, block.end) < self.least - 1:
                continue
            parts = self._parts(text[block.start : block.end]) if block.kind in own else []
            if parts:
                yield self._finding(page, block.start, parts)
            elif self.sentences:
                yield from _in_sentences(page, block)

    def _parts(self, text: str) -> list[tuple[int, int]]:
        """The places of the parts, or nothing where the text is no bare series."""
        bare = _PARENTHESES.sub(lambda match: "_" * len(match.group()), text).rstrip().rstrip(".")
        bare = _CONDITION.sub("", bare)
        if _OPEN.search(bare.replace("_", " ")) or "." in bare or "?" in bare or "!" in bare:
            return []
        places, at, sure = [], 0, 0
        for part in bare.split(", "):
            phrase = part.replace("_", " ").strip()
            if not self._is_phrase(phrase, first=at == 0):
                return []
            places.append((at, at + len(part)))
            at += len(part) + 2
            sure += " " in phrase
        return places if len(places) >= self.least and sure >= _SURE else []

    def _is_phrase(self, part: str, *, first: bool) -> bool:
        """Whether a part is a plain noun phrase; a name in capitals is not."""
        cut = words(part)
        if not 0 < len(cut) <= self.longest or (not first and not part[0].islower()):
            return False
        opens = all(tag not in cut.tags[0] for tag in "ISWUXKQRC")
        plain = all(set(options) & _PHRASE for options in cut.options)
        return opens and plain and bool(set(cut.options[-1]) & set("NMPOG"))

    def _finding(self, page: Page, at: int, parts: list[tuple[int, int]]) -> Finding:
        start, end = at + parts[-2][0], at + parts[-1][1]
        last = at + parts[-1][0]
        text = page.prose.text
        span = page.prose.span(last, last)
        edits = (Edit(span, "and "),) if page.exact(last - 1, last + 1) else ()
        return Finding(
            page.prose.span(start, end), {"found": text[start:end], "last": text[last:end]}, edits
        )


def _in_sentences(page: Page, block: Block) -> Iterator[Finding]:
    """Series of nouns that end a sentence."""
    for start, last, end in sentence_series(page.text(block)):
        at, text = block.start, page.prose.text
        span = page.prose.span(at + last, at + last)
        edits = (Edit(span, "and "),) if page.exact(at + last - 1, at + last + 1) else ()
        values = {"found": text[at + start : at + end], "last": text[at + last : at + end]}
        yield Finding(page.prose.span(at + start, at + end), values, edits)
