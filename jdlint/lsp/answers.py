"""What the server asks of a project, answered in a process of its own.

All of it is plain data, so that it crosses between processes; a text stands for the file that the
editor has open.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from jdlint.api import Session, forget
from jdlint.config import project
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple
from jdlint.engine.planning.discover import Discovery
from jdlint.engine.planning.request import Request
from jdlint.io import files

if TYPE_CHECKING:
    from jdlint.site.links.resolver import Resolver

_MOST_LINKS = 5_000
Key = tuple[str, str]  # a rule and what it marks


class Across(NamedTuple):
    """What a page's site adds to what its own text tells: findings, and (rule, words) of findings
    that the site takes back."""

    more: tuple[Diagnostic, ...]
    less: frozenset[Key]


class Answers:
    """Answers questions about files, by their absolute paths; configuration and rules are read once
    for each project, until ``reset``."""

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}
        self._resolvers: dict[Path, Resolver] = {}

    def reset(self) -> None:
        """Forget what was read: configuration, rules and the site are read anew."""
        self._sessions.clear()
        self._resolvers.clear()
        forget()

    def page(self, file: str, text: str, *, sure: bool = False) -> tuple[Diagnostic, ...] | None:
        """The findings on one text; None where it is no job page. ``sure``: it is one, whatever it
        looks like. Raises ``ConfigError`` or ``RuleError``."""
        session = self._session(file)
        path = _relative(session, file)
        if not sure and not self._is_job(session, path, text):
            return None
        return self._alone(session, path, text)

    def across(self, file: str, texts: Mapping[str, str]) -> Across:
        """What the whole site says of a page; ``texts`` are the editor's, by absolute path."""
        session = self._session(file)
        path = _relative(session, file)
        if not self._is_job(session, path, texts[file]) or path.startswith(".."):
            return Across((), frozenset())
        for name, text in texts.items():
            session.edit(_relative(session, name), text)
        try:
            report = session.report([path])
        finally:
            for name in texts:
                session.close(_relative(session, name))
        found = _absolute(report.diagnostics, os.getcwd())
        whole = [d for d in found if d.path == file]
        alone = self._alone(session, path, texts[file])
        known = {(d.rule, d.span, d.message) for d in alone}
        kept = {(d.rule, d.span, d.message) for d in whole}
        return Across(
            tuple(d for d in whole if (d.rule, d.span, d.message) not in known),
            frozenset(
                (d.rule, texts[file][d.span.start : d.span.end])
                for d in alone
                if (d.rule, d.span, d.message) not in kept
            ),
        )

    def fixed(self, file: str, text: str) -> str:
        """The text with all safe fixes made."""
        from jdlint.fix.rounds import Kinds

        session = self._session(file)
        path = _relative(session, file)
        outcome = session.fix(_request(session, path, text), Kinds(frozenset(("safe",))))
        after = outcome.after.get(path)
        return text if after is None else after.decode("utf-8", "surrogatepass")

    def link(self, file: str, url: str) -> tuple[str, str, str]:
        """A link's answer, where it leads, and why."""
        session = self._session(file)
        found = self._resolver(session).resolve(url, _relative(session, file))
        return found.verdict, found.target, found.why

    def targets(self, file: str) -> list[tuple[str, str]]:
        """The pages that a link can lead to: URL paths and their sources."""
        session = self._session(file)
        pages = self._resolver(session).model.pages.by_path
        rows = {built.page.url: path for path, built in pages.items()}
        return sorted(rows.items())[:20_000]

    def anchors(self, file: str, url: str) -> list[str]:
        """The ids of the page at a URL path; none where they are not known."""
        session = self._session(file)
        pages = self._resolver(session).model.pages
        wanted = url.strip("/")
        path = next((p for p, b in pages.by_path.items() if b.page.url.strip("/") == wanted), None)
        ids = pages.ids(path) if path else None
        return sorted(ids.sure | ids.possible)[:2_000] if ids else []

    def places(self, file: str, urls: list[str]) -> dict[str, str]:
        """The files that links of a page lead to, by URL as written; none for other links."""
        session = self._session(file)
        resolver, here = self._resolver(session), _relative(session, file)
        found = {url: resolver.resolve(url, here).path for url in urls[:_MOST_LINKS]}
        root = session.root.resolve()
        return {url: str(root / path) for url, path in found.items() if path}

    def rule(self, file: str, text: str) -> tuple[Diagnostic, ...] | None:
        """What is wrong with a rule file of the project; None where it is none."""
        from jdlint.lsp.rule_files import findings

        if not self.is_rule(file):
            return None
        return findings(file, text, self._session(file).plan.config.settings)

    def is_rule(self, file: str) -> bool:
        """Whether a file is one of the project's own rules."""
        from jdlint.lsp.rule_files import is_rule_file

        session = self._session(file)
        return is_rule_file(session.project.data, session.root.resolve(), file)

    def rule_names(self, file: str) -> list[str]:
        """The names of all rules and their groups, for a project's configuration."""
        from jdlint.rules.catalogue import all_rules

        session = self._session(file)
        rules = all_rules(session.project.data, session.root)
        return sorted({name for rule in rules for name in (rule.name, rule.group)})

    def schema(self, file: str) -> dict[str, Any]:
        """The JSON Schema of front matter that holds for a file."""
        schema: dict[str, Any] = self._session(file).plan.config.settings["schema"]
        return schema

    def sections(self, file: str) -> list[str]:
        """The names that sections of a page have: the project's, else those that most pages use."""
        given = self._session(file).plan.config.settings.get("sections")
        if given:
            return [str(row["name"]) for row in given]
        from jdlint.lang.lists import entries

        return [str(group[0]) for group in entries("section-names")]

    def _session(self, file: str) -> Session:
        folder = str(Path(file).parent)
        if folder not in self._sessions:
            near = next((p for p in (Path(folder), *Path(folder).parents) if p.is_dir()), Path())
            self._sessions[folder] = Session(project.find([near]))
        return self._sessions[folder]

    def _resolver(self, session: Session) -> Resolver:
        from jdlint.site.build.settings import SiteSettings
        from jdlint.site.links.resolver import Resolver

        root = session.root
        if root not in self._resolvers:
            settings = SiteSettings.of(session.project.data.get("site") or {})
            self._resolvers[root] = Resolver(files.DiskTree(root, {}, alone=False), settings)
        return self._resolvers[root]

    def _is_job(self, session: Session, path: str, text: str) -> bool:
        tree = files.DiskTree(session.root, {}, alone=False)
        job = Discovery(Request(session.root, ()), session.plan.config, tree).job(path)
        return job is not None and job.holds(text)

    def _alone(self, session: Session, path: str, text: str) -> tuple[Diagnostic, ...]:
        """What a text tells by itself."""
        report = session.run(_request(session, path, text))
        return _absolute(report.diagnostics, str(session.root.resolve()))


def _request(session: Session, path: str, text: str) -> Request:
    data = text.encode("utf-8", "surrogatepass")
    return Request(session.root, (), path, data, jobs=1, alone=True)


def _relative(session: Session, file: str) -> str:
    return os.path.relpath(file, session.root).replace(os.sep, "/")


def _absolute(found: tuple[Diagnostic, ...], base: str) -> tuple[Diagnostic, ...]:
    """Findings with absolute paths; those that they have start at ``base``."""

    def placed(path: str) -> str:
        return os.path.normpath(os.path.join(base, path))

    return tuple(
        d._replace(
            path=placed(d.path),
            related=tuple(r._replace(path=placed(r.path)) for r in d.related),
        )
        for d in found
    )
