"""The distinct texts of a site and where each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from jdlint.core.light import NamedTuple
from jdlint.core.literals import Needles
from jdlint.site.facts import BlockFact, Facts

_CHUNK = 2000  # texts that are joined for one search
# a use is the page's index and the block's, in one number: thousands of pages make hundreds of
# thousands
_SHIFT = 20
_BLOCK = (1 << _SHIFT) - 1
_KINDS = frozenset(("item", "paragraph", "quote"))
LEAST = 12  # characters; shorter texts are labels


class Row(NamedTuple):
    """One distinct text: ``key`` is what makes two texts the same, ``pages`` on how many pages it
    stands."""

    key: str
    pages: int
    uses: Sequence[int]


class Texts:
    """The items and paragraphs of a site, identical ones as one row (case, white space and end
    marks do not count)."""

    def __init__(self, pages: Sequence[Facts]) -> None:
        self.pages = pages
        self.rows = [Row(key, _count(uses), uses) for key, uses in _grouped(pages).items()]
        self._holding: dict[tuple[str, ...], list[Row]] = {}

    def uses(self, row: Row) -> Iterator[tuple[Facts, BlockFact]]:
        """Where a text stands, in order."""
        for use in row.uses:
            facts = self.pages[use >> _SHIFT]
            yield facts, facts.blocks[use & _BLOCK]

    def first(self, row: Row) -> str:
        """A row's words as first written."""
        use = row.uses[0]
        return self.pages[use >> _SHIFT].blocks[use & _BLOCK].text

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

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words as written, cut at white space; marks are part of them."""
        words: set[str] = set()
        for at in range(0, len(self.rows), _CHUNK):
            words.update("\n".join(map(self.first, self.rows[at : at + _CHUNK])).split())
        return frozenset(words)


def page_of(use: int) -> int:
    """The index of the page of a use."""
    return use >> _SHIFT


def _grouped(pages: Sequence[Facts]) -> dict[str, list[int]]:
    written: dict[str, list[int]] = {}
    for number, facts in enumerate(pages):
        place = number << _SHIFT
        for block in facts.blocks:
            if block[0] in _KINDS and len(text := block[1]) >= LEAST:
                uses = written.get(text)
                if uses is None:
                    written[text] = [place]
                else:
                    uses.append(place)
            place += 1
    folded: dict[str, list[int]] = {}
    for text, uses in written.items():
        key = fold(text)
        if key in folded:
            folded[key] = sorted([*folded[key], *uses])
        else:
            folded[key] = uses
    return folded


def fold(text: str) -> str:
    """A text without its case, white space and end marks."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .,;:!*")


def _count(uses: Sequence[int]) -> int:
    return 1 if len(uses) == 1 else len({use >> _SHIFT for use in uses})


def texts_of(pages: Sequence[Facts]) -> Texts:
    """The distinct texts of a site's pages."""
    return Texts(pages)
