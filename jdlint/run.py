"""One run: discover -> read -> check pages -> check the site -> settle -> report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jdlint import files
from jdlint.diagnostic import Diagnostic, Report
from jdlint.engine import Plan, by_path, check_page, check_site, plainest, settle
from jdlint.kept import Kept
from jdlint.page import Defect
from jdlint.parallel import spread
from jdlint.rows import Row, pack, unpack
from jdlint.site import Site
from jdlint.site.facts import unpacked
from jdlint.site.model import SiteModel
from jdlint.site.settings import SiteSettings
from jdlint.text import Source
from jdlint.unchecked import unchecked

PARALLEL_FROM = 400


@dataclass(frozen=True, slots=True)
class Request:
    """What a face asks for: ``paths`` are files and folders, ``stdin`` the text that stands for the file ``stdin_name``."""

    root: Path
    paths: tuple[Path, ...]
    stdin_name: str = ""
    stdin: bytes | None = None
    jobs: int = 0


class _Job(NamedTuple):
    """One file to look at: its path from the root, whether it is reported, and whether it is a job page for sure."""

    path: str
    named: bool
    sure: bool


class _Done(NamedTuple):
    """A file that was looked at: rows of diagnostics (None: not reported), packed facts; no job page has neither."""

    rows: tuple[Row, ...] | None
    facts: Row | None
    is_page: bool


class Run:
    """A request under way; reads each file once and keeps no page."""

    def __init__(self, request: Request, plan: Plan) -> None:
        self.request, self.plan = request, plan
        self.root = request.root
        self.base = os.path.join(os.path.abspath(self.root), "")
        self.source = lru_cache(maxsize=256)(self._source)
        # a bare folder may itself be called jobs/; a repository's name says nothing about its pages
        self.above = "" if plan.config.path or (self.root / ".git").exists() else f"{self.root.resolve().name}/"

    def _source(self, path: str) -> tuple[Source, tuple[Defect, ...]]:
        if path == self.request.stdin_name and self.request.stdin is not None:
            return files.decode(self.request.stdin, path)
        return files.read_source(self.root / path, path)

    def report(self) -> Report:
        jobs = sorted(self._jobs())
        done = [(job, row) for job, row in zip(jobs, self._pages(jobs), strict=True) if row.is_page]
        named = {job.path for job, _ in done if job.named}
        diagnostics = [unpack(row) for job, result in done if job.named for row in result.rows or ()]
        site = self._site([result.facts for _, result in done if result.facts])
        diagnostics.extend(self._across(site, named))
        ordered = sorted(plainest(self.plan, set(diagnostics)), key=lambda d: d.sort_key)
        return Report(tuple(self._shown(d) for d in ordered), len(named), self._asides(jobs, named, site))

    def _site(self, facts: Sequence[Row]) -> Site:
        """What the checks over the site look at; nothing where none is on."""
        if not self.plan.runner("").site_checks or not facts:
            return Site()
        settings = dict(self.plan.config.settings.get("site", {}))
        model = SiteModel(files.DiskTree(self.root), SiteSettings.of(settings))
        return Site(tuple(map(unpacked, facts)), str(settings.get("url", "")), model, settings)

    def _across(self, site: Site, named: set[str]) -> Iterator[Diagnostic]:
        """What the checks over the site find on the pages that are reported."""
        found = by_path(check_site(self.plan, site))
        for path in sorted(named & found.keys()):
            source, defects = self.source(path)
            rows = settle(self.plan, path, found[path], source, self.source)
            yield from rows if not defects else [d._replace(edits=(), fix=None) for d in rows]

    def _asides(self, jobs: Sequence[_Job], named: set[str], site: Site) -> tuple[str, ...]:
        """Sentences about the run as a whole: why nothing was read, how much could not be known."""
        asked = sum(1 for job in jobs if job.named)
        if named:
            return unchecked(site, named) if self.plan.is_on("link-targets") else ()
        if not asked:
            return ("no Markdown files here",)
        return (f"none of {asked} files is a job page; name them under “pages” in jdlint.yaml",)

    def _shown(self, diagnostic: Diagnostic) -> Diagnostic:
        related = tuple(r._replace(path=self._display(r.path)) for r in diagnostic.related)
        return diagnostic._replace(path=self._display(diagnostic.path), related=related)

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
        near = {str(Path(path).parent) for path in named}
        for file in files.walk(self.root):
            path = self._relative(file)
            if path in named:
                continue
            job = self._job(path, False)
            if job and (job.sure or str(Path(path).parent) in near):
                yield job

    def _named(self) -> Iterator[tuple[str, _Job | None]]:
        for given in self.request.paths:
            for file in files.walk(given) if given.is_dir() else (given,):
                path = self._relative(file)
                yield path, self._job(path, True)
        if self.request.stdin is not None:
            yield self.request.stdin_name, self._job(self.request.stdin_name, True)

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
        return _Job(path, named, bool(wanted) or files.job_folder(self.above + path))

    def _pages(self, jobs: Sequence[_Job]) -> Iterable[_Done]:
        """A result for each job; files that are as the last run saw them are not read."""
        kept = Kept(self.root, self.plan.key)
        stamps = [None if job.path == self.request.stdin_name else kept.stamp(job.path) for job in jobs]
        rows = [self._known(kept.row(job.path, stamp), job) for job, stamp in zip(jobs, stamps, strict=True)]
        todo = [job for job, row in zip(jobs, rows, strict=True) if row is None]
        workers = self.request.jobs or (min(os.cpu_count() or 1, 8) if len(todo) >= PARALLEL_FROM else 1)
        new = iter(spread(self._page, todo, workers))
        for index, row in enumerate(rows):
            if row is None:
                rows[index] = row = next(new)
                kept.keep(jobs[index].path, stamps[index], row)
        kept.save()
        return [_Done(*row) for row in rows if row is not None]

    def _known(self, row: Row | None, job: _Job) -> Row | None:
        """A kept row, unless the file is to be reported now and was not before."""
        return row if row is not None and (row[0] is not None or not row[2] or not job.named) else None

    def _page(self, job: _Job) -> Row:
        source, defects = self._source(job.path) if not job.named else self.source(job.path)
        if not job.sure and (defects or not files.job_text(job.path, source.text)):
            if not defects or not job.named:
                return tuple(_Done(None, None, False))
            source = Source(job.path, "")  # a named file that cannot be read is said so, whatever it would have been
        result = check_page(self.plan, source, defects)
        rows = settle(self.plan, job.path, result.found, source, self.source) if job.named else None
        return (None if rows is None else tuple(map(pack, rows)), result.facts, True)


def run(request: Request, plan: Plan) -> Report:
    """The report on a request: diagnostics in order of path and place, paths as seen from the working directory."""
    return Run(request, plan).report()
