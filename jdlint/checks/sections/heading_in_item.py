"""Headings that the spaces before them put into a list item."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.posting.swallowed import MARKS, swallowed_headings


@dataclass(frozen=True)
class HeadingInItem:
    """Reports a heading with one to three spaces before it that ends the list item above it; the
    span is the heading, the edit takes the spaces away. Values: ``found`` (its text)."""

    marks: ClassVar[tuple[str, ...]] = MARKS

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for heading, index, spaces in swallowed_headings(page):
            at, whole = heading.line.start, page.lists[index].span
            # two lists and a heading take the list's place: the edit holds all that becomes another
            better = text[whole.start : at - spaces] + text[at : whole.end]
            yield Finding(heading.line, {"found": heading.text}, (Edit(whole, better),))
