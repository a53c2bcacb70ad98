"""Items that are both required and preferred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Any, ClassVar, NamedTuple, dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.core.tools import cached_property
from jdlint.posting.items import item_key
from jdlint.posting.kinds import MUST, NICE, Table, list_kind, naming_heading, table_of


class _Item(NamedTuple):
    kind: str
    parent: int
    block: Block


@dataclass(frozen=True)
class SharedItems:
    """Reports an item that stands among the requirements and again among what is preferred, of the
    same role: under headings with the same heading above them, or lines in bold under one. Case and
    marks at the end do not count. Values: ``found``."""

    least_words: int = 3
    sections: tuple[Mapping[str, Any], ...] = ()
    facets: ClassVar = ("lists",)

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        first: dict[str, _Item] = {}
        for item in self._items(page):
            key = item_key(page, item.block)
            if key.count(" ") + 1 < self.least_words or HIDDEN in key:
                continue
            before = first.setdefault(key, item)
            if before.kind != item.kind and before.parent == item.parent:
                yield self._finding(page, item.block, before.block)

    def _items(self, page: Page) -> Iterator[_Item]:
        for index, found in enumerate(page.lists):
            kind = list_kind(page, index, self._table)
            if kind not in (MUST, NICE):
                continue
            section = found.section
            parent = page.sections[section].parent if section >= 0 else -1
            if section >= 0 and not naming_heading(page, section, self._table):
                parent = section  # lines in bold name the kinds below one heading, that of a role
            yield from (_Item(kind, parent, block) for _, block in page.items(found))

    def _finding(self, page: Page, block: Block, other: Block) -> Finding:
        place = Place(page.path, page.prose.span(other.start, other.end))
        return Finding(
            page.prose.span(block.start, block.end),
            {"found": page.text(block)},
            related=(Related(place, "the other one"),),
        )
