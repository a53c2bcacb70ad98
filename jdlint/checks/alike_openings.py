"""Items in a row that open with the same verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jdlint.checks._openings import GERUND, IMPERATIVE, NOUN, THIRD, word_forms
from jdlint.diagnostic import Finding, Place, Related
from jdlint.page import Block, Page

_VERBAL = frozenset((IMPERATIVE, GERUND, THIRD))
_MARKS = ".,;:!?()[]“”\"'’*"


@dataclass(frozen=True)
class AlikeOpenings:
    """Reports a list once where ``row`` items one after the other open with the same verb, or ``share`` of its items,
    and at least ``least`` of them, do; nouns may repeat (“Experience with …”). Values: ``found``, ``count``, ``total``.
    """

    row: int = 4
    least: int = 5
    share: float = 0.6

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        for found in page.lists:
            if len(found.items) < self.row:
                continue
            rows = [(page.blocks[item.block], _first(text, page.blocks[item.block])) for item in found.items if item.block >= 0]
            alike = self._alike([word for _, word in rows])
            if alike and word_forms(alike) & _VERBAL and not word_forms(alike) >= {THIRD, NOUN}:
                blocks = [block for block, word in rows if word == alike]
                spans = [page.prose.span(block.start, block.start + len(alike)) for block in blocks]
                related = tuple(Related(Place(page.path, span), "opens alike") for span in spans[1:20])
                values = {"found": text[blocks[0].start : blocks[0].start + len(alike)], "count": str(len(blocks)), "total": str(len(rows))}
                yield Finding(spans[0], values, related=related)

    def _alike(self, words: list[str]) -> str:
        """The first word that too many items share, or nothing."""
        run = 1
        for before, word in zip(words, words[1:], strict=False):
            run = run + 1 if word and word == before else 1
            if run >= self.row:
                return word
        word, count = Counter(words).most_common(1)[0] if words else ("", 0)
        return word if count >= self.least and count >= self.share * len(words) else ""


def _first(text: str, block: Block) -> str:
    return text[block.start : min(block.end, block.start + 30)].partition(" ")[0].strip(_MARKS).lower()
