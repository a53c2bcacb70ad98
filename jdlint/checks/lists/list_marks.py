"""Items with nothing in them, and lists that another mark breaks in two."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.lists.list_numbers import mark_width
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import ListBlock, Page

_BULLETS = "-*+"


@dataclass(frozen=True)
class ListMarks:
    """``report: empty`` finds items that hold nothing, ``mixed`` the list that follows another one
    in the very next line with another bullet (“*” after “-”), which Markdown prints as a list of
    its own. Values: ``found`` (the mark), ``better`` (that of the list before), ``width`` (that of
    its mark, white space included). Variants: ``below`` where the line above introduces the
    list."""

    report: str
    facets: ClassVar = ("lists",)

    def check(self, page: Page) -> Iterator[Finding]:
        yield from self._empty(page) if self.report == "empty" else self._mixed(page)

    def _empty(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for found in page.lists:
            for item in found.items:
                if item.block >= 0:
                    continue
                held = text[item.marker_end : item.end].strip()
                if held[:6].lower() in ("", "</li>") and len(held) <= len("</li>"):
                    yield Finding(item.marker, {"found": text[item.start : item.marker_end]})

    def _mixed(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        run = ""  # the bullet of the first list of those that follow each other
        rows = (page.lists, page.lists[1:], (*page.lists[2:], None))
        for before, after, below in zip(*rows, strict=False):
            found = _bullet(text, after)
            if not _follows(text, before, after):
                run = ""
                continue
            run = run or _bullet(text, before)
            if run and found and found != run and _introduces(page, before):
                width = str(mark_width(text, before.items[-1].start))
                values = {"found": found, "better": run, "width": width}
                yield Finding(after.items[0].marker, values, variant="below")
            elif run and found and found != run:
                edits = tuple(Edit(item.marker, run) for item in after.items)
                if below and _follows(text, after, below) and _bullet(text, below) == run:
                    # one list with this one then: its first item belongs to the edit as it is
                    edits += (Edit(below.items[0].marker, run),)
                values = {"found": found, "better": run}
                yield Finding(after.items[0].marker, values, edits)


def _follows(text: str, before: ListBlock, after: ListBlock) -> bool:
    """Whether a list starts in the line below another one of its depth."""
    between = text[before.span.end : after.span.start]
    return before.depth == after.depth and not between.strip() and between.count("\n") == 1


def _introduces(page: Page, found: ListBlock) -> bool:
    """Whether the last item of a list ends in a colon."""
    block = found.items[-1].block if found.items else -1
    return block >= 0 and page.text(page.blocks[block]).rstrip().endswith(":")


def _bullet(text: str, found: ListBlock) -> str:
    """The bullet of a list; nothing where it is numbered, or stands in HTML."""
    mark = text[found.items[0].start] if found.items else ""
    return mark if mark and mark in _BULLETS else ""
