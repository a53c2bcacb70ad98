"""The texts of a page one by one: its prose, and the values of its front matter as written."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.read_once import read_once
from jdlint.core.text import Span

_LONGEST_VALUE = 2_000
_FIGURE = re.late(r"\d")


class Text(NamedTuple):
    """Words of a page: a block of its prose, or a value that starts at ``offset`` of the source and
    stands at or below the top ``key`` (none where the front matter is one text)."""

    words: str
    block: Block | None
    offset: int
    key: str = ""

    def span(self, page: Page, start: int, end: int) -> Span:
        """Where ``words[start:end]`` stands in the source."""
        if self.block is None:
            return Span(self.offset + start, self.offset + end)
        return page.prose.span(self.block.start + start, self.block.start + end)

    def exact(self, page: Page, start: int, end: int) -> bool:
        """Whether ``words[start:end]`` stands in the source as it is."""
        if self.block is None:
            return True
        return page.exact(self.block.start + start, self.block.start + end)


def texts(page: Page) -> Iterator[Text]:
    """All texts of a page; of values only those on one line that are no address, and those that are
    prose already (title, description) once."""
    seen = {block.span.start for block in page.blocks if block.kind in ("title", "description")}
    for value in page.meta.values:
        written = page.source.slice(value.span)
        if not isinstance(value.value, str) or "\n" in written or "://" in written:
            continue
        if seen.isdisjoint((value.span.start, value.span.start + 1)) and (
            len(written) <= _LONGEST_VALUE
        ):
            key = str(value.path[0]) if value.path else ""
            yield Text(written, None, value.span.start, key)
    for block in page.blocks:
        yield Text(page.text(block), block, 0)


@read_once
def figured(page: Page) -> tuple[Text, ...]:
    """The texts of a page that hold a figure."""
    return tuple([text for text in texts(page) if _FIGURE.search(text.words)])
