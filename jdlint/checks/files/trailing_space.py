"""White space at the ends of lines."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_LAST = late(r"[ \t](?=[\r\n]|\Z)")
_MARKS = (" \n", "\t\n", " \r", "\t\r")
_NEXT = late(r"(?:\r\n?|\n)[ \t]*([^\r\n]?)([^\r\n]?)")
_QUOTED = late(r"(?:\r\n?|\n)[ \t]*>[ \t]*([^\r\n]?)([^\r\n]?)")
_ADDRESS = late(r"<(?:https?:|mailto:|[\w.+-]{1,64}@)")
_STARTS_BLOCK = frozenset("#>|<`~=")


@dataclass(frozen=True)
class TrailingSpace:
    """Reports white space at the end of a line, unless it is a hard break with text to break.

    Lines in code are left alone, and runs of blank lines (``blank-lines`` reports those).
    """

    marks: ClassVar = _MARKS

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for end in _ends(text, page.body.start):
            span = Span(start_of_run(text, end), end)
            if page.in_code(span.start) or page.is_hidden(span.start):
                continue
            if not self._meant(page, span):
                yield Finding(span, {}, (Edit(span, ""),), variant="end")
            elif span.end - span.start > 2 and not text[span.start : span.end].strip(" "):
                more = Span(span.start + 2, span.end)
                if text[: span.start].rpartition("\n")[2].strip():
                    yield Finding(more, {}, (Edit(more, ""),), variant="break")

    def _meant(self, page: Page, span: Span) -> bool:
        """Whether a run is a hard break with text to break, or part of a gap of blank lines."""
        text = page.source.text
        line = text[
            max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1 : span.start
        ]
        quoted = _QUOTED.match(text, span.end) if line.lstrip().startswith(">") else None
        following = quoted or _NEXT.match(text, span.end)
        if not line.strip():
            return _blank_around(text, span)
        if (
            not text.startswith("  ", span.start)
            or text[span.start : span.end].strip(" ")
            or line.lstrip().startswith(("#", "|"))
            or following is None
        ):
            return False
        first, second = following.groups()
        if not first or first in _STARTS_BLOCK:
            return _ADDRESS.match(text, following.start(1)) is not None
        if first.isdigit() or (first in "-*+" and second in " \t"):
            return _in_one_block(page, span.start, following.end())
        return True


def _in_one_block(page: Page, start: int, end: int) -> bool:
    """Whether a line and what looks like an item below it are one paragraph: a mark that stands too
    far in, or a number of a street, opens no list."""
    return any(block.span.start <= start and end <= block.span.end for block in page.blocks)


def _ends(text: str, start: int) -> Iterator[int]:
    """The offsets at which lines with trailing white space end; the common case costs one search
    for each."""
    if "\r" in text or "\t\n" in text or text[-1:] in (" ", "\t"):
        yield from (match.end() for match in _LAST.finditer(text, start))
        return
    at = text.find(" \n", start)
    while at >= 0:
        yield at + 1
        at = text.find(" \n", at + 1)


def start_of_run(text: str, end: int) -> int:
    """Where the spaces and tabs that end at ``end`` begin."""
    while end > 0 and text[end - 1] in " \t":
        end -= 1
    return end


def _blank_around(text: str, span: Span) -> bool:
    """Whether a line of nothing but white space stands beside another blank line."""
    before = text[max(span.start - 200, 0) : span.start].rstrip(" \t").replace("\r\n", "\n")
    after = text[span.end : span.end + 200].lstrip(" \t")
    following = after[: len(after) - len(after.lstrip("\r\n \t"))]
    ends_before = len(before) - len(before.rstrip("\n\r"))
    return ends_before > 1 or len(following.replace("\r", "").strip(" \t")) > 1
