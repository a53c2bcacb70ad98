"""Tabs in the text, told once a page."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._where import overlaps
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

# a run is tried at its start alone: however long it is, it is no trap, and is mended whole
_RUN = late(r"(?<!\t)(?P<tabs>\t+)[ ]{0,40}[^ \t\r\n]")
# what a tab may follow where its width decides how blocks nest: marks of lists and quotes
_NESTING = late(r"[ \t>]{0,80}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,80}\Z")
# elements that hold others; what stands in them is laid out as HTML, not as Markdown
_TAG = late(
    r"<(?P<end>/?)(?:div|section|article|main|header|footer|form|ul|ol|dl|table|script|style|pre)"
    r"\b[^<>]{0,500}>"
)
_STOP = 4  # columns from one tab stop to the next, as CommonMark counts them


@dataclass(frozen=True)
class HardTabs:
    """Reports the first run of tabs in a page's text; the edits are for all of them: as many spaces
    as CommonMark reads in their place where that decides how blocks nest, one within a line. Tabs
    in code, in HTML elements, in templating and at the ends of lines are left alone.

    Values: ``count``. Variants: ``one``, ``several``.
    """

    marks: ClassVar = ("\t",)

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        spans = [
            Span(*match.span("tabs"))
            for match in _RUN.finditer(text, page.body.start)
            if not page.in_code(match.start())
            and not page.in_code(match.end() - 1)  # the tab that makes a line code
            and not page.is_hidden(match.start())
            and not text.startswith("<", match.end() - 1)
        ]
        if spans:
            inside = _elements(text)
            spans = [span for span in spans if not overlaps(inside, span.start, span.end)]
        if spans:
            edits = tuple(Edit(span, _spaces(text, span)) for span in spans)
            variant = "one" if len(spans) == 1 else "several"
            yield Finding(spans[0], {"count": str(len(spans))}, edits, variant=variant)


def _elements(text: str) -> list[Span]:
    """The outermost HTML elements, in order; one that is never closed ends with the text."""
    found, depth, start = list[Span](), 0, 0
    for match in _TAG.finditer(text):
        if not match["end"]:
            start, depth = (start if depth else match.start()), depth + 1
        elif depth:
            depth -= 1
            if not depth:
                found.append(Span(start, match.end()))
    return [*found, Span(start, len(text))] if depth else found


def _spaces(text: str, span: Span) -> str:
    """What stands for the tabs of ``span``."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    before = text[start : span.start]
    if not _NESTING.match(before):
        return " "
    column = 0
    for character in before:
        column += _STOP - column % _STOP if character == "\t" else 1
    first = _STOP - column % _STOP
    return " " * (first + _STOP * (span.end - span.start - 1))
