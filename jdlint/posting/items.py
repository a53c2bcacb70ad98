"""What the list checks look at first: each item's place, first word and last character, read once
for a page."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.page import Block, Page
from jdlint.core.read_once import read_once
from jdlint.core.tools import partial
from jdlint.posting.swallowed import broken_lists

_MARKS = ".,;:!?()[]{}“”‘’\"'*_–—-•￼"
_LONGEST = 24  # characters that hold a first word


class Item(NamedTuple):
    """An item's own words: ``start`` and ``end`` in the prose, the first ``word`` in lower case
    without marks, the ``last`` character, and the index of its ``block``."""

    start: int
    end: int
    word: str
    last: str
    block: int


_ITEM = partial(tuple.__new__, Item)  # one is made for each item of each page: no call in between


@read_once
def list_items(page: Page) -> tuple[tuple[Item, ...], ...]:
    """For each list of the page, its items that have words; none for one that is broken by a
    heading that was swallowed, since it is several lists to its author."""
    text, lower, blocks = page.prose.text, page.lower, page.blocks
    rows = []
    broken = broken_lists(page)
    for number, found in enumerate(page.lists):
        row: list[Item] = []
        for item in found.items if number not in broken else ():
            index = item.block
            if index >= 0:
                block = blocks[index]
                start, end = block.start, block.end
                if start < end:
                    opening = lower[start : min(start + _LONGEST, end)]
                    word = opening.partition(" ")[0].strip(_MARKS)
                    row.append(_ITEM((start, end, word, text[end - 1], index)))
        rows.append(tuple(row))
    return tuple(rows)


def item_key(page: Page, block: Block) -> str:
    """What makes two items the same: their words but for case and marks at the end."""
    return page.lower[block.start : block.end].rstrip(" .;,!")
