"""Leave out what comments silence, and find the comments that silence nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from jdlint.core.diagnostic import Diagnostic, Edit, Finding
from jdlint.core.light import NamedTuple
from jdlint.core.text import Source
from jdlint.parse.suppressions import Ignore, Name, without

GROUP = "suppress"  # rules about comments themselves: only a comment that names them silences them


_EVERY = "all"
_ALL = ((-1, _EVERY),)  # what a comment without names says


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
        rows = list(diagnostics)
        pages: dict[str, list[Diagnostic]] = {}
        for d in rows:
            if self.ignores.get(d.path):
                pages.setdefault(d.path, []).append(d)
        silent = {path: self._silent(path, found) for path, found in pages.items()}
        return [d for d in rows if d.path not in silent or not silent[d.path].holds(d)]

    def _silent(self, path: str, found: Sequence[Diagnostic]) -> _Silent:
        """The lines of a page that are silent; notes which comments silence one of ``found``."""
        said: dict[str, list[int]] = {}
        for d in found:
            for name in _names(d.rule):
                said.setdefault(name, []).append(d.start.line)
        for lines in said.values():
            lines.sort()
        silent = _Silent()
        for number, ignore in enumerate(self.ignores[path]):
            if ignore.kind in ("end", "unknown", "slip"):
                continue
            names = enumerate([name.text for name in ignore.names]) if ignore.names else _ALL
            for index, name in names:
                silent.add(name, ignore.first, ignore.last)
                lines = said.get(name, [])
                at = bisect_left(lines, ignore.first)
                if at < len(lines) and lines[at] <= ignore.last:
                    self._used.add(_Use(path, number, index))
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


class _Silent:
    """Which lines of a page are silent for which names: many comments are one search for each
    diagnostic."""

    def __init__(self) -> None:
        self._lines: dict[str, list[tuple[int, int]]] = {}
        self._joined: dict[str, tuple[list[int], list[int]]] = {}

    def add(self, name: str, first: int, last: int) -> None:
        self._lines.setdefault(name, []).append((first, last))

    def holds(self, d: Diagnostic) -> bool:
        return any(self._covers(name, d.start.line) for name in _names(d.rule))

    def _covers(self, name: str, line: int) -> bool:
        if name not in self._lines:
            return False
        if name not in self._joined:
            rows = sorted(self._lines[name])
            ends = list(accumulate((last for _, last in rows), max))
            self._joined[name] = [first for first, _ in rows], ends
        firsts, ends = self._joined[name]
        at = bisect_right(firsts, line)
        return at > 0 and ends[at - 1] >= line


def _names(rule: str) -> Iterator[str]:
    """What a comment may call a rule: its name, its group, and all unless it is about comments."""
    yield rule
    at = rule.rfind("/")
    while at > 0:
        yield rule[:at]
        at = rule.rfind("/", 0, at)
    if not _own(rule):
        yield _EVERY


def _own(rule: str) -> bool:
    return rule.startswith(GROUP + "/")


def _finding(source: Source, ignore: Ignore, name: Name | None) -> Finding:
    edits = (Edit(*without(source.text, ignore, name)),)
    if name is None:
        return Finding(ignore.span, {}, edits, variant="all")
    return Finding(name.span, {"name": name.text}, edits, variant="rule")
