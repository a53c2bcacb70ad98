"""What earlier runs read out of the files of a site, for as long as these stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdlint.core.by_text import blake2b
from jdlint.core.light import TYPE_CHECKING, Any, TypeVar
from jdlint.core.memory import Kept, Table
from jdlint.core.tools import cached_property
from jdlint.site.build.tree import Tree

if TYPE_CHECKING:
    from datetime import date

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


class OfReads:
    """Rows made of several files: each beside the stamps of all that were read, and the list of
    files where that counted."""

    def __init__(self, kept: Kept, name: str, key: Any, tree: Tree) -> None:
        self._kept, self._tree = kept, tree
        self._table = kept.memory.table(name, key)

    @cached_property
    def _listing(self) -> str:
        """What stands for the list of all files."""
        paths = "\n".join(self._tree.paths).encode("utf-8", "surrogatepass")
        return blake2b(paths, digest_size=8).hexdigest()

    def row(self, name: Any, make: Callable[[Tree], Row]) -> Row:
        """The row of a name; ``make`` is asked where something that it read is not as it was."""
        known = self._table.rows.get(name)
        if known and known[1] in ("", self._listing) and self._kept.fresh(known[0]):
            row: Row = known[2]
            return row
        watched = Watched(self._tree)
        row = make(watched)
        stamps = {path: self._kept.stamp(path) for path in sorted(watched.reads)}
        self._table.put(name, (stamps, self._listing if watched.listed else "", row))
        return row
