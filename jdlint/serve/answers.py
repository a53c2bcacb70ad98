"""What the server asks of a project, answered in a process of its own.

All of it is plain data, so that it crosses between processes. Paths in answers start at the
project's root; what leads out of it is not looked at.
"""

from __future__ import annotations

import os
from pathlib import Path

from jdlint.api import Session, forget
from jdlint.config.project import Project, find
from jdlint.core.diagnostic import Report
from jdlint.core.errors import ConfigError, RuleError
from jdlint.core.light import Any
from jdlint.core.recent import stay_small
from jdlint.core.text import Source
from jdlint.engine.planning.request import Request
from jdlint.io.stamps import stamp_of

_LANGUAGES = 8  # whose sessions are kept at once


class Answers:
    """Answers questions about texts of one project; its configuration and rules are read once, and
    again when they have changed."""

    def __init__(self, root: Path, config: str, *, gentle: bool = False) -> None:
        stay_small()
        os.chdir(root)  # paths in reports are as seen from here
        if gentle and hasattr(os, "nice"):
            os.nice(5)  # whoever types is answered first
        self._config = config
        self._sessions: dict[str, Session] = {}
        self._project: Project | None = None
        self._stamps: dict[str, Any] = {}

    def ready(self) -> bool:
        """Read what every answer needs; raises ``ConfigError`` or ``RuleError``."""
        self.check("---\ntitle: Baker\n---\n\nBake the bread.\n", "", "", False)
        return True

    def ready_site(self, page: str) -> bool:
        """Read the project's pages once, so that nobody waits for them later."""
        session = self.session("")
        request = Request(session.root, (session.root / page,), jobs=1, seconds=_SITE)
        session.run(request)
        session.last = None
        return True

    def check(self, text: str, path: str, language: str, site: bool) -> str:
        """The JSON report on one text; ``site``: with what the project's other pages say of it."""
        return self.rendered(self._report(text, path, language, site))

    def fix(self, text: str, path: str, language: str, unsafe: bool) -> dict[str, Any]:
        """The text with its fixes made, how many of each rule's, and the report on what is left."""
        import json

        from jdlint.fix.rounds import Kinds

        session = self.session(language)
        kinds = frozenset(("safe", "unsafe") if unsafe else ("safe",))
        outcome = session.fix(_alone(session, text, path), Kinds(kinds))
        after = outcome.after.get(path or _PATH)
        return {
            "text": text if after is None else after.decode("utf-8", "replace"),
            "fixes": dict(sorted(outcome.fixed.items())),
            "report": json.loads(self.rendered(outcome.report)),
        }

    def links(self, text: str, path: str) -> list[dict[str, Any]]:
        """Every link of a text with where it leads in this project's site."""
        from jdlint.engine.passes.links import answer_of, written_links
        from jdlint.io.files import DiskTree
        from jdlint.site.build.settings import SiteSettings
        from jdlint.site.links.resolver import Resolver

        session, path = self.session(""), path or _PATH
        tree = DiskTree(session.root, {path: text.encode()})
        resolver = Resolver(tree, SiteSettings.of(session.project.data.get("site") or {}))
        links = written_links(Source(path, text))
        return [answer_of(resolver, path, link).as_data() for link in links]

    def session(self, language: str) -> Session:
        """The project as it is now, for pages of a language (empty: as it is configured)."""
        project = self._current()
        if language not in self._sessions:
            while len(self._sessions) >= _LANGUAGES:
                del self._sessions[next(iter(self._sessions))]
            if language:
                project = project._replace(data={**project.data, "language": language})
            self._sessions[language] = _guarded(project)
        return self._sessions[language]

    def rendered(self, report: Report) -> str:
        """A report as the JSON format has it."""
        from jdlint.report import Given
        from jdlint.report.json import render

        return render(report, Given(lambda path: Source(path, ""), {}))

    def _report(self, text: str, path: str, language: str, site: bool) -> Report:
        session = self.session(language)
        try:
            if not site or not path:
                return session.run(_alone(session, text, path))
            session.edit(path, text)
            request = Request(session.root, (session.root / path,), jobs=1, seconds=_SITE)
            return session.run(request)
        finally:
            session.close(path)
            session.last = None  # a run is a ring: alive now, it would be garbage of old age later

    def _current(self) -> Project:
        """The project, read again where a file that says something of it has changed."""
        if self._project is None or any(stamp_of(p) != s for p, s in self._stamps.items()):
            self._sessions.clear()
            forget()
            try:
                self._project = find([Path()], self._config or None)
            except ConfigError as error:
                raise ConfigError(_without_root(str(error))) from None
            self._stamps = {str(path): stamp_of(str(path)) for path in self._looked_at()}
        return self._project

    def _looked_at(self) -> list[Path]:
        """The files whose change is noticed: the configuration's, and the project's words."""
        assert self._project is not None
        grammar = self._project.data.get("grammar")
        words = str(grammar.get("words", "")) if isinstance(grammar, dict) else ""
        from jdlint.config.own_words import NAME

        own = [Path(self._config)] if self._config else []
        return [*map(Path, self._project.looked_at), *own, self._project.root / (words or NAME)]


_PATH = "page.md"
# seconds for the pages of a site, after which they are not compared; 1,800 take 20 s the first time
_SITE = 100.0


def _alone(session: Session, text: str, path: str) -> Request:
    return Request(session.root, (), path or _PATH, text.encode(), jobs=1, alone=True)


def _guarded(project: Project) -> Session:
    """A session; errors say nothing of where the project lies."""
    try:
        return Session(project)
    except (ConfigError, RuleError) as error:
        raise type(error)(_without_root(str(error))) from None


def _without_root(text: str) -> str:
    return text.replace(os.path.join(os.getcwd(), ""), "")
