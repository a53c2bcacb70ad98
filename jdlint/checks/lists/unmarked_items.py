"""Items of a list that lost their marks: short paragraphs in a row below a heading for items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.posting.kinds import BENEFITS, DUTIES, MUST, NICE, Table, block_kind, table_of

_KINDS = frozenset((DUTIES, MUST, NICE, BENEFITS))
_LEAST = 4  # paragraphs in a row; three may be sentences that stand apart
_FEWEST, _MOST = 2, 25  # words of an item
_ITEM = re.late(r"[A-Z0-9][^\n:]{8,240}")
_STOPS = (".", "!", "?", ":", ";")
_SENTENCE = re.late(r"(?:We|You|They|I|Our|Your|If|Please|The|This)\b")
_JOINED = 3  # paragraphs that end in a semicolon: a list whatever stands above
_STOPPED = 0.34  # of the items, which may end with a stop


@dataclass(frozen=True)
class UnmarkedItems:
    """Reports the first of four or more paragraphs in a row that read as items: each one line of a
    few words, most without a stop, below a heading for duties, requirements or benefits that holds
    no list; three are enough where they end in a semicolon. Values: ``found`` (its first words),
    ``count``."""

    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())
    facets: ClassVar = ("lists", "sections", "meta", "missing")

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        row: list[Block] = []
        for block in (*page.blocks, None):
            if block is not None and _is_item(page, block) and _goes_on(row, block):
                row.append(block)
                continue
            if len(row) >= _JOINED and self._is_list(page, row):
                yield _finding(page, row)
            row = [block] if block is not None and _is_item(page, block) else []

    def _is_list(self, page: Page, row: list[Block]) -> bool:
        joined = sum(page.text(block).endswith(";") for block in row)
        if joined >= _JOINED and 2 * joined > len(row):
            return True
        if len(row) < _LEAST:
            return False
        stopped = sum(page.text(block).endswith(_STOPS) for block in row)
        if stopped > _STOPPED * len(row):
            return False
        return block_kind(page, row[0], self._table) in _KINDS


def _goes_on(row: list[Block], block: Block) -> bool:
    return not row or row[-1].section == block.section


def _is_item(page: Page, block: Block) -> bool:
    if block.kind != "paragraph" or block.list >= 0 or block.section < 0:
        return False
    text = page.text(block)
    if not _ITEM.fullmatch(text) or _SENTENCE.match(text):
        return False
    source = page.source.slice(block.span).strip()
    plain = not source.startswith(("*", "_", "<", "[", "!", "#", "|", "{")) and "\n" not in source
    return plain and _FEWEST <= len(text.split()) <= _MOST


def _finding(page: Page, row: list[Block]) -> Finding:
    words = page.text(row[0]).split()[:4]
    return Finding(row[0].span, {"found": " ".join(words), "count": str(len(row))})
