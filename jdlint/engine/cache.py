"""What the last run found on each file: a file that has not changed is neither read nor checked
again."""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jdlint.io import store
from jdlint.io.files import DiskTree, Stamp, stamp_of

Row = tuple[Any, ...]
Across = tuple[tuple[Row, ...], tuple[str, ...]]
_MOST = 50_000


class Kept:
    """Rows by path, valid for one root, one plan and the sizes and times that the files had.

    ``key`` is what the rows depend on besides the files: another key, and all is forgotten. What
    the checks over the site found is valid as long as no page, no path in the tree and no file that
    they looked at has changed.
    """

    def __init__(self, root: Path, key: bytes) -> None:
        self.base, self.key = os.path.join(os.path.abspath(root), ""), key
        self.name = f"run-{zlib.crc32(str(root.resolve()).encode('utf-8', 'surrogateescape')):08x}"
        data = store.load(self.name)
        good = isinstance(data, tuple) and len(data) == 3 and data[0] == key
        self._rows: dict[str, tuple[Any, ...]] = data[1] if good else {}
        self._last: tuple[Any, ...] | None = data[2] if good else None
        self._fresh: dict[str, tuple[Any, ...]] = {}
        self._pages = ""
        self._changed = self._unsure = False

    def stamp(self, path: str) -> Stamp:
        """Times and size of a file, or None where it is no file that can be looked at."""
        return stamp_of(os.path.join(self.base, path))

    def row(self, path: str, stamp: Stamp) -> Row | None:
        """The row of a file that is as it was."""
        kept = self._rows.get(path)
        if kept is None or stamp is None or kept[0] != stamp:
            return None
        self._fresh[path] = kept
        found: Row = kept[1]
        return found

    def keep(self, path: str, stamp: Stamp, row: Row) -> None:
        if stamp is not None and len(self._fresh) < _MOST:
            self._fresh[path] = (stamp, row)
            self._changed = True
        else:
            self._unsure = True

    def doubt(self, doubtful: bool) -> None:
        """Say that some contents come from elsewhere: what is found across pages then holds for
        this run alone."""
        self._unsure = self._unsure or doubtful

    def across(self, pages: Sequence[tuple[str, bool]], tree: DiskTree) -> Across | None:
        """What the checks over the site found in the last run, where they would find the same
        again."""
        self._pages = "\n".join(f"{path}\t{named:d}" for path, named in pages)
        if self._changed or self._unsure or self._last is None:
            return None
        known, paths, seen, found = self._last
        same = known == self._pages and paths == "\n".join(tree.paths) and tree.as_seen(seen)
        return found if same else None

    def save(self, found: Across, tree: DiskTree) -> None:
        """Write what was kept in this run; rows of files that were not looked at stay."""
        if not self._changed and self._last is not None and self._last[3] is found:
            return
        last = None if self._unsure else (self._pages, "\n".join(tree.paths), tree.seen, found)
        rows = {**self._rows, **self._fresh} if len(self._rows) < _MOST else self._fresh
        if self._changed or last is not None:
            store.save(self.name, (self.key, rows, last))
