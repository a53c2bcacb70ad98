"""The distinct texts of a site and where each stands."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from sys import intern

from jdlint.core.memory import Kept
from jdlint.core.patterns.literals import Needles
from jdlint.core.tools import bisect_right, cached_property
from jdlint.site.align.grouped import BLOCK, Row, fold, grouped, is_compared
from jdlint.site.facts import SHIFT, BlockFact, Facts, page_of
from jdlint.site.of_pages import OfPages

__all__ = ["Row", "Texts", "fold", "page_of", "texts_of"]

_CHUNK = 2000  # texts that are joined for one search


class Texts:
    """The items and paragraphs of a site, identical ones as one row (case, white space and end
    marks do not count)."""

    def __init__(self, pages: Sequence[Facts], kept: Kept | None = None) -> None:
        self.pages, self.kept = pages, kept
        self.grouped = grouped(pages, kept)
        self.rows = self.grouped.rows
        self._words: dict[str, frozenset[str]] = {}
        self._holding: dict[tuple[str, ...], list[Row]] = {}

    def uses(
        self, row: Row, among: Container[int] | None = None
    ) -> Iterator[tuple[Facts, BlockFact]]:
        """Where a text stands, in order; ``among``: on these pages (by index) only."""
        for use in row.uses:
            if among is not None and page_of(use) not in among:
                continue
            facts = self.pages[use >> SHIFT]
            yield facts, facts.blocks[use & BLOCK]

    def first(self, row: Row) -> str:
        """A row's words as first written."""
        use = row.uses[0]
        return self.pages[use >> SHIFT].blocks[use & BLOCK].text

    def holding(self, literals: tuple[str, ...]) -> list[Row]:
        """The texts that hold one of the lower-case literals: one search over many texts at once,
        done once."""
        if literals not in self._holding:
            needles = Needles(literals)
            found: list[Row] = []
            for at in range(0, len(self.rows), _CHUNK):
                rows = self.rows[at : at + _CHUNK]
                starts = [0, *accumulate(len(row.key) + 1 for row in rows)]
                hits = {
                    bisect_right(starts, hit[1]) - 1
                    for hit in needles.find("\n".join(row.key for row in rows))
                }
                found.extend(rows[number] for number in sorted(hits))
            self._holding[literals] = found
        return self._holding[literals]

    def words(self, edge: str) -> frozenset[str]:
        """All words as written, without the marks in ``edge`` around them; made once."""
        if edge not in self._words:
            self._words[edge] = frozenset(word.strip(edge) for word in self.vocabulary)
        return self._words[edge]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words as written, cut at white space; marks are part of them."""
        rows, found = OfPages(self.kept, "vocabulary"), set[str]()
        for facts in self.pages:  # one after the other: all at once they take 10 KB a page
            found |= rows.row(facts, _words)
        return frozenset(found)


def _words(facts: Facts) -> frozenset[str]:
    """The words of a page's texts; intern makes one object of what many pages write."""
    return frozenset(intern(w) for b in facts.blocks if is_compared(b) for w in b.text.split())


def texts_of(pages: Sequence[Facts], kept: Kept | None = None) -> Texts:
    """The distinct texts of a site's pages; ``kept``: what was found out before."""
    return Texts(pages, kept)
