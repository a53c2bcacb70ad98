"""One run: discover -> read -> check pages -> check the site -> settle -> report."""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import lru_cache
from math import inf
from pathlib import Path
from typing import NamedTuple

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.page import Defect
from jdlint.core.text import Source, Span
from jdlint.engine.cache import Across, Kept
from jdlint.engine.deadline import PAGE, TookTooLong, within
from jdlint.engine.page_pass import LATE, check_page
from jdlint.engine.plan import Plan
from jdlint.engine.records import Row, pack, unpack
from jdlint.engine.request import Request
from jdlint.engine.settle import plainest, settle
from jdlint.io import files
from jdlint.io.pool import processors, spread
from jdlint.posting import detect

PARALLEL_FROM = 150
HABIT = 3  # pages that do alike what is a defect on one


class _Job(NamedTuple):
    """One file to look at: its path from the root, whether it is reported, and whether it is a job
    page for sure."""

    path: str
    named: bool
    sure: bool


class _Done(NamedTuple):
    """A file that was looked at: rows of diagnostics (None: not reported), and marshalled facts; no
    job page has neither.

    ``is_page`` is None where nobody can say, because the file cannot be read.
    """

    rows: tuple[Row, ...] | None
    facts: bytes | None
    is_page: bool | None
    ignores: tuple[Row, ...] = ()


class Run:
    """A request under way; reads each file once and keeps no page."""

    def __init__(self, request: Request, plan: Plan) -> None:
        self.request, self.plan = request, plan
        self.root = request.root
        self.base = os.path.join(os.path.abspath(self.root), "")
        self.source = lru_cache(maxsize=256)(self._source)
        self.display = lru_cache(maxsize=8192)(self._display)
        self.until = time.monotonic() + request.seconds if request.seconds else inf
        self.given = request.given
        self.tree = files.DiskTree(self.root, self.given)
        self.facts: dict[str, Row] = {}  # of the pages that this process has checked
        # a bare folder may itself be called jobs/; a repository's name says nothing about its pages
        self.above = (
            ""
            if plan.config.path or (self.root / ".git").exists()
            else f"{self.root.resolve().name}/"
        )

    def _source(self, path: str) -> tuple[Source, tuple[Defect, ...]]:
        data = self.given.get(path) if self.given else None
        if data is not None:
            return files.decode(data, path)
        return files.read_source(os.path.join(self.base, path), path, self.root)

    def report(self) -> Report:
        jobs = sorted(self._jobs())
        self.kept = kept = Kept(
            self.root, self.plan.key + self.above.encode("utf-8", "surrogateescape")
        )
        done = [
            (job, row)
            for job, row in zip(jobs, self._pages(jobs, kept), strict=True)
            if row.is_page
        ]
        named = {job.path for job, _ in done if job.named}
        over = kept.across([(job.path, job.named) for job, _ in done], self.tree) or self._across(
            done, named
        )
        kept.save(over, self.tree)
        rows, asides = self._outward(over, done, named)
        found = {unpack(row) for job, result in done if job.named for row in result.rows or ()}
        found.update(map(unpack, rows))
        left = plainest(self.plan, self._unusual(found, done))
        ordered = sorted(self._settled(left, done, asides), key=lambda d: d.sort_key)
        said = self._asides(jobs, named, asides)
        for keep in self.request.filters:
            ordered, more = keep(ordered, self.source, named)
            said = (*said, *more)
        return Report(tuple(map(self._shown, ordered)), len(named), said)

    def _unusual(
        self, found: set[Diagnostic], done: Sequence[tuple[_Job, _Done]]
    ) -> set[Diagnostic]:
        """Without missing front matter where most pages open with a heading of their own instead:
        this site wants none."""
        wants = {
            a.rule.name for a in self.plan.rules if "missing" in a.rule.params.get("defects", ())
        }
        if not any(d.rule in wants for d in found):
            return found
        pages = self._facts(done)
        plain = sum(
            not row[2] and row[3] == (0, 0) and bool(row[4]) and row[4][0][0] == 1 for row in pages
        )
        usual = plain >= HABIT and 2 * plain > len(pages)
        return {d for d in found if d.rule not in wants} if usual else found

    def _settled(
        self, found: list[Diagnostic], done: Sequence[tuple[_Job, _Done]], asides: Sequence[str]
    ) -> list[Diagnostic]:
        """What the comments of the pages leave of the diagnostics."""
        comments = {job.path: row.ignores for job, row in done if row.ignores and job.named}
        if not comments:
            return found
        from jdlint.engine.suppressions import unasked, unsilenced

        return unsilenced(
            self.plan,
            found,
            comments,
            self.source,
            unasked(self.plan, self.request.external, asides),
        )

    def _across(
        self, done: Sequence[tuple[_Job, _Done]], named: set[str]
    ) -> tuple[tuple[Row, ...], tuple[str, ...]]:
        """What the checks over the site find on the pages that are reported, and what is said of
        the run as a whole."""
        facts = self._facts(done) if named else []
        shown = {
            name
            for name, there in (("pages", len(facts) > 1), ("links", any(row[5] for row in facts)))
            if there
        }
        if not facts or not self.plan.runner("").across(shown):
            return (), ()
        from jdlint.engine.site_pass import across

        workers = self.request.jobs or min(processors(), 4)
        try:
            with within(self.until - time.monotonic()) if self.request.seconds else nullcontext():
                return across(self.plan, facts, self.tree, named, self.source, workers)
        except TookTooLong:
            self.kept.doubt(True)
            return (), ("Pages were not compared with each other: the time of this run is over",)

    def _outward(self, over: Across, done: Sequence[tuple[_Job, _Done]], named: set[str]) -> Across:
        """With what the web says of links that leave the site, where it is asked; that holds for
        this run only."""
        if not self.request.external or not named:
            return over
        from jdlint.engine.web_pass import outward

        rows, asides = outward(self.plan, self._facts(done), self.tree, named, self.source)
        return (*over[0], *rows), (*over[1], *asides)

    def _facts(self, done: Sequence[tuple[_Job, _Done]]) -> list[Row]:
        return [
            self.facts.get(job.path) or marshal.loads(row.facts) for job, row in done if row.facts
        ]

    def _asides(
        self, jobs: Sequence[_Job], named: set[str], more: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Sentences about the run as a whole: why nothing was read, how much could not be known."""
        asked = sum(1 for job in jobs if job.named)
        if named:
            return more
        patterns = self.plan.config.pages
        if not asked and patterns:
            shown = ", ".join(patterns[:3]) + (", …" if len(patterns) > 3 else "")
            where = self.plan.config.path
            return (
                f"“pages” of {where} ({shown}) matches none of the files to check; patterns count "
                f"from {self._display('.')}",
            )
        if not asked:
            return ("no Markdown files here",)
        return (f"none of {asked} files is a job page; name them under “pages” in jdlint.yaml",)

    def _shown(self, diagnostic: Diagnostic) -> Diagnostic:
        related = tuple([r._replace(path=self.display(r.path)) for r in diagnostic.related])
        return diagnostic._replace(path=self.display(diagnostic.path), related=related)

    def _display(self, path: str) -> str:
        """A path as seen from the working directory."""
        try:
            return os.path.relpath(self.root / path).replace(os.sep, "/")
        except ValueError:
            return str(self.root / path)

    def _jobs(self) -> Iterator[_Job]:
        named = dict(self._named())
        yield from (job for job in named.values() if job)
        if not any(job for job in named.values()):
            return
        near = {path.rpartition("/")[0] for path in named}
        for path in self.tree.paths:
            if path not in named and files.is_markdown(path):
                job = self._job(path, False)
                if job and (job.sure or path.rpartition("/")[0] in near):
                    yield job

    def _named(self) -> Iterator[tuple[str, _Job | None]]:
        for given in self.request.paths:
            path = self._relative(given)
            for found in self._below(given, path) if given.is_dir() else (path,):
                if self.given.get(found, b"") is not None:
                    yield found, self._job(found, True)
        if self.request.stdin is not None:
            yield self.request.stdin_name, self._job(self.request.stdin_name, True)

    def _below(self, folder: Path, path: str) -> Iterator[str]:
        if path == ".":
            return filter(files.is_markdown, self.tree.paths)
        return files.walk(folder, prefix=f"{path}/")

    def _relative(self, file: Path) -> str:
        absolute = os.path.abspath(file)
        if absolute.startswith(self.base):
            return absolute[len(self.base) :].replace(os.sep, "/")
        try:
            return os.path.relpath(absolute, self.root).replace(os.sep, "/")
        except ValueError:
            return absolute.replace(os.sep, "/")

    def _job(self, path: str, named: bool) -> _Job | None:
        wanted = self.plan.config.is_page(path)
        if wanted is False:
            return None
        return _Job(path, named, bool(wanted) or detect.job_folder(self.above + path))

    def _pages(self, jobs: Sequence[_Job], kept: Kept) -> list[_Done]:
        """A result for each job; files that are as the last run saw them are not read."""
        stamps = [None if job.path in self.given else kept.stamp(job.path) for job in jobs]
        kept.doubt(bool(self.given))
        rows = [
            self._known(self._row(job.path, stamp, kept), job)
            for job, stamp in zip(jobs, stamps, strict=True)
        ]
        todo = [job for job, row in zip(jobs, rows, strict=True) if row is None]
        if todo:
            self.plan.runner(
                ""
            )  # built before there are several processes, so that it is built once
        workers = self.request.jobs or (min(processors(), 8) if len(todo) >= PARALLEL_FROM else 1)
        new = iter(spread(self._page, todo, workers))
        for index, row in enumerate(rows):
            if row is None:
                rows[index] = row = next(new)
                self._keep(jobs[index].path, stamps[index], row, kept)
        return [_Done(*row) for row in rows if row is not None]

    def _row(self, path: str, stamp: files.Stamp, kept: Kept) -> Row | None:
        data = self.given.get(path) if self.given else None
        return kept.row(path, stamp) if data is None else self.request.memo.get((path, data))

    def _keep(self, path: str, stamp: files.Stamp, row: Row, kept: Kept) -> None:
        if row[1] is None and row[2] is not False:  # not checked: another run may have more time
            kept.doubt(True)
            return
        kept.keep(path, stamp, row)
        data = self.given.get(path) if self.given else None
        if data is not None:
            self.request.memo[path, data] = row

    def _known(self, row: Row | None, job: _Job) -> Row | None:
        """A kept row, unless the file is to be reported now and was not before."""
        if row is None or not job.named or row[0] is not None:
            return row
        return row if row[2] is False else None

    def _page(self, job: _Job) -> Row:
        """A page's row; one that takes longer than its share is said, and left."""
        left = self.until - time.monotonic()
        try:
            if left <= 0:
                raise TookTooLong
            with within(min(PAGE, left)):
                return self._checked(job)
        except TookTooLong:
            share = f"{PAGE:.0f} seconds" if left > PAGE else "the time of this run"
            return self._left(job, Defect(LATE, Span(0, 0), share))

    def _left(self, job: _Job, defect: Defect) -> Row:
        """The row of a page that was not checked."""
        if not job.named:
            return (None, None, None, ())
        source = Source(job.path, "")
        found = check_page(self.plan, source, (defect,)).found
        rows = settle(self.plan, job.path, found, source, self.source)
        return (tuple(map(pack, rows)), None, True, ())

    def _checked(self, job: _Job) -> Row:
        source, defects = self._source(job.path) if not job.named else self.source(job.path)
        if not job.sure and (defects or not detect.job_text(job.path, source.text)):
            if not defects or not job.named:
                return (None, None, None if defects else False, ())
            source = Source(
                job.path, ""
            )  # a named file that cannot be read is said so, whatever it would have been
        result = check_page(self.plan, source, defects)
        rows = settle(self.plan, job.path, result.found, source, self.source) if job.named else None
        if result.facts:
            self.facts[job.path] = result.facts
        facts = marshal.dumps(result.facts) if result.facts else None
        return (None if rows is None else tuple(map(pack, rows)), facts, True, result.ignores)


def run(request: Request, plan: Plan) -> Report:
    """The report on a request: diagnostics in order of path and place, paths as seen from the
    working directory."""
    return Run(request, plan).report()
