"""The pass over what is published: built pages, feeds and exports, beside the pages of a run."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import inf

from jdlint.core.diagnostic import Diagnostic, PlacedRelated, Report
from jdlint.core.light import NamedTuple, replace
from jdlint.core.page import Defect, Reader
from jdlint.core.text import Position, Source, Span
from jdlint.core.tools import Counter
from jdlint.engine.checker import Checker, Found
from jdlint.engine.deadline import PAGE, PATIENCE, TookTooLong, within
from jdlint.engine.passes.compared import LINES, MOST, Compared, compare, has_page, is_inside
from jdlint.engine.passes.descriptions import MOST as MOST_READ
from jdlint.engine.passes.descriptions import Descriptions
from jdlint.engine.passes.page import LATE, check_page
from jdlint.engine.passes.postings import own_of
from jdlint.engine.planning.request import Request
from jdlint.engine.settle import plainest, settle
from jdlint.io.built import built_in
from jdlint.io.published import (
    Piece,
    as_seen,
    contents,
    is_lines,
    is_published,
    matching,
    relative,
)
from jdlint.posting.published.nodes import Published
from jdlint.posting.published.read import kind_of, read_published
from jdlint.posting.published.told import Told, told_of

_MOST = 2_000  # findings of one file that are shown
_NAMED = 3  # files that are named; more are counted


class _Look(NamedTuple):
    """What all files are looked at with."""

    request: Request
    checker: Checker
    rules: Sequence[int]
    today: date
    told: list[Told]  # what is held against other files in the end
    notices: list[str]
    counts: Counter[str]  # the postings of each file
    silent: dict[str, str]  # files with no posting and nothing broken, and what they were read as
    language: Descriptions | None  # None: the project's pages are read instead, or nobody asks


def asked(request: Request, checker: Checker) -> tuple[Request, list[str]]:
    """The request without the published files and built folders that it names, and the paths of all
    that it asks for (from the root): those, and those that the configuration names."""
    rest = list(request.paths)
    found: list[str] = []
    globs = checker.plan.config.published
    for path in request.paths:
        if globs and relative(path, request.root) == ".":
            continue  # what is published of the project, its configuration says
        is_file = is_published(path)
        files = [relative(path, request.root)] if is_file else built_in(path, request.root)
        if files:
            found += files
            rest.remove(path)
    if globs:
        config = checker.plan.config
        found += [path for path in matching(globs, rest, request.root) if not config.excludes(path)]
    return replace(request, paths=tuple(rest)), list(dict.fromkeys(found))


def check_published(paths: Sequence[str], request: Request, checker: Checker) -> Report:
    """The report on published files (paths from the root)."""
    found: list[Diagnostic] = []
    notices: list[str] = []
    by = Compared(request, checker, own_of(checker.plan.config.settings), date.today())
    language = Descriptions(checker) if _reads_language(paths, by) else None
    look = _Look(
        request, checker, rules_of(checker), by.today, [], notices, Counter(), {}, language
    )
    until = time.monotonic() + request.seconds if request.seconds else inf
    for path in paths:
        rows = _file(path, look, until)
        if len(rows) > _MOST:
            notices.append(f"{path}: only the first {_MOST:,} findings are shown")
        found += rows[:_MOST]
    notices += _without(look)
    if language and language.left:
        notices.append(
            f"the language of the first {MOST_READ} descriptions was checked; "
            "jdlint bulk checks that of all"
        )
    found += compare(look.told, look.rules, by)
    if len(look.told) >= MOST:
        notices.append(f"only the first {MOST:,} postings are compared with each other")
    for keep in request.filters:
        kept, more_notices = keep(found, lambda path: (Source(path, ""), ()), set(paths))
        found, notices = list(kept), [*notices, *more_notices]
    shown = [_as_seen(d, request) for d in found]
    shown.sort(key=lambda d: d.sort_key)
    return Report(tuple(shown), len(paths), tuple(notices), len(paths), sum(look.counts.values()))


def _without(look: _Look) -> Iterator[str]:
    """Which of the files that were named have no posting; hooks name whatever has changed."""
    request = look.request
    if request.changed:
        return
    named = [as_seen(path) for path in request.paths]
    found = [(as_seen(request.root / path), kind) for path, kind in look.silent.items()]
    rows = [(path, kind) for path, kind in found if path in named]
    if len(rows) > _NAMED:
        some = ", ".join(path for path, _ in rows[:_NAMED])
        yield f"{len(rows):,} files: no posting found in them: {some}, …"
    else:
        yield from (f"{path}: no posting found in it (read as {kind})" for path, kind in rows)


def _reads_language(paths: Sequence[str], by: Compared) -> bool:
    """Whether descriptions are read: what has a page in the project is read there."""
    posting = by.checker.plan.config.settings.get("posting") or {}
    if not posting.get("grammar", True):
        return False
    return not (any(map(is_inside, paths)) and has_page(by))


def _as_seen(row: Diagnostic, request: Request) -> Diagnostic:
    """A diagnostic with paths as seen from the working directory."""
    root = request.root
    related = tuple(r._replace(path=as_seen(root / r.path)) for r in row.related)
    return row._replace(path=as_seen(root / row.path), related=related)


def joined(pages: Report, published: Report) -> Report:
    """Two reports as one; that there are no pages is no news where there is something published."""
    rows = sorted((*pages.diagnostics, *published.diagnostics), key=lambda d: d.sort_key)
    notices = (*(pages.notices if pages.pages else ()), *published.notices)
    total = pages.pages + published.pages
    return Report(tuple(rows), total, notices, published.published, published.postings)


def rules_of(checker: Checker) -> list[int]:
    """The rules about what is published."""
    rows = enumerate(checker.plan.rules)
    return [index for index, active in rows if active.rule.check.startswith("published-")]


def _file(path: str, look: _Look, until: float) -> list[Diagnostic]:
    """What is found in one file; a piece of it that takes longer than its share is said, and ends
    it."""
    found: list[Diagnostic] = []
    root = look.request.root
    for piece in contents(root / path, root):
        if piece.line == LINES:
            look.notices.append(f"{path}: its first {LINES:,} lines are compared with each other")
        if piece.defect:
            return [*_defect(path, piece.defect, look.checker), *found]
        left = until - time.monotonic()
        try:
            if left <= 0:
                raise TookTooLong
            with within(min(PAGE, left), PATIENCE if left > PAGE * PATIENCE else 1):
                rows = _piece(path, piece, look)
        except TookTooLong:
            share = f"{PAGE:.0f} seconds" if left > PAGE else "the time of this run"
            return [*_defect(path, Defect(LATE, Span(0, 0), share), look.checker), *found]
        if len(found) <= _MOST:
            found += rows
    return found


def _piece(path: str, piece: Piece, look: _Look) -> list[Diagnostic]:
    """What is found in a piece of a file."""
    checker, source = look.checker, Source(path, piece.text)
    posting = checker.plan.config.settings.get("posting") or {}
    published = read_published(source, bool(posting.get("microdata")))._replace(today=look.today)
    look.counts[path] += len(published.postings)
    if published.postings or published.broken:
        look.silent.pop(path, None)
    elif not look.counts[path]:
        look.silent[path] = kind_of(source) if piece.text.strip() else "an empty file"
    line = piece.line if is_lines(path) else -1
    if len(look.told) < MOST and line < LINES:
        told = (told_of(job, published, line, piece.offset) for job in published.postings)
        look.told.extend(told)
    rows = settle(checker, path, find(checker, path, published, look.rules), _only(source))
    rows = plainest(checker.plan, rows) if len(rows) > 1 else rows
    rows = [*rows, *look.language.found(published)] if look.language else rows
    return [_moved(row, piece) for row in rows] if piece.line else rows


def _only(source: Source) -> Reader:
    return lambda _: (source, ())


def find(
    checker: Checker, path: str, published: Published, rules: Sequence[int]
) -> Iterator[Found]:
    """The findings of all rules about what is published."""
    runner = checker.runner(path)
    for index in rules:
        if runner.levels[index] != "off":
            for finding in runner.check(index).check_published(published):
                yield Found(index, finding)


def _defect(path: str, defect: Defect, checker: Checker) -> list[Diagnostic]:
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
