"""The library face: check texts and folders, fix, list links, and keep a project in memory.

    import jdlint

    for d in jdlint.check_text(text, path="jobs/baker.md"):
        print(d.start.line, d.rule, d.message)

Offsets are in code points, lines and columns 1-based, ends exclusive. All raise ``ConfigError`` or
``RuleError`` (one sentence for people) for a configuration or a rule file that cannot be used. The
command line, editors and bulk runs stand on this module; see docs/library.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from jdlint.config.project import Project, find, of_data
from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.errors import ConfigError, RuleError
from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, TypeAlias, replace
from jdlint.engine.planning.build_plan import build_plan, checker_of
from jdlint.engine.planning.request import Request
from jdlint.engine.run import Run
from jdlint.io.files import PUBLISHED
from jdlint.io.shipped import shown

if TYPE_CHECKING:
    from collections import Counter

    from jdlint.engine.checker import Checker
    from jdlint.engine.passes.links import LinkAnswer
    from jdlint.engine.planning.plan import Plan
    from jdlint.engine.records import PageRecord
    from jdlint.fix.rounds import Chooser, Outcome

__all__ = [
    "ConfigError", "Diagnostic", "Fixed", "Report", "RuleError", "Session", "check_paths",
    "check_text", "fix_text", "links", "page_record", "site_report",
]  # fmt: skip
# what jdlint.yaml would say (a mapping), or the file that says it; None: the defaults
Config: TypeAlias = "Mapping[str, Any] | str | Path | None"
_PATH = "page.md"
_MOST_CHECKERS = 8  # configurations in use at once
_CHECKERS: dict[tuple[Path, bytes], Checker] = {}


class Fixed(NamedTuple):
    """A text with its fixes made: how many of each rule's, and what is left."""

    text: str
    fixes: Counter[str]
    left: tuple[Diagnostic, ...]


class Session:
    """A project in memory: configuration and rules are read once, and so is each page as long as it
    stays as it is.

    ``edit`` lets a text stand for a file (as an editor has it) until ``close``; then a check looks
    at that page anew, and at what pages say together. ``select`` and ``ignore`` are names of rules
    and groups; ``grammar`` is ``harper``, ``languagetool`` or ``off``.
    """

    def __init__(
        self,
        project: Project | str | Path = ".",
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        grammar: str = "",
        *,
        config: Config = None,
    ) -> None:
        known = project if isinstance(project, Project) else _project(Path(project), config)
        plan = build_plan(known, tuple(_names(select)), tuple(_names(ignore)), grammar)
        self.project, self.checker = known, _checker(plan, known.root)
        self.last: Run | None = None  # what the last report was made by
        self._edits: dict[str, bytes] = {}

    @property
    def root(self) -> Path:
        """The project's root: paths without a start are relative to it."""
        return self.project.root

    @property
    def plan(self) -> Plan:
        """The rules and the configuration that hold."""
        return self.checker.plan

    def edit(self, path: str, text: str) -> None:
        """Let a text stand for a file (a path from the root, with forward slashes)."""
        self._edits[path] = text.encode("utf-8", "surrogatepass")

    def close(self, path: str) -> None:
        """Let the file on disk count again."""
        self._edits.pop(path, None)

    def check(self, path: str) -> tuple[Diagnostic, ...]:
        """The diagnostics on one page (a path from the root), those that other pages give it
        too."""
        return self.report([path]).diagnostics

    def report(self, paths: Sequence[str] = (), *, external: bool = False) -> Report:
        """The report on some files and folders (paths from the root; none: all)."""
        asked = tuple(self.root / path for path in paths) or (self.root,)
        return self.run(Request(self.root, asked, jobs=1, external=external))

    def run(self, request: Request) -> Report:
        """The report on a request."""
        if self.plan.config.published or any(map(_may_be_published, request.paths)):
            return self._with_published(request)
        self.last = Run(self._with_edits(request), self.checker)
        report = self.last.report()
        unread = self.project.unread(self.last.folders)
        if not unread:
            return report
        return replace(report, notices=(*report.notices, _unread(self.project, unread)))

    def _with_published(self, request: Request) -> Report:
        """The report on pages and on what is published of them; it is not remembered, for what it
        depends on is not stamped."""
        from jdlint.engine.passes.published import asked, check_published, joined

        rest, published = asked(request, self.checker)
        self.last = None
        if not published:
            return Run(self._with_edits(rest), self.checker).report()
        found = check_published(published, request, self.checker)
        if not rest.paths and rest.stdin is None:
            return found
        return joined(Run(self._with_edits(rest), self.checker).report(), found)

    def fix(self, request: Request, chooser: Chooser) -> Outcome:
        """What fixing comes to; nothing is written (see ``jdlint.fix.rounds.write``)."""
        from jdlint.fix.rounds import fix

        if any(map(_may_be_published, request.paths)):  # what is built is mended at its source
            from jdlint.engine.passes.published import asked

            request = asked(request, self.checker)[0]
        return fix(self._with_edits(request), self.checker, chooser)

    def _with_edits(self, request: Request) -> Request:
        if not self._edits:
            return request
        return replace(request, overlay={**self._edits, **request.overlay})


def _unread(project: Project, paths: Sequence[Path]) -> str:
    """An aside about configuration files that hold for nothing in this run."""
    named = ", ".join(map(shown, paths[:3])) + (", …" if len(paths) > 3 else "")
    if project.path:
        return f"{named}: not read, as {project.name} above holds for all pages"
    return f"{named}: not read, as other folders are asked for too; name it with --config"


def _may_be_published(path: Path) -> bool:
    """Whether what reads published files, which is loaded late, has to be asked about a path."""
    if not path.is_dir():
        return path.suffix.lower() in (*PUBLISHED, ".gz")
    from jdlint.io.built import may_be_built

    return may_be_built(path)


def check_text(
    text: str,
    *,
    path: str = _PATH,
    config: Config = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    grammar: str = "",
) -> tuple[Diagnostic, ...]:
    """The diagnostics on one job page, in order of place; nothing else is looked at.

    ``path`` is what overrides of the configuration and messages go by. Where links lead is not
    known without the site: see ``check_paths`` and ``Session``.
    """
    session = Session(_project(Path(), config, look=False), select, ignore, grammar)
    return session.run(_alone(text, path)).diagnostics


def check_paths(
    paths: Sequence[str | Path] = (".",),
    *,
    config: Config = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    grammar: str = "",
    external: bool = False,
    jobs: int = 0,
) -> Report:
    """The report on files and folders; paths in it are as seen from the working directory.

    The configuration is looked for upward from the paths, unless one is given. ``external`` asks
    the web about links; ``jobs`` is the number of processes (0: as many as help).
    """
    asked = tuple(map(Path, paths))
    found = find(asked) if config is None else _project(Path(), config)
    session = Session(found, select, ignore, grammar)
    return session.run(Request(found.root, asked, jobs=jobs, external=external))


def fix_text(
    text: str,
    *,
    path: str = _PATH,
    config: Config = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    unsafe: bool = False,
) -> Fixed:
    """One job page with its fixes made; ``unsafe`` makes those too that may change its meaning."""
    from jdlint.fix.rounds import Kinds

    session = Session(_project(Path(), config, look=False), select, ignore)
    kinds = frozenset(("safe", "unsafe") if unsafe else ("safe",))
    outcome = session.fix(_alone(text, path), Kinds(kinds))
    after = outcome.after.get(path)
    fixed = text if after is None else after.decode("utf-8", "surrogatepass")
    return Fixed(fixed, outcome.fixed, outcome.report.diagnostics)


def links(paths: Sequence[str | Path] = (".",), *, config: Config = None) -> tuple[LinkAnswer, ...]:
    """Every link of some pages with where it leads and why; paths are relative to the project's
    root."""
    from jdlint.engine.passes.links import LinkRequest, list_links

    asked = tuple(map(Path, paths))
    found = find(asked) if config is None else _project(Path(), config)
    return list_links(LinkRequest(found.root, asked, found.data.get("site") or {})).links


def page_record(text: str, *, path: str, session: Session) -> PageRecord:
    """Map: what is known of one job page, small enough to keep those of a whole site; its path is
    relative to the root."""
    from jdlint.core.text import Source
    from jdlint.engine.passes.page import check_page, record_of

    source = Source(path, text)
    checked = check_page(session.checker, source)
    return record_of(session.checker, source, checked, lambda _: (source, ()), reported=True)


def site_report(
    records: Iterable[PageRecord], texts: Callable[[str], str], *, session: Session
) -> Report:
    """Reduce: the report on pages of which only their records are left.

    ``texts`` gives the text of a page again (of one that something is found on across pages). The
    links of pages are not followed: see ``links``.
    """
    from jdlint.core.text import Source
    from jdlint.engine.passes.site import check_site
    from jdlint.engine.reduce import reduced

    pages = sorted(records)
    named = {page.path for page in pages}
    facts = [facts for page in pages if (facts := page.facts)]

    def sources(path: str) -> tuple[Source, tuple[()]]:
        return Source(path, texts(path)), ()

    site = check_site(session.checker, facts, None, named, sources)
    found = reduced(session.checker, pages, site, sources)
    return Report(tuple(found), len(pages), site.notices)


def forget() -> None:
    """Let go of the checks that this process keeps: own rules may have changed."""
    _CHECKERS.clear()


def _checker(plan: Plan, root: Path) -> Checker:
    """The checks of a plan, built once in a process."""
    if (root, plan.key) not in _CHECKERS:
        while len(_CHECKERS) >= _MOST_CHECKERS:
            del _CHECKERS[next(iter(_CHECKERS))]
        _CHECKERS[root, plan.key] = checker_of(plan, root)
    return _CHECKERS[root, plan.key]


def _alone(text: str, path: str) -> Request:
    data = text.encode("utf-8", "surrogatepass")
    return Request(Path(), (), path, data, jobs=1, alone=True)


def _project(root: Path, config: Config, *, look: bool = True) -> Project:
    if isinstance(config, Mapping):
        return of_data(config, root.resolve())
    if config is not None:
        return find(config=config)
    return find([root]) if look else Project(root)


def _names(values: Iterable[str]) -> Iterable[str]:
    """The names among values that may hold several, separated by commas."""
    texts = (values,) if isinstance(values, str) else values
    return (name.strip() for value in texts for name in value.split(",") if name.strip())
