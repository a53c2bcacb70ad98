"""The pass over what is published: built pages, feeds and exports, beside the pages of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jdlint.core.diagnostic import Diagnostic, PlacedRelated, Report
from jdlint.core.light import NamedTuple, replace
from jdlint.core.page import Defect, Reader
from jdlint.core.text import Position, Source, Span
from jdlint.engine.checker import Checker, Found
from jdlint.engine.planning.request import Request
from jdlint.engine.settle import plainest, settle
from jdlint.io.published import Piece, as_seen, contents, is_published, matching, relative
from jdlint.posting.published.nodes import Published
from jdlint.posting.published.read import read_published

_MOST = 2_000  # findings of one file that are shown


class Counted(NamedTuple):
    """What is found in one file, and how many postings it has."""

    diagnostics: list[Diagnostic]
    postings: int


def asked(request: Request, checker: Checker) -> tuple[Request, list[str]]:
    """The request without the published files that it names, and the paths of all that it asks for
    (from the root): those, and those that the configuration names."""
    named = [path for path in request.paths if is_published(path)]
    rest = tuple(path for path in request.paths if path not in named)
    found = [relative(path, request.root) for path in named]
    globs = checker.plan.config.published
    if globs:
        config = checker.plan.config
        found += [path for path in matching(globs, rest, request.root) if not config.excludes(path)]
    return replace(request, paths=rest), list(dict.fromkeys(found))


def check_published(paths: Sequence[str], request: Request, checker: Checker) -> Report:
    """The report on published files (paths from the root)."""
    found: list[Diagnostic] = []
    notices: list[str] = []
    rules = rules_of(checker)
    for path in paths:
        counted = _file(path, request, checker, rules)
        if len(counted.diagnostics) > _MOST:
            more = len(counted.diagnostics) - _MOST
            notices.append(f"{path}: {more} more findings are not shown")
        found += counted.diagnostics[:_MOST]
    for keep in request.filters:
        kept, more_notices = keep(found, lambda path: (Source(path, ""), ()), set(paths))
        found, notices = list(kept), [*notices, *more_notices]
    shown = [d._replace(path=as_seen(request.root / d.path)) for d in found]
    return Report(tuple(sorted(shown, key=lambda d: d.sort_key)), len(paths), tuple(notices))


def joined(pages: Report, published: Report) -> Report:
    """Two reports as one; that there are no pages is no news where there is something published."""
    rows = sorted((*pages.diagnostics, *published.diagnostics), key=lambda d: d.sort_key)
    notices = (*(pages.notices if pages.pages else ()), *published.notices)
    return Report(tuple(rows), pages.pages + published.pages, notices)


def rules_of(checker: Checker) -> list[int]:
    """The rules about what is published."""
    rows = enumerate(checker.plan.rules)
    return [index for index, active in rows if active.rule.check.startswith("published-")]


def _file(path: str, request: Request, checker: Checker, rules: Sequence[int]) -> Counted:
    found: list[Diagnostic] = []
    postings = 0
    for piece in contents(request.root / path, path):
        if piece.defect:
            found += _defect(path, piece.defect, checker)
            continue
        source = Source(path, piece.text)
        published = read_published(source)._replace(today=date.today())
        postings += len(published.postings)
        rows = settle(checker, path, find(checker, path, published, rules), _only(source))
        rows = plainest(checker.plan, rows) if len(rows) > 1 else rows
        if len(found) <= _MOST:
            found += [_moved(row, piece) for row in rows] if piece.line else rows
    return Counted(found, postings)


def _only(source: Source) -> Reader:
    return lambda _: (source, ())


def find(
    checker: Checker, path: str, published: Published, rules: Sequence[int]
) -> Iterator[Found]:
    """The findings of all rules about what is published."""
    runner = checker.runner(path)
    for index in rules:
        if runner.levels[index] != "off":
            check = runner.check(index)
            yield from (Found(index, f) for f in check.check_published(published))


def _defect(path: str, defect: Defect, checker: Checker) -> list[Diagnostic]:
    from jdlint.engine.passes.page import check_page

    source = Source(path, "")
    checked = check_page(checker, source, (defect,))
    return settle(checker, path, checked.found, lambda _: (source, (defect,)))


def _moved(row: Diagnostic, piece: Piece) -> Diagnostic:
    """A diagnostic on a line of a file, placed in the file."""

    def placed(at: Position) -> Position:
        return Position(at.line + piece.line, at.column)

    related: Iterable[PlacedRelated] = (
        r._replace(start=placed(r.start), end=placed(r.end)) for r in row.related
    )
    span = Span(row.span.start + piece.offset, row.span.end + piece.offset)
    return row._replace(
        span=span, start=placed(row.start), end=placed(row.end), related=tuple(related)
    )
