"""What the list checks look at first: each item's place, first word and last character, read once
for a page."""

from __future__ import annotations

from functools import lru_cache

from jdlint.core.page import Page

_MARKS = ".,;:!?()[]{}“”‘’\"'*_–—-•￼"


# start and end in the prose, the first word in lower case without marks, the last character, the
# block's index:
# a plain tuple, because one is made for each item of each page
Item = tuple[int, int, str, str, int]


class Key:
    """A page as a key, by identity: pages are not hashable."""

    __slots__ = ("page",)

    def __init__(self, page: Page) -> None:
        self.page = page

    def __hash__(self) -> int:
        return id(self.page)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and other.page is self.page


def list_items(page: Page) -> tuple[tuple[Item, ...], ...]:
    """For each list of the page, its items that have words."""
    return _items(Key(page))


@lru_cache(maxsize=1)
def _items(key: Key) -> tuple[tuple[Item, ...], ...]:
    page = key.page
    text, lower, blocks = page.prose.text, page.lower, page.blocks
    rows = []
    for found in page.lists:
        row: list[Item] = []
        for item in found.items:
            index = item[3]
            if index >= 0:
                block = blocks[index]
                start, end = block[1], block[2]
                if start < end:
                    word = lower[start : min(start + 24, end)].partition(" ")[0].strip(_MARKS)
                    row.append((start, end, word, text[end - 1], index))
        rows.append(tuple(row))
    return tuple(rows)
