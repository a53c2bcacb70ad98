"""Numbered lists that lose count: a number is left out, or bullets cut the list in two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import ListBlock, ListItem, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

_MARK = re.late(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")
_LONGEST = 9  # figures of a number, as in CommonMark


@dataclass(frozen=True)
class ListNumbers:
    """``report: gap`` finds the first number of a numbered list, as written, that does not follow
    the one before it; a list that numbers all items alike lets Markdown count, and one that starts
    at 0 is reported at its first (variant ``zero``). ``report: broken`` finds the bullets between
    two halves of one numbered list that lack their indent. Values: ``found``, ``before``,
    ``width`` (of the number's mark, white space included)."""

    report: str
    facets: ClassVar = ("lists",)

    def __post_init__(self) -> None:
        if self.report not in ("gap", "broken"):
            raise ValueError("“report” is gap or broken")

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "broken":
            yield from self._broken(page)
            return
        for found in page.lists:
            if found.ordered and len(found.items) > 1:
                yield from self._gap(page, found)

    def _gap(self, page: Page, found: ListBlock) -> Iterator[Finding]:
        numbers = [_number(page, item) for item in found.items]
        if any(number is None for number in numbers) or len(set(numbers)) == 1:
            return
        rows = [(item, number or 0) for item, number in zip(found.items, numbers, strict=True)]
        if rows[0][1] == 0:
            yield _finding(page, rows[0][0], 0, 0, "zero")
            return
        for (_, before), (item, number) in pairwise(rows):
            if number != before + 1:
                if number > before + 1:  # one that stands twice is counted on by Markdown
                    yield _finding(page, item, number, before, "")
                return

    def _broken(self, page: Page) -> Iterator[Finding]:
        tops = [row for row in page.lists if row.depth == 0]
        text = page.source.text
        for above, between, below in zip(tops, tops[1:], tops[2:], strict=False):
            ordered = above.ordered and below.ordered and not between.ordered
            if not ordered or not between.items or text[between.span.start] not in "-*+":
                continue
            gaps = (
                text[above.span.end : between.span.start],
                text[between.span.end : below.span.start],
            )
            if not any(gap.strip() for gap in gaps):
                last = above.items[-1]
                number = text[last.start : last.marker_end].strip()
                width = str(mark_width(text, last.start))
                values = {"found": text[between.span.start], "before": number, "width": width}
                yield Finding(between.items[0].marker, values)


def mark_width(text: str, start: int) -> int:
    """How far an item's words stand from its mark's start: the mark and the white space behind
    it."""
    match, line = _MARK.match(text, start), text.rfind("\n", 0, start) + 1
    if not match:
        return 0
    # a tab goes on to the next of every four columns
    before, after = (len(text[line:at].expandtabs(4)) for at in (start, match.end()))
    return after - before


def _number(page: Page, item: ListItem) -> int | None:
    """The number that an item is written with; None where it has none (HTML)."""
    mark = page.source.text[item.start : item.marker_end].strip().rstrip(".)")
    return int(mark) if mark.isascii() and mark.isdigit() and len(mark) <= _LONGEST else None


def _finding(page: Page, item: ListItem, number: int, before: int, variant: str) -> Finding:
    width = len(page.source.text[item.start : item.marker_end].rstrip())
    values = {"found": str(number), "before": str(before), "width": ""}
    return Finding(Span(item.start, item.start + width), values, variant=variant)
