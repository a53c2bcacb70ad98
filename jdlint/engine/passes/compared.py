"""The pass over all that was read of what is published: one job in several files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jdlint.core.diagnostic import Diagnostic, PlacedRelated
from jdlint.core.light import NamedTuple, replace
from jdlint.core.page import Defect
from jdlint.core.text import Position, Source, Span
from jdlint.engine.checker import Checker, Found
from jdlint.engine.passes.postings import pages_of
from jdlint.engine.planning.request import Request
from jdlint.engine.settle import settle
from jdlint.io.published import contents
from jdlint.posting.jobposting.record import Own
from jdlint.posting.published.told import Across, Told, told_of_page

MOST = 20_000  # postings that are held against each other, some 70 MB
LINES = 5_000  # of a file of JSON Lines, which may have a million


class Compared(NamedTuple):
    """What a comparison needs besides what was told."""

    request: Request
    checker: Checker
    own: Own
    today: date


def compare(told: Sequence[Told], rules: Sequence[int], by: Compared) -> list[Diagnostic]:
    """The diagnostics of rules that look at several postings, source pages among them."""
    runner = by.checker.runner("")
    rows = [
        i for i in rules if runner.levels[i] != "off" and hasattr(runner.check(i), "check_told")
    ]
    if not rows or not told:
        return []
    inside = any(is_inside(one.path) for one in told)
    known = (*told, *_sources(by)) if inside else tuple(told)
    across = Across(known, by.today)
    texts = _Texts(by, known)
    found: list[Diagnostic] = []
    for index in rows:
        for finding in runner.check(index).check_told(across):
            row = Found(index, finding)
            placed = settle(by.checker, finding.path, [row], texts.source)
            found += map(texts.placed, placed)
    return found


def is_inside(path: str) -> bool:
    """Whether a file lies in the project, whose source pages say how it should be."""
    return not path.startswith(("../", "/")) and ":" not in path[:3]


def has_page(by: Compared) -> bool:
    """Whether the project has a job page."""
    return any(True for _ in _sources(by))


def _sources(by: Compared) -> Iterator[Told]:
    """What the job pages of the project say."""
    whole = replace(by.request, paths=(by.request.root,), stdin=None)
    for page, export in pages_of(whole, by.checker.plan.config, by.own):
        yield told_of_page(page, export, by.own)


class _Texts:
    """The texts of files in which something was found; lines of JSON Lines are placed without."""

    def __init__(self, by: Compared, told: Sequence[Told]) -> None:
        self._root = by.request.root
        self._lines = {(t.path, s): t for t in told if t.line >= 0 for s in _spans(t)}
        self._kept: dict[str, Source] = {}

    def source(self, path: str) -> tuple[Source, tuple[Defect, ...]]:
        """A file as it was read; empty where it is JSON Lines."""
        if path not in self._kept:
            is_lines = any(known == path for known, _ in self._lines)
            pieces = () if is_lines else contents(self._root / path, self._root)
            piece = next(iter(pieces), None)
            self._kept[path] = Source(path, piece.text if piece else "")
        return self._kept[path], ()

    def placed(self, row: Diagnostic) -> Diagnostic:
        """A diagnostic whose places in JSON Lines are in their lines."""
        start, end = self._at(row.path, row.span, row.start, row.end)
        related = tuple(map(self._related, row.related))
        return row._replace(start=start, end=end, related=related)

    def _related(self, row: PlacedRelated) -> PlacedRelated:
        start, end = row.start, row.end
        span = Span(start.column - 1, end.column - 1)
        start, end = self._at(row.path, span, start, end)
        return row._replace(start=start, end=end)

    def _at(
        self, path: str, span: Span, start: Position, end: Position
    ) -> tuple[Position, Position]:
        told = self._lines.get((path, span))
        if told is None:
            return start, end
        first, last = (at - told.offset + 1 for at in span)
        return Position(told.line + 1, first), Position(told.line + 1, last)


def _spans(told: Told) -> Iterator[Span]:
    yield told.anchor
    for rows in told.said.values():
        yield from (said.span for said in rows)
