"""What the last run found on each file: a file that has not changed is neither read nor checked again."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Any

from jdlint import store

Row = tuple[Any, ...]
_MOST = 50_000


class Kept:
    """Rows by path, valid for one root, one plan and the sizes and times that the files had.

    ``key`` is what the rows depend on besides the files: another key, and all is forgotten.
    """

    def __init__(self, root: Path, key: bytes) -> None:
        self.root, self.key = root, key
        self.name = f"run-{zlib.crc32(str(root.resolve()).encode()):08x}"
        data = store.load(self.name)
        good = isinstance(data, tuple) and len(data) == 2 and data[0] == key and isinstance(data[1], dict)
        self._rows: dict[str, tuple[int, int, Row]] = data[1] if good else {}
        self._fresh: dict[str, tuple[int, int, Row]] = {}
        self._changed = False

    def stamp(self, path: str) -> tuple[int, int] | None:
        """Time and size of a file, or None where it is no file that can be looked at."""
        try:
            info = os.stat(self.root / path)
        except OSError:
            return None
        return info.st_mtime_ns, info.st_size

    def row(self, path: str, stamp: tuple[int, int] | None) -> Row | None:
        """The row of a file that is as it was."""
        kept = self._rows.get(path)
        if kept is None or stamp is None or kept[:2] != stamp:
            return None
        self._fresh[path] = kept
        return kept[2]

    def keep(self, path: str, stamp: tuple[int, int] | None, row: Row) -> None:
        if stamp is not None and len(self._fresh) < _MOST:
            self._fresh[path] = (*stamp, row)
            self._changed = True

    def save(self) -> None:
        """Write what was kept in this run; rows of files that were not looked at stay."""
        if self._changed:
            rows = {**self._rows, **self._fresh} if len(self._rows) < _MOST else self._fresh
            store.save(self.name, (self.key, rows))
