"""The lists of a page while its events go by."""

from __future__ import annotations

from jdlint.core.page import ListBlock, ListItem
from jdlint.core.text import Span

_new = tuple.__new__  # a row of a hot loop, without the call in between


class OpenList:
    """A list that has not ended; ``block`` is the block of its last item's opening words, -1 where
    none came yet and -2 where a list came before them."""

    __slots__ = ("block", "index", "items", "ordered")

    def __init__(self, index: int, *, ordered: bool) -> None:
        self.index, self.ordered = index, ordered
        self.items: list[ListItem] = []
        self.block = -1


class Lists:
    """Lists in the order in which they start; ``open`` are those that hold the place, the innermost
    last."""

    __slots__ = ("_last", "_rows", "open", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = (-1, -1)  # an end, and the same without white space
        self.open: list[OpenList] = []
        self._rows: list[ListBlock | None] = []

    def innermost(self) -> OpenList | None:
        return self.open[-1] if self.open else None

    def start(self, *, ordered: bool) -> None:
        self.open.append(OpenList(len(self._rows), ordered=ordered))
        self._rows.append(None)

    def add_item(self, start: int, end: int, mark: int = 0) -> None:
        """An item of the innermost list ends; the parser counts its indentation to it. ``mark`` is
        where the item's mark ends, where it is no bullet (``<li>``)."""
        text, holder = self.text, self.open[-1]
        end = self._trimmed(start, end)
        while start < end and text[start].isspace():
            start += 1
        bullet = not mark
        mark = mark or start + 1
        while bullet and mark < end and not text[mark].isspace():
            mark += 1
        block = max(holder.block, -1)
        holder.items.append(_new(ListItem, (start, end, min(mark, end), block)))

    def end(self, start: int, end: int, section: int, *, after: bool = False) -> None:
        """The innermost list ends; ``after``: it stands behind an item of the outer list (HTML)."""
        done, parent = self.open.pop(), self.innermost()
        end = self._trimmed(start, end)
        index, item = (parent.index, len(parent.items) - after) if parent else (-1, -1)
        self._rows[done.index] = ListBlock(
            Span(start, end), done.ordered, len(self.open), index, item, section, tuple(done.items)
        )
        if parent is not None and parent.block == -1 and not after:
            parent.block = -2  # what follows in the item is not its opening words

    def _trimmed(self, start: int, end: int) -> int:
        """An end without the white space before it; lists and items in each other share theirs."""
        text, (known, last) = self.text, self._last
        if end == known:
            return max(start, last)
        at = end
        while at > start and text[at - 1].isspace():
            at -= 1
        if at > start:
            self._last = end, at
        return at

    def blocks(self) -> tuple[ListBlock, ...]:
        return tuple(row for row in self._rows if row)
