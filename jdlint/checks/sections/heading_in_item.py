"""Headings that the spaces before them put into a list item."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.text import Span
from jdlint.posting.swallowed import MARKS, swallowed_headings


@dataclass(frozen=True)
class HeadingInItem:
    """Reports a heading with one to three spaces before it that ends the list item above it; the
    span is the heading, the edit takes the spaces away. Values: ``found`` (its text)."""

    marks: ClassVar[tuple[str, ...]] = MARKS

    def check(self, page: Page) -> Iterator[Finding]:
        for heading, _, spaces in swallowed_headings(page):
            at = heading.line.start
            edits = (Edit(Span(at - spaces, at), ""),)
            yield Finding(heading.line, {"found": heading.text}, edits)
