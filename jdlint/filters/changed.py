"""Only what a change has brought: findings on changed lines, and findings that were not there
before it.

The text before a change comes from git; lines are compared here, without their ends, so that a
checkout with Windows line ends is not all new.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from pathlib import Path

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.diff import changed_lines
from jdlint.core.errors import GitError
from jdlint.core.light import NamedTuple, dataclass, field
from jdlint.core.page import Reader
from jdlint.core.text import Position
from jdlint.filters.baseline import fingerprint
from jdlint.filters.filter import Filter, Filtered
from jdlint.io import git
from jdlint.io.files import decode

_MOST = 50  # submodules that are looked into


class Base(NamedTuple):
    """The state before a change, against the working tree or the index; paths are relative to the
    project's root.

    ``old`` maps changed pages to their bytes before, ``names`` renamed ones to their old paths;
    ``same`` are the other known pages, others are new or (``strict``) no part of it; ``overlay``
    makes the base of the working tree, ``now`` makes the state that is checked.
    """

    old: Mapping[str, bytes]
    names: Mapping[str, str]
    same: Set[str]
    overlay: Mapping[str, bytes | None]
    now: Mapping[str, bytes | None]
    strict: bool = False

    def holds(self, path: str) -> bool:
        """Whether a page belongs to what is checked."""
        return not self.strict or path in self.old or path in self.same


def since(root: Path, name: str) -> Base:
    """The state where HEAD and the named commit parted, against the working tree; raises
    ``GitError``."""
    return _base(root, git.merge_base(root, name), "", 0)


def staged(root: Path) -> Base:
    """The last commit, against the index; raises ``GitError``."""
    base = git.commit(root, "HEAD") if git.has_head(root) else git.empty_tree(root)
    here = partial(_from_root, git.prefix(root))
    entries = [
        e for e in git.differences(root, base, staged=True) if git.LINK not in (e.old_mode, e.mode)
    ]
    unstaged = [
        e
        for e in git.differences(root, renames=False)
        if e.status in "MDT" and e.old_mode != git.LINK
    ]
    contents = git.blobs(root, [e.old_id for e in (*entries, *unstaged)])
    now: dict[str, bytes | None] = {here(e.path): None for e in entries if e.status == "D"}
    now.update((here(e.path), contents.get(e.old_id, b"")) for e in unstaged)
    old, names, overlay = _states(entries, contents, here)
    same = {here(path) for path in git.index(root)} - old.keys()
    return Base(old, names, same, {**now, **overlay}, now, strict=True)


def _base(root: Path, commit: str, prefix: str, depth: int) -> Base:
    """The base of one repository and of the submodules in it; ``prefix`` is where it lies below the
    project's root."""
    here = partial(_from_root, git.prefix(root), below=prefix)
    entries = git.differences(root, commit)
    index = git.index(root)
    files = [e for e in entries if git.LINK not in (e.old_mode, e.mode)]
    old, names, overlay = _states(files, git.blobs(root, [e.old_id for e in files]), here)
    overlay.update((here(path), None) for path in git.untracked(root))
    same = {here(path) for path, (mode, _) in index.items() if mode != git.LINK} - old.keys()
    links = {path: blob for path, (mode, blob) in index.items() if mode == git.LINK}
    links.update((e.path, e.old_id) for e in entries if e.path in links)
    for path, known in list(links.items())[: _MOST if depth == 0 else 0]:
        inner = _submodule(
            root, posixpath.relpath(path, git.prefix(root) or "."), known, here(path)
        )
        if inner is not None:
            old.update(inner.old)
            names.update(inner.names)
            overlay.update(inner.overlay)
            same |= inner.same
    return Base(old, names, same, overlay, {})


def _submodule(root: Path, path: str, commit: str, shown: str) -> Base | None:
    """The base of a submodule that is checked out; None where it is not, or is new."""
    folder = root / path
    if not (folder / ".git").exists() or not commit.strip("0"):
        return None
    try:
        return _base(folder, git.commit(folder, commit), f"{shown}/", 1)
    except GitError as error:
        raise GitError(f"in the submodule {shown}: {error}") from error


def _from_root(prefix: str, path: str, below: str = "") -> str:
    """A path of the repository as seen from the project's root, which lies at ``prefix`` in it."""
    if prefix:
        path = path[len(prefix) :] if path.startswith(prefix) else posixpath.relpath(path, prefix)
    return below + path


def _states(
    entries: Sequence[git.Entry], contents: Mapping[str, bytes], here: partial[str]
) -> tuple[dict[str, bytes], dict[str, str], dict[str, bytes | None]]:
    """Old contents by new path, old paths of renamed files, and the overlay that brings the old
    state back."""
    old: dict[str, bytes] = {}
    names: dict[str, str] = {}
    overlay: dict[str, bytes | None] = {}
    for e in entries:
        path, before = here(e.path), contents.get(e.old_id, b"")
        if e.status in "AC":
            overlay[path] = None
        elif e.status == "R":
            names[path] = here(e.old_path)
            overlay[path] = None
            overlay[names[path]] = before
        else:
            overlay[path] = before
        if e.status != "D":
            old[path] = b"" if e.status == "A" else before
    return old, names, overlay


# checks the state before the change: old paths of renamed pages, the contents that bring that
# state back, and the filter that is told what was found there
Rerun = Callable[[Sequence[str], Mapping[str, bytes | None], Filter], object]


@dataclass
class OnlyChanged:
    """A filter that leaves what touches changed lines, or was not there in the base; ``rerun``
    checks that base, once, when it is asked for."""

    base: Base
    rerun: Rerun
    _lines: dict[str, set[int] | None] = field(default_factory=dict)
    _before: dict[str, Counter[str]] | None = None

    def __call__(self, found: list[Diagnostic], sources: Reader, _pages: Set[str]) -> Filtered:
        self._lines.clear()
        left = {path: counts.copy() for path, counts in self._known(found).items()}
        found = [d for d in found if self.base.holds(d.path)]
        kept = [d for d in found if self._touches(d, sources) or self._is_new(d, sources, left)]
        return Filtered(kept, () if kept or not found else ("nothing to report on what changed",))

    def _is_new(self, d: Diagnostic, sources: Reader, left: Mapping[str, Counter[str]]) -> bool:
        """Whether the base had fewer such findings on the page than there are up to this one."""
        counts, key = (
            left.get(self.base.names.get(d.path, d.path)),
            fingerprint(d, sources(d.path)[0]),
        )
        if counts is None or counts[key] <= 0:
            return True
        counts[key] -= 1
        return False

    def _known(self, found: Sequence[Diagnostic]) -> dict[str, Counter[str]]:
        """The fingerprints of what was there in the base, by path there."""
        if self._before is None:
            self._before = {}
            if found:
                self.rerun(tuple(self.base.names.values()), self.base.overlay, self._record)
        return self._before

    def _record(self, found: list[Diagnostic], sources: Reader, _pages: Set[str]) -> Filtered:
        before: dict[str, Counter[str]] = {}
        for d in found:
            before.setdefault(d.path, Counter())[fingerprint(d, sources(d.path)[0])] += 1
        self._before = before
        return Filtered([])

    def _touches(self, d: Diagnostic, sources: Reader) -> bool:
        places = [(d.path, d.start, d.end), *((r.path, r.start, r.end) for r in d.related)]
        return any(self._changed(path, start, end, sources) for path, start, end in places)

    def _changed(self, path: str, start: Position, end: Position, sources: Reader) -> bool:
        if path not in self._lines:
            self._lines[path] = self._changed_lines(path, sources)
        lines = self._lines[path]
        if lines is None:
            return True
        last = end.line - 1 if end.column == 1 and end.line > start.line else end.line
        return any(start.line <= line <= last for line in lines)

    def _changed_lines(self, path: str, sources: Reader) -> set[int] | None:
        """The changed lines of a page; None where all of it is new."""
        before = self.base.old.get(path)
        if before is not None:
            return (
                changed_lines(decode(before, path)[0].text, sources(path)[0].text)
                if before
                else None
            )
        return set() if path in self.base.same else None
