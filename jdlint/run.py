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
from jdlint.engine import Plan, by_path, check_page, check_site, settle
from jdlint.page import Defect
from jdlint.site import Facts, Site
from jdlint.text import Source

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
    path: str
    named: bool
    diagnostics: list[Diagnostic]
    facts: Facts | None


class Run:
    """A request under way; reads each file once and keeps no page."""

    def __init__(self, request: Request, plan: Plan) -> None:
        self.request, self.plan = request, plan
        self.root = request.root
        self.source = lru_cache(maxsize=256)(self._source)
        # a bare folder may itself be called jobs/; a repository's name says nothing about its pages
        self.above = "" if plan.config.path or (self.root / ".git").exists() else f"{self.root.resolve().name}/"

    def _source(self, path: str) -> tuple[Source, tuple[Defect, ...]]:
        if path == self.request.stdin_name and self.request.stdin is not None:
            return files.decode(self.request.stdin, path)
        return files.read_source(self.root / path, path)

    def report(self) -> Report:
        jobs = sorted(self._jobs())
        done = [row for row in self._pages(jobs) if row is not None]
        site = Site(tuple(row.facts for row in done if row.facts), *self._site_settings())
        found = by_path(check_site(self.plan, site))
        named = {row.path for row in done if row.named}
        diagnostics = [d for row in done if row.named for d in row.diagnostics]
        for path in sorted(named & found.keys()):
            source, defects = self.source(path)
            rows = settle(self.plan, path, found[path], source, self.source)
            diagnostics.extend(rows if not defects else [d._replace(edits=(), fix=None) for d in rows])
        ordered = sorted(set(diagnostics), key=lambda d: d.sort_key)
        asides = self._asides(jobs, len(named))
        return Report(tuple(self._shown(d) for d in ordered), len(named), asides)

    def _site_settings(self) -> tuple[str, None, dict[str, object]]:
        site = dict(self.plan.config.settings.get("site", {}))
        return str(site.get("url", "")), None, site

    def _asides(self, jobs: Sequence[_Job], pages: int) -> tuple[str, ...]:
        asked = sum(1 for job in jobs if job.named)
        if pages or not asked:
            return () if asked or pages else ("no Markdown files here",)
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
        try:
            return os.path.relpath(absolute, self.root).replace(os.sep, "/")
        except ValueError:
            return absolute.replace(os.sep, "/")

    def _job(self, path: str, named: bool) -> _Job | None:
        wanted = self.plan.config.is_page(path)
        if wanted is False:
            return None
        return _Job(path, named, bool(wanted) or files.job_folder(self.above + path))

    def _pages(self, jobs: Sequence[_Job]) -> Iterable[_Done | None]:
        from jdlint.parallel import spread

        workers = self.request.jobs or (min(os.cpu_count() or 1, 8) if len(jobs) >= PARALLEL_FROM else 1)
        return spread(self._page, jobs, workers)

    def _page(self, job: _Job) -> _Done | None:
        source, defects = self._source(job.path) if not job.named else self.source(job.path)
        if not job.sure and (defects or not files.job_text(job.path, source.text)):
            return None if not defects or not job.named else self._defective(job, source, defects)
        result = check_page(self.plan, source, defects)
        rows = settle(self.plan, job.path, result.found, source, self.source) if job.named else []
        return _Done(job.path, job.named, rows, result.facts)

    def _defective(self, job: _Job, source: Source, defects: tuple[Defect, ...]) -> _Done:
        """A named file that cannot be read is said so, whatever it would have been."""
        result = check_page(self.plan, Source(job.path, ""), defects)
        return _Done(job.path, True, settle(self.plan, job.path, result.found, source, self.source), None)


def run(request: Request, plan: Plan) -> Report:
    """The report on a request: diagnostics in order of path and place, paths as seen from the working directory."""
    return Run(request, plan).report()
