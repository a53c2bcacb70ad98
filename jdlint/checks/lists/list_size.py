"""Lists that are too short or too long to be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, dataclass
from jdlint.core.page import Page
from jdlint.core.tools import cached_property
from jdlint.posting.kinds import Table, list_kind, table_of
from jdlint.posting.swallowed import broken_lists


@dataclass(frozen=True)
class ListSize:
    """Reports lists with fewer than ``least`` or more than ``most`` items (0: no limit), in
    sections of ``kinds`` (empty: all); the span is the first item's bullet, or that of the first
    item too many. Values: ``count``, ``most``."""

    least: int = 0
    most: int = 0
    kinds: tuple[str, ...] = ()
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        for index, found in enumerate(page.lists):
            count = len(found.items)
            if index in broken_lists(page) or not (0 < count < self.least or 0 < self.most < count):
                continue
            if self.kinds and list_kind(page, index, self._table) not in self.kinds:
                continue
            item = found.items[self.most if 0 < self.most < count else 0]
            yield Finding(item.marker, {"count": str(count), "most": str(self.most)})
