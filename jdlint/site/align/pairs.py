"""Texts beside the shared texts that they are variants of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jdlint.core.light import Any, NamedTuple
from jdlint.core.memory import Kept
from jdlint.core.tools import Counter, defaultdict
from jdlint.site.align.near import Index
from jdlint.site.align.texts import Row, Texts, page_of
from jdlint.site.align.words import Change, changes, folds

_VARIANTS = 64  # variants of one text that vote; a text with more of them is a template
_CHANGES = 4
_FORMS = 2
_LARGE = 50  # pages of a site from which on two pages that share a text are no majority


class Drift(NamedTuple):
    """``row`` says what ``main`` says on as many pages or more, but for ``changes`` (from main to
    the row)."""

    row: Row
    main: Row
    changes: tuple[Change, ...]
    row_words: tuple[str, ...]
    main_words: tuple[str, ...]

    def removed(self, change: Change) -> tuple[str, ...]:
        """The words that main has and the row has not."""
        return self.main_words[change.a_start : change.a_end]

    def added(self, change: Change) -> tuple[str, ...]:
        """The words that the row has and main has not."""
        return self.row_words[change.b_start : change.b_end]


class Vote(NamedTuple):
    """On how many pages a place in a text stands as in the main text, and on how many it is changed
    the same way."""

    main: int
    row: int

    def clear(self, least: int, share: float) -> bool:
        """Whether main's side has ``least`` pages and at least ``share`` of the votes."""
        return self.main >= least and self.main >= share * (self.main + self.row)


class Alike:
    """Every text beside the nearest texts that stand on as many pages as it or more, and on two at
    least."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.drifts = tuple(_drifts(texts))
        self._of: dict[str, list[Drift]] = defaultdict(list)
        self._same: dict[tuple[str, int, int, tuple[str, ...]], list[Row]] = defaultdict(list)
        self._forms: Counter[tuple[str, int, int]] = Counter()
        self._pages: dict[str, frozenset[int]] = {}
        for drift in self.drifts:
            self._of[drift.main.key].append(drift)
            for change in drift.changes:
                place = (drift.main.key, change.a_start, change.a_end)
                rows = self._same[(*place, drift.added(change))]
                self._forms[place] += not rows
                rows.append(drift.row)

    def vote(self, drift: Drift, change: Change) -> Vote:
        """The pages behind each side of a change; variants that have the place as main has it vote
        with main."""
        main = self.pages(drift.main)
        changed = self._same.get(
            (drift.main.key, change.a_start, change.a_end, drift.added(change)), [drift.row]
        )
        kept = [
            other.row
            for other in self._of[drift.main.key][:_VARIANTS]
            if len(other.changes) <= _CHANGES
            and all(c.a_end < change.a_start or c.a_start > change.a_end for c in other.changes)
        ]
        return Vote(len(main) + len(self._all(kept) - main), len(self._all(changed)))

    def is_slot(self, drift: Drift, change: Change) -> bool:
        """Whether a place in a text is filled in many ways: a template, whose words are meant."""
        return self._forms[drift.main.key, change.a_start, change.a_end] >= _FORMS

    def pages(self, row: Row) -> frozenset[int]:
        """The indices of the pages that a text stands on."""
        if row.key not in self._pages:
            self._pages[row.key] = frozenset(page_of(use) for use in row.uses)
        return self._pages[row.key]

    def _all(self, rows: Sequence[Row]) -> set[int]:
        return {page_of(use) for row in rows for use in row.uses}

    def variants(self, row: Row) -> list[Row]:
        """The texts that are variants of a shared one."""
        return [drift.row for drift in self._of.get(row.key, ())]


def _drifts(texts: Texts) -> Iterator[Drift]:
    least = 2 if len(texts.pages) < _LARGE else 3
    shared = {row.key: row for row in texts.rows if row.pages >= least}
    near = _near(texts, list(shared))
    for row in texts.rows:
        for key, found in near.get(row.key, ()):
            main = shared[key]
            if main.pages >= row.pages and main is not row and found:
                yield Drift(row, main, tuple(map(Change._make, found)), folds(row.key), folds(key))


def _near(texts: Texts, shared: list[str]) -> Mapping[str, Sequence[tuple[Any, ...]]]:
    """The shared texts near each text that has some; what is kept of unchanged texts holds as long
    as the same texts are shared."""
    known = texts.grouped
    table = texts.kept.memory.table("alike") if texts.kept and known.marks else None
    rows: Mapping[str, Sequence[tuple[Any, ...]]] = {}
    wanted: Iterable[str] = (row.key for row in texts.rows)
    old = table.rows.get(known.language, {}) if table else {}
    if known.fresh is not None and (old.get("marks"), old.get("shared")) == (known.before, shared):
        rows, wanted = old["near"], known.fresh
    index = _index(shared, texts.kept) if wanted else None
    fresh = {key: near for key in wanted if (near := _changes(index, key))} if index else {}
    found = {**rows, **fresh}
    if rows and wanted:  # what is gone must not pile up in a session
        here = {row.key for row in texts.rows}
        found = {key: near for key, near in found.items() if key in here}
    if table and known.kept and old.get("marks") != known.marks:
        row = {"marks": known.marks, "shared": shared, "near": found}
        table.put(known.language, row)
    return found


def _index(shared: list[str], kept: Kept | None) -> Index:
    """The index of shared texts: the next question mostly has the same."""
    rows = kept.memory.lasting("near", shared) if kept else None
    if rows is None:
        return Index(shared)
    if "index" not in rows:
        rows["index"] = Index(shared)
    found: Index = rows["index"]
    return found


def _changes(index: Index, key: str) -> tuple[tuple[Any, ...], ...]:
    """The shared texts near a text, each with the places where the two differ."""
    numbers = index.near(key)
    if not numbers:
        return ()
    own, mains = folds(key), [index.keys[number] for number in numbers]
    rows = ((main, changes(folds(main), own)) for main in mains)
    return tuple((main, tuple(map(tuple, found)) if found else None) for main, found in rows)
