"""Leave out what comments silence, and find the comments that silence nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from jdlint.core.diagnostic import Diagnostic, Edit, Finding
from jdlint.core.light import NamedTuple
from jdlint.core.text import Source
from jdlint.parse.suppressions import Ignore, Name, without

GROUP = "suppress"  # rules about comments themselves: only a comment that names them silences them


class _Use(NamedTuple):
    """A name in a comment that was of use: the comment's number on its page, the name's number in
    it (-1: the comment names none and means all rules)."""

    path: str
    comment: int
    name: int


class Silence:
    """The comments of all pages of a run, by path, and which of them were of use."""

    def __init__(self, ignores: Mapping[str, Sequence[Ignore]]) -> None:
        self.ignores = ignores
        self._used: set[_Use] = set()

    def left(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics that no comment silences; comments that silence one are of use from now
        on."""
        return [d for d in diagnostics if not self._silenced(d)]

    def _silenced(self, d: Diagnostic) -> bool:
        silent = False
        for number, ignore in enumerate(self.ignores.get(d.path, ())):
            if not ignore.first <= d.start.line <= ignore.last or ignore.kind in (
                "end",
                "unknown",
                "slip",
            ):
                continue
            for index, name in enumerate(ignore.names):
                if (
                    d.rule == name.text
                    or d.rule.startswith(name.text + "/")
                    or (name.text == "all" and not _own(d.rule))
                ):
                    self._used.add(_Use(d.path, number, index))
                    silent = True
            if not ignore.names and not _own(d.rule):
                self._used.add(_Use(d.path, number, -1))
                silent = True
        return silent

    def unused(self, path: str, source: Source, judged: Callable[[str], bool]) -> list[Finding]:
        """A finding for each name on a page that had nothing to silence; ``judged`` tells whether
        all it names was asked."""
        found: list[Finding] = []
        for number, ignore in enumerate(self.ignores.get(path, ())):
            if ignore.kind in ("unknown", "slip"):
                continue
            if ignore.kind == "end":
                if ignore.last == 0:
                    found.append(_finding(source, ignore, None))
            elif not ignore.names:
                if _Use(path, number, -1) not in self._used and judged("all"):
                    found.append(_finding(source, ignore, None))
            else:
                names = [
                    n
                    for i, n in enumerate(ignore.names)
                    if _Use(path, number, i) not in self._used and judged(n.text)
                ]
                found.extend(self._unused_names(source, ignore, names))
        return found

    def _unused_names(
        self, source: Source, ignore: Ignore, names: Sequence[Name]
    ) -> Iterable[Finding]:
        if names and len(names) == len(ignore.names):
            whole = (Edit(*without(source.text, ignore)),)
            return [_finding(source, ignore, name)._replace(edits=whole) for name in names]
        return [_finding(source, ignore, name) for name in names]


def _own(rule: str) -> bool:
    return rule.startswith(GROUP + "/")


def _finding(source: Source, ignore: Ignore, name: Name | None) -> Finding:
    edits = (Edit(*without(source.text, ignore, name)),)
    if name is None:
        return Finding(ignore.span, {}, edits, variant="all")
    return Finding(name.span, {"name": name.text}, edits, variant="rule")
