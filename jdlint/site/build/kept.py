"""What earlier runs read out of the files of a site, for as long as these stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from jdlint.core.light import Any, TypeVar
from jdlint.core.memory import Kept, Table
from jdlint.site.build.tree import Tree

Row = TypeVar("Row")


class Watched:
    """A tree that tells which files were read through it, and whether its list of files counted."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.reads: set[str] = set()
        self.listed = False

    @property
    def paths(self) -> Sequence[str]:
        self.listed = True
        return self._tree.paths

    @property
    def today(self) -> date:
        self.listed = True
        return self._tree.today

    def read(self, path: str) -> str | None:
        self.reads.add(path)
        return self._tree.read(path)


class OfFiles:
    """Rows made of one file each: a table by path, each row beside the stamp of its file."""

    def __init__(self, kept: Kept | None, name: str, key: Any = None) -> None:
        self._kept = kept
        self._table: Table | None = kept.memory.table(name, key) if kept else None

    def row(self, path: str, make: Callable[[str], Row]) -> Row:
        """What ``make`` says of a file; it is asked where the file is not as it was."""
        if self._kept is None or self._table is None:
            return make(path)
        stamp = self._kept.stamp(path)
        known = self._table.rows.get(path)
        if known is not None and known[0] == stamp:
            row: Row = known[1]
            return row
        row = make(path)
        if stamp is not None:
            self._table.put(path, (stamp, row))
        return row
