"""Where the items of a list end, and what their ends say."""

from __future__ import annotations

from itertools import islice

from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re

# an end that says nothing of the convention: a stem, something hidden, an abbreviation with its own
# full stop
UNCLEAR = re.late(
    r"(?:[:￼]|\.\.\.|…|\b(?:etc|et al|e\.g|i\.e|inc|ltd|co|corp|vs|no|approx|[ap]\.m|[A-Z]\.[A-Z]"
    r"|jr|sr|dr|st|al|lbs?|oz|ft|hrs?|yrs?|mins?|max|ext|dept|est|wks?|mos?|ave|tel)\.)[)\]”\"']?$",
    re.IGNORECASE,
)


def holders(page: Page, index: int) -> set[int]:
    """The items that hold a list; lists in a list stand right behind it."""
    found = set[int]()
    for row in islice(page.lists, index + 1, None):
        if row.depth <= page.lists[index].depth:
            break
        if row.parent == index:
            found.add(row.parent_item)
    return found


def last_block(page: Page, index: int, number: int, first: int) -> Block | None:
    """The last block of an item's own words."""
    if first < 0:
        return None
    found = page.blocks[first]
    for block in islice(page.blocks, first + 1, None):
        if block.list != index or block.item != number:
            break
        found = block
    return found
