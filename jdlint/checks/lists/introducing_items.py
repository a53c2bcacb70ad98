"""Items that introduce those behind them, though they stand in one row with them."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.lists._item_ends import holders, last_block
from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, ListBlock, ListItem, Page
from jdlint.core.patterns import regex as re

# “The steps of hiring follow the order below.”
_OPENS = re.late(
    r"\b(?:the (?:order|steps|stages|process|list|points) (?:(?:listed|outlined|given) )?below"
    r"|as follows|(?:the|these) following(?: (?:order|steps|stages|points))?)[.:]?$",
    re.IGNORECASE,
)
_CLOSING = " *_`\n\t\r"
_LINE = re.late(r"[a-z.][ \t]*\n[A-Z][^\n]*$")
_LEAST = 3  # words: less is a label that lacks its value


@dataclass(frozen=True)
class IntroducingItems:
    """Reports an item that ends with a colon and holds no list, though other items stand behind it
    on its own level; and the first item where it says that what follows is below. A list in which
    two items in a row, or more than a third, end so is left alone: they are labels.

    Values: ``found`` (its last words). Variants: ``first``, where it is the first of the list.
    """

    facets: ClassVar = ("lists",)

    def check(self, page: Page) -> Iterator[Finding]:
        for index, found in enumerate(page.lists):
            if len(found.items) > 1:
                yield from _in_list(page, index, found)


def _in_list(page: Page, index: int, found: ListBlock) -> Iterator[Finding]:
    rows = [*_leads(page, index, found)]
    numbers = [number for number, _ in rows]
    if 3 * len(rows) > max(3, len(found.items)) or any(at + 1 in numbers for at in numbers):
        return  # labels whose values are missing
    first = found.items[0]
    if not rows and first.block >= 0:
        block = page.blocks[first.block]
        if _OPENS.search(page.text(block)) and _ends(page, block, first, ""):
            rows = [(0, block)]
    held = holders(page, index) if rows else set[int]()
    for number, block in rows:
        last = number == len(found.items) - 1
        if not last and number not in held and len(page.text(block).split()) >= _LEAST:
            yield _finding(page, block, "" if number else "first")


def _leads(page: Page, index: int, found: ListBlock) -> Iterator[tuple[int, Block]]:
    """The items that end with a colon."""
    for number, item in enumerate(found.items):
        block = last_block(page, index, number, item.block)
        if block is None or page.prose.text.find(":", max(block.end - 8, 0), block.end) < 0:
            continue
        if _ends(page, block, item, ":"):
            yield number, block


def _ends(page: Page, block: Block, item: ListItem, mark: str) -> bool:
    """Whether a block ends its item, with a mark."""
    rest = page.source.text[block.source_end : item.end].strip(_CLOSING)
    if _LINE.search(page.source.text, *block.span):
        return False  # a line that lost the empty one above it
    return page.text(block).rstrip(_CLOSING).endswith(mark) and not rest


def _finding(page: Page, block: Block, variant: str) -> Finding:
    end = block.start + len(page.text(block).rstrip())
    words = page.prose.text[block.start : end].rsplit(None, 3)[-3:]
    start = page.prose.text.rindex(words[0], block.start, end - len(" ".join(words[1:])))
    return Finding(page.prose.span(start, end), {"found": " ".join(words)}, variant=variant)
