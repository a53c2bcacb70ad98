"""Identical texts of a site as one row each: grouped once, and brought up to date where a few pages
changed."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from jdlint.core.light import Any, NamedTuple
from jdlint.core.memory import Kept
from jdlint.core.tools import lru_cache
from jdlint.site.facts import SHIFT, BlockFact, Facts
from jdlint.site.stored import StoredPages

# a use is one number (see SHIFT): thousands of pages make hundreds of thousands
BLOCK = (1 << SHIFT) - 1
_KINDS = frozenset(("item", "paragraph", "quote"))
LEAST = 12  # characters; shorter texts are labels
# changed pages that are brought up to date in each run: quicker than writing all rows
_UNWRITTEN = 4
_OFTEN = 16_384  # texts that may come again soon
_FEW = 8  # one page in so many may change before grouping anew is as quick
Marks = tuple[tuple[str, Any], ...]  # path and stamp of each page


class Row(NamedTuple):
    """One distinct text: ``key`` is what makes two texts the same, ``pages`` on how many pages it
    stands."""

    key: str
    pages: int
    uses: Sequence[int]


class Grouped(NamedTuple):
    """Rows in order of their first use. ``before`` are the pages whose rows were kept, ``fresh``
    the keys that are new since (None: all are); ``kept`` says whether these rows are the kept ones
    from now on."""

    rows: list[Row]
    language: str = ""
    marks: Marks = ()
    before: Marks = ()
    kept: bool = False
    fresh: frozenset[str] | None = None


def grouped(pages: Sequence[Facts], kept: Kept | None) -> Grouped:
    """The distinct texts of some pages; those of pages that are as they were come from the
    memory."""
    marks = _marks(pages, kept)
    if kept is None or not marks:
        return Grouped(_rows(pages))
    table = kept.memory.table("texts")
    language = pages[0].language  # pages are compared within a language
    known: dict[str, Any] = table.rows.get(language, {})
    before: Marks = known.get("marks", ())
    changed = _changed(before, marks)
    if changed is None:
        found = Grouped(_rows(pages), language, marks, kept=True)
    else:
        rows = list(map(Row._make, known["rows"]))
        fresh = _updated(rows, pages, changed) if changed else frozenset[str]()
        found = Grouped(
            rows, language, marks, before, not changed or len(changed) > _UNWRITTEN, fresh
        )
    if found.kept and marks != before:
        plain = [(key, count, list(uses)) for key, count, uses in found.rows]
        table.put(language, {"marks": marks, "rows": plain})
    return found


def _marks(pages: Sequence[Facts], kept: Kept | None) -> Marks:
    """What the pages are known by; nothing where one is known by nothing."""
    marks = tuple((facts.path, kept.stamp(facts.path)) for facts in pages) if kept else ()
    return marks if all(stamp is not None for _, stamp in marks) else ()


def _changed(before: Marks, marks: Marks) -> list[int] | None:
    """The indices of the pages that are not as they were; None where it is quicker to start
    anew."""
    if [path for path, _ in before] != [path for path, _ in marks]:
        return None
    rows = enumerate(zip(before, marks, strict=True))
    found = [number for number, (old, new) in rows if old != new]
    return found if len(found) * _FEW <= len(marks) else None


def _updated(rows: list[Row], pages: Sequence[Facts], changed: Sequence[int]) -> frozenset[str]:
    """Bring rows up to date in place; the keys that are new."""
    old, numbers = frozenset(changed), {row.key: number for number, row in enumerate(rows)}
    for number, row in enumerate(rows):
        if any(use >> SHIFT in old for use in row.uses):
            left = [use for use in row.uses if use >> SHIFT not in old]
            rows[number] = Row(row.key, _count(left), left)
    fresh = set[str]()
    for page in changed:
        for key, use in _uses(page, pages[page]):
            at = numbers.get(key)
            if at is None:
                numbers[key] = len(rows)
                fresh.add(key)
                rows.append(Row(key, 1, [use]))
            else:
                uses = sorted([*rows[at].uses, use])
                rows[at] = Row(key, _count(uses), uses)
    rows[:] = sorted((row for row in rows if row.uses), key=lambda row: row.uses[0])
    return frozenset(fresh)


def is_compared(block: BlockFact) -> bool:
    """Whether a block is a text that counts: an item or a paragraph, no label."""
    return block.kind in _KINDS and len(block.text) >= LEAST


def _uses(number: int, facts: Facts) -> Iterator[tuple[str, int]]:
    for place, block in enumerate(facts.blocks, number << SHIFT):
        if block[0] in _KINDS and len(block[1]) >= LEAST:
            yield fold(block[1]), place


def _rows(pages: Sequence[Facts]) -> list[Row]:
    if isinstance(pages, StoredPages):
        return _rows_of(pages)
    written: dict[str, list[int]] = {}
    for number, facts in enumerate(pages):
        place = number << SHIFT
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
    return [Row(key, _count(uses), uses) for key, uses in folded.items()]


def _rows_of(pages: StoredPages) -> list[Row]:
    """The same of a large site, of which texts are not held as they are written, too."""
    folded: dict[str, Sequence[int]] = {}
    folds = lru_cache(maxsize=_OFTEN)(fold)
    for number, facts in enumerate(pages):
        for place, block in enumerate(facts.blocks, number << SHIFT):
            if block[0] in _KINDS and len(block[1]) >= LEAST:
                key = folds(block[1])
                uses = folded.get(key)
                if uses is None:
                    folded[key] = (place,)
                elif isinstance(uses, array):
                    uses.append(place)
                else:
                    folded[key] = array("q", (*uses, place))
    return [Row(key, _count(uses), uses) for key, uses in folded.items()]


def fold(text: str) -> str:
    """A text without its case, white space and end marks."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .,;:!*")


def _count(uses: Sequence[int]) -> int:
    return 1 if len(uses) == 1 else len({use >> SHIFT for use in uses})
