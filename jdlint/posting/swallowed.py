"""Headings that a space or three before their marks puts into the list item above them."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.page import Heading, Page
from jdlint.core.read_once import read_once

MARKS = ("\n #", "\n  #", "\n   #")  # more than three spaces make code of it


class Swallowed(NamedTuple):
    """A heading that ends an item of the list ``list``, and how many spaces stand before it."""

    heading: Heading
    list: int
    spaces: int


@read_once
def swallowed_headings(page: Page) -> tuple[Swallowed, ...]:
    """The headings that end a list item which does not open with them, each on a line of its own:
    nothing of the item stands below them, so they head what follows."""
    if not any(mark in page.source.text for mark in MARKS):
        return ()
    return tuple([row for heading in page.headings if (row := _swallowed(page, heading))])


def _swallowed(page: Page, heading: Heading) -> Swallowed | None:
    text, start = page.source.text, heading.line.start
    block = page.blocks[heading.block] if heading.block >= 0 else None
    line = text.rfind("\n", 0, start) + 1
    if block is None or block.list < 0 or text[start] != "#" or text[line:start].strip(" "):
        return None
    found = page.lists[block.list]
    item = found.items[block.item] if block.item < len(found.items) else None
    if item is None or found.depth or item.block in (-1, heading.block):
        return None
    if not start - line or text[heading.line.end : item.end].strip():
        return None
    return Swallowed(heading, block.list, start - line)


@read_once
def broken_lists(page: Page) -> frozenset[int]:
    """The lists that are several to their author, with headings between them."""
    return frozenset(row.list for row in swallowed_headings(page))
