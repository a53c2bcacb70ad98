"""One run over files: discover -> check each page -> check the site -> reduce -> filter -> show."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.page import Defect
from jdlint.core.text import Source, Span
from jdlint.core.tools import Counter, lru_cache
from jdlint.engine.cache import Pages, Question, RunCache
from jdlint.engine.checker import Checker
from jdlint.engine.deadline import FOREVER, PAGE, PATIENCE, TookTooLong, within
from jdlint.engine.known_facts import LARGE, KnownFacts
from jdlint.engine.passes.lone import told
from jdlint.engine.passes.page import LATE, check_page, record_of
from jdlint.engine.planning.discover import Discovery, Job
from jdlint.engine.planning.request import Request
from jdlint.engine.planning.triggers import shown_by_pages
from jdlint.engine.records import PageRecord, Plain, SiteRecord, pack_page, unpack_page
from jdlint.engine.reduce import reduced
from jdlint.io import files
from jdlint.io.pool import ahead, processors, spread, streamed
from jdlint.io.stamps import Stamp, stamp_of
from jdlint.posting import detect

if TYPE_CHECKING:
    from jdlint.site.facts import Facts

PARALLEL_FROM = 150  # pages to check; fewer are done before processes have started


def run(request: Request, checker: Checker) -> Report:
    """The report on a request: diagnostics in order of path and place, paths as seen from the
    working directory."""
    return Run(request, checker).report()


class Run:
    """A request under way; reads each file once and keeps no page."""

    def __init__(self, request: Request, checker: Checker) -> None:
        self.request, self.checker = request, checker
        self.given = request.given
        checker.memory.runs += 1
        known = checker.memory.lasting("folders")
        self.tree = files.DiskTree(request.root, self.given, alone=request.alone, known=known)
        self.discovery = Discovery(request, checker.plan.config, self.tree)
        above = self.discovery.above.encode("utf-8", "surrogateescape")
        self.cache = RunCache(request.root, checker.plan.key + above, on=not request.alone)
        self.source = lru_cache(maxsize=256)(self._source)
        self.display = lru_cache(maxsize=8192)(self._display)
        self.stamps: dict[str, Stamp] = {}
        self.known_facts = KnownFacts()
        self.until = time.monotonic() + request.seconds if request.seconds else FOREVER
        self.complete = True  # else another run may have more time
        self.folders: set[str] = set()  # those that the reported pages lie in

    def report(self) -> Report:
        jobs = self.discovery.jobs()
        pages = [record for record in self._records(jobs) if record.kind == "page"]
        named = {job.path for job in jobs if job.named} & {page.path for page in pages}
        self.folders = {path.rpartition("/")[0] for path in named}
        site = self._with_web(self._site(pages, named), pages, named)
        found = reduced(self.checker, pages, site, self.source, external=self.request.external)
        said = (*self._passed_over(jobs, named), *site.notices) if named else self._nothing(jobs)
        notices = (*self._closed(), *said)
        for keep in self.request.filters:
            found, more = keep(found, self.source, named)
            notices = (*notices, *more)
        return Report(tuple(map(self._shown, found)), len(named), notices)

    def depends(self) -> dict[str, Stamp]:
        """The files and folders that the report depends on, with the stamps that they had."""
        base, asked = self.discovery.base, map(os.path.abspath, self.request.paths)
        named = {path: stamp_of(path) for path in asked}
        read = {os.path.normpath(base + path): stamp for path, stamp in self.stamps.items()}
        return {**named, **self.tree.depends(), **read}

    def _records(self, jobs: Sequence[Job]) -> list[PageRecord]:
        """What is known of each file, in order; one that is as it was is not read."""
        self.stamps = {job.path: self._stamp(job.path) for job in jobs}
        self.tree.taken = self.stamps
        known = {job.path: record for job in jobs if (record := self._known(job))}
        new = [job for job in jobs if job.path not in known]
        if len(new) >= LARGE:
            self.known_facts = KnownFacts(large=True)
            known = {path: self.known_facts.without(record) for path, record in known.items()}
        self.cache.ready_for(len(jobs))
        asked = {job.path for job in new if job.by == "asked" and not self._looks(job)}
        for record in self._checked(new):
            known[record.path] = self.known_facts.without(record)
            data = self.given.get(record.path)
            if data is not None and record.packed_facts:
                self.checker.remember(data, record)
            if record.path in asked:  # as this run asks for it, and no other
                pass
            elif record.packed_facts or record.kind == "other":
                self.cache.keep(self.stamps[record.path], record)
            else:  # not checked: another run may
                self.complete = False
        return [known[job.path] for job in jobs]

    def _stamp(self, path: str) -> Stamp:
        """What a file is known by; nothing where its contents do not come from the disk."""
        return None if path in self.given else self.cache.stamp(path)

    def _looks(self, job: Job) -> bool:
        """Whether a file that was named would count as a job page if it were not."""
        text = self.source(job.path)[0].text
        return detect.judged(job.path, text, self.discovery.above).job

    def _known(self, job: Job) -> PageRecord | None:
        """The record of a file that an earlier run looked at, where it serves this one."""
        data = self.given.get(job.path) if self.given else None
        if data is None:
            record = self.cache.page(job.path, self.stamps[job.path], reported=job.named)
            return None if record and record.kind == "other" and job.by == "asked" else record
        record = self.checker.known(job.path, data)
        serves = record and (record.reported or record.kind == "other" or not job.named)
        return record if serves else None

    def _checked(self, jobs: Sequence[Job]) -> Iterator[PageRecord]:
        if not jobs:
            return
        _ = self.checker.base  # made before there are several processes
        share = min(processors(), 8) if len(jobs) >= PARALLEL_FROM else 1
        workers = self.request.jobs or share
        if workers < 2:
            yield from map(self._page, jobs)
            return
        several = streamed if self.known_facts.large else spread
        first, rest = ahead(jobs)
        yield from map(self._page, first)
        yield from map(unpack_page, several(self._packed_page, rest, workers))

    def _packed_page(self, job: Job) -> Plain:
        return pack_page(self._page(job))

    def _page(self, job: Job) -> PageRecord:
        """The record of a file; one that takes longer than its share is said, and left."""
        left = self.until - time.monotonic()
        try:
            if left <= 0:
                raise TookTooLong
            with within(min(PAGE, left), PATIENCE if left > PAGE * PATIENCE else 1):
                return self._look(job)
        except TookTooLong:
            share = f"{PAGE:.0f} seconds" if left > PAGE else "the time of this run"
            return self._left(job, Defect(LATE, Span(0, 0), share))

    def _left(self, job: Job, defect: Defect) -> PageRecord:
        """The record of a page that was not checked."""
        source = Source(job.path, "")
        if not job.named:
            return PageRecord(job.path, "unknown")
        checked = check_page(self.checker, source, (defect,))
        return record_of(self.checker, source, checked, self.source, reported=True)

    def _look(self, job: Job) -> PageRecord:
        """Look at one file: is it a job page, and what is wrong with it?"""
        source, defects = self.source(job.path) if job.named else self._source(job.path)
        if not job.sure and defects:
            if not job.named:
                return PageRecord(job.path, "unknown")
            source = Source(job.path, "")  # said of a named file, whatever it would have been
        elif not job.holds(source.text):
            return PageRecord(job.path, "other")
        before = None if job.path in self.given else self.cache.quiet(job.path)
        checked = check_page(self.checker, source, defects, before)
        if checked.facts:
            self.known_facts.keep(job.path, checked.facts)
        return record_of(self.checker, source, checked, self.source, reported=job.named)

    def _site(self, pages: Sequence[PageRecord], named: set[str]) -> SiteRecord:
        """What is found across pages, where nothing changed what the last run found."""
        rows: Pages = tuple((p.path, p.path in named, self.stamps[p.path]) for p in pages)
        lone = self._facts(pages) if len(pages) == 1 and not self.given else ()
        question = Question(rows, told(self.checker, lone, self.source) if lone else b"")
        site = None if self.given else self.cache.site(question, self.tree)
        if site is None:
            site = self._over_site(pages, named)
            # what an engine could not say now it may say in the next run
            heard = not any(text.startswith("grammar was not checked") for text in site.notices)
            if not self.given and self.complete and heard:
                self.cache.keep_site(question, self.tree, site)
        self.cache.save()
        if not self.given:  # what stands for the disk's contents is remembered in memory
            self.checker.save()
        return site

    def _over_site(self, pages: Sequence[PageRecord], named: set[str]) -> SiteRecord:
        facts = self._facts(pages) if named else []
        if not facts or not self.checker.base.across(shown_by_pages(facts)):
            return SiteRecord()
        from jdlint.engine.passes.site import check_site

        workers = self.request.jobs or min(processors(), 4)
        tree = None if self.request.alone else self.tree
        try:
            with within(self.until - time.monotonic()):
                return check_site(self.checker, facts, tree, named, self.source, workers, self._was)
        except TookTooLong:
            self.complete = False
            late = "Pages were not compared with each other: the time of this run is over"
            return SiteRecord(notices=(late,))

    def _was(self, path: str) -> tuple[Stamp, Facts] | None:
        """A page as it was when the site was last looked at, with the stamp that it had."""
        return self.checker.seen.get(path) or self.cache.was(path)

    def _with_web(
        self, site: SiteRecord, pages: Sequence[PageRecord], named: set[str]
    ) -> SiteRecord:
        """With what the web says of links that leave the site, where it is asked; that holds for
        this run only."""
        if not self.request.external or not named:
            return site
        from jdlint.engine.passes.web import check_web

        web = check_web(self.checker, self._facts(pages), self.tree, named, self.source)
        return SiteRecord((*site.diagnostics, *web.diagnostics), (*site.notices, *web.notices))

    def _facts(self, pages: Sequence[PageRecord]) -> Sequence[Facts]:
        """What pages tell the site."""
        return self.known_facts.of(pages, self._facts_of)

    def _facts_of(self, page: PageRecord) -> Facts | None:
        """What a page tells, as the session has it already where the page is as it was."""
        seen = self.checker.seen.get(page.path)
        return seen[1] if seen and seen[0] == self.tree.stamp(page.path) else page.facts

    def _source(self, path: str) -> tuple[Source, tuple[Defect, ...]]:
        data = self.given.get(path) if self.given else None
        if data is not None:
            return files.decode(data, path)
        return files.read_source(self.discovery.base + path, path, self.request.root)

    def _nothing(self, jobs: Sequence[Job]) -> tuple[str, ...]:
        """Why no page was read."""
        asked, config = sum(1 for job in jobs if job.named), self.checker.plan.config
        if not asked and config.pages:
            shown = ", ".join(config.pages[:3]) + (", …" if len(config.pages) > 3 else "")
            return (
                f"“pages” of {config.path} ({shown}) matches none of the files to check; patterns "
                f"count from {self._display('.')}",
            )
        if not asked:
            return ("no Markdown files here",)
        none = (
            "this file is not a job page" if asked == 1 else f"none of {asked} files is a job page"
        )
        them = "it" if asked == 1 else "them"
        return (
            f"{none}; name {them} under “pages” in jdlint.yaml, or let jdlint check --why say more",
        )

    def _passed_over(self, jobs: Sequence[Job], named: set[str]) -> tuple[str, ...]:
        """A sentence about files that are no job pages by their looks, where most of their folder
        are; none for none."""
        found = Counter(path.rpartition("/")[0] for path in named)
        passed: dict[str, list[str]] = {}
        for job in jobs:
            folder, _, name = job.path.rpartition("/")
            listed = name.lower().startswith(("index.", "_", "readme"))
            if job.named and job.by == "text" and job.path not in named and not listed:
                passed.setdefault(folder, []).append(job.path)
        few = [row for folder, row in passed.items() if len(row) < found[folder]]
        paths = [self._display(path) for row in few for path in row]
        if not paths:
            return ()
        shown = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
        return (f"{shown}: not checked, no job page by its looks (“jdlint check --why” says why)",)

    def _closed(self) -> tuple[str, ...]:
        """A sentence about the folders that could not be looked into; none for none."""
        closed = self.tree.visited.closed
        if not closed:
            return ()
        paths = [self._display(os.path.relpath(path, self.request.root)) for path in sorted(closed)]
        shown = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
        reason = next(iter(closed.values()))
        return (f"{shown}: not looked into ({reason}), the pages in it were not checked",)

    def _shown(self, diagnostic: Diagnostic) -> Diagnostic:
        related = tuple([r._replace(path=self.display(r.path)) for r in diagnostic.related])
        return diagnostic._replace(path=self.display(diagnostic.path), related=related)

    def _display(self, path: str) -> str:
        """A path as seen from the working directory."""
        if self.request.alone:
            return path
        try:
            return os.path.relpath(self.request.root / path).replace(os.sep, "/")
        except ValueError:
            return str(self.request.root / path)
