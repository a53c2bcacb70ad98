"""Length and readability, with the figure."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re

_WORD = re.late(r"[^\W_]+(?:['’&.-][^\W_]+)*")
_END = re.late(r"[.!?][)”’\"']?(?=\s+[A-Z“\"]|\s*$)")
_VOWELS = re.late(r"[aeiouy]+")
_KINDS = ("paragraph", "item", "quote")


@dataclass(frozen=True)
class TextSize:
    """``report: words`` finds a page with more than ``most`` or fewer than ``least`` words,
    ``sentence`` each sentence of more than ``most`` words, ``grade`` a page of at least ``least``
    words whose Flesch-Kincaid grade is above ``most``.

    Values: ``count``, ``most``, ``least``. Variants of ``words``: ``long``, ``short``.
    """

    report: str
    most: float = 0
    least: int = 0

    def __post_init__(self) -> None:
        if self.report not in ("words", "sentence", "grade"):
            raise ValueError("“report” is words, sentence or grade")

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "sentence":
            for block in page.blocks:
                if block.kind in _KINDS:
                    yield from self._sentences(page, block)
        elif page.blocks:
            yield from self._page(page)

    def _sentences(self, page: Page, block: Block) -> Iterator[Finding]:
        text, at = page.text(block), 0
        for end in (*(match.end() for match in _END.finditer(text)), len(text)):
            count = len(_WORD.findall(text, at, end))
            if count > self.most:
                start = at + len(text[at:end]) - len(text[at:end].lstrip())
                values = {"count": str(count), "most": f"{self.most:g}"}
                yield Finding(page.prose.span(block.start + start, block.start + end), values)
            at = end

    def _page(self, page: Page) -> Iterator[Finding]:
        texts = [page.text(block) for block in page.blocks if block.kind in _KINDS]
        words = [word for text in texts for word in _WORD.findall(text)]
        count, variant = float(len(words)), ""
        if self.report == "grade" and words and len(words) >= self.least:
            sentences = sum(max(len(_END.findall(text)), 1) for text in texts)
            syllables = sum(_syllables(word) for word in words)
            count = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
        elif self.report == "grade":
            return
        if self.most and count > self.most:
            variant = "long"
        elif self.report == "words" and count < self.least:
            variant = "short"
        if variant:
            value = page.meta.find(("title",))
            span = value.span if value else page.source.line_span(1)
            values = {"count": f"{count:.0f}", "most": f"{self.most:g}", "least": str(self.least)}
            yield Finding(span, values, variant=variant)


def _syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end: near enough for an average."""
    low = word.lower()
    count = len(_VOWELS.findall(low))
    return max(count - (low.endswith("e") and not low.endswith("le")), 1)
