"""What the pages of a run tell the site: in memory, or of a large site in a file beside it."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Sequence

from jdlint.core.light import TYPE_CHECKING, Any
from jdlint.engine.records import PageRecord

if TYPE_CHECKING:
    from jdlint.site.facts import Facts

# pages to look at from which on facts lie in a file: in memory they take 20 KB a page, packed 4 KB;
# to make them for each check again takes a tenth longer
LARGE = 4_000


class KnownFacts:
    """The facts of pages by path, each made once in a run, unless the site is ``large``."""

    def __init__(self, *, large: bool = False) -> None:
        self.large = large
        self._made: dict[str, Facts] = {}
        self._places: dict[str, int] = {}
        if large:
            from jdlint.io.spool import Spool

            self._spool = Spool()

    def keep(self, path: str, facts: Facts) -> None:
        """Keep the facts of a page that was looked at; of a large site its record holds them."""
        if not self.large:
            self._made[path] = facts

    def without(self, record: PageRecord) -> PageRecord:
        """The record of a page; on a large site without its facts, which are put aside, and without
        what is for the next run alone."""
        if not self.large or not record.packed_facts:
            return record
        self._places[record.path] = self._spool.put(record.packed_facts)
        return record._replace(packed_facts=b"", quiet=b"")

    def of(
        self, pages: Iterable[PageRecord], make: Callable[[PageRecord], Facts | None]
    ) -> Sequence[Facts]:
        """The facts of pages, in their order; ``make`` gives those that are not known yet."""
        if self.large:
            from jdlint.site.stored import StoredPages

            numbers = [self._places[page.path] for page in pages if page.path in self._places]
            return StoredPages(self._read, marshal.loads, numbers)
        found: list[Facts] = []
        for page in pages:
            facts = self._made.get(page.path) or make(page)
            if facts:
                self._made[page.path] = facts
                found.append(facts)
        return found

    def _read(self, number: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] = marshal.loads(self._spool.get(number))
        return row
