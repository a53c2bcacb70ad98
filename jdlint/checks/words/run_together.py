"""Lines that are meant to stand alone but are printed in one run."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_LABEL = late(r"(?:\*\*|__)?[A-Z][\w/&' ’-]{1,40}(?:\([^()\n]{1,20}\))?:(?:\*\*|__)?[ \t]+\S")
_LINE_END = late(r"\r\n?|\n")
_QUOTE = late(r"^[ \t]*(?:>[ \t]?)+")
_ENDS = tuple(".!?,;:")
_HARD = ("  ", "\\", "<br>", "<br/>", "<br />")


@dataclass(frozen=True)
class RunTogether:
    """Reports a paragraph of ``least`` lines or more that are no wrapped text: each opens with a
    capital, none ends in a mark, and a line breaks where the next word would have had room; or two
    lines or more that open with a label and a colon. Values: ``count``, ``second`` (the words that
    the second line opens with)."""

    least: int = 3
    marks: ClassVar = ("\n",)

    def check(self, page: Page) -> Iterator[Finding]:
        for block in page.blocks:
            if block.kind in ("paragraph", "quote") and block.source_end - block.source_start > 20:
                yield from self._in(page, block)

    def _in(self, page: Page, block: Block) -> Iterator[Finding]:
        text = page.source.slice(block.span)
        lines = _LINE_END.split(text)
        if len(lines) < 2:
            return
        if block.kind == "quote":
            lines = [_QUOTE.sub("", line) for line in lines]
        if any(line.endswith(_HARD) for line in lines[:-1]):
            return
        if any("<" in line or "|" in line or "{" in line for line in lines):
            return
        labels = sum(1 for line in lines if _LABEL.match(line.strip()))
        told = len(lines) >= self.least and _stand_alone(lines)
        if told or (labels >= 2 and labels == len(lines)):
            span = Span(block.span.start, block.span.start + len(lines[0]))
            words = " ".join(lines[1].split()[:4])
            yield Finding(span, {"count": str(len(lines)), "second": words})


def _stand_alone(lines: Sequence[str]) -> bool:
    rows = [line.strip() for line in lines]
    if any(not row[:1].isupper() or row.startswith(("http", "![")) for row in rows):
        return False
    if any(row.endswith(_ENDS) for row in rows[:-1]):
        return False
    width = max(map(len, rows))
    room = sum(
        len(row) + 1 + len(after.split(None, 1)[0]) <= width
        for row, after in itertools.pairwise(rows)
    )
    return 2 * room >= len(rows) - 1
