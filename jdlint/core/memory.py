"""What earlier work found, kept by name: tables of plain data that a later run, or the next
question of a session, need not make again.

A table says nothing about truth: who keeps a row keeps with it what the row depends on (a stamp of
a file, the text that was read), and asks for the table under a key that holds the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping

from jdlint.core.light import Any, NamedTuple


class Table:
    """Rows of plain texts, numbers, tuples and dicts, valid for one ``key``."""

    __slots__ = ("changed", "key", "rows")

    def __init__(self, key: Any, rows: dict[Any, Any]) -> None:
        self.key, self.rows, self.changed = key, rows, False

    def put(self, name: Any, row: Any) -> None:
        """Keep a row; what a session or the disk holds of it is written later."""
        self.rows[name] = row
        self.changed = True

    def replace(self, rows: dict[Any, Any]) -> None:
        """Keep these rows and no others."""
        self.rows, self.changed = rows, True


class Memory:
    """Tables by name; ``load`` gives what the disk has of one: its key and its rows, or None."""

    def __init__(self, load: Callable[[str], Any] = lambda _: None) -> None:
        self._load = load
        self._tables: dict[str, Table] = {}
        self._lasting: dict[str, Table] = {}
        self.runs = 0  # that asked this memory

    def table(self, name: str, key: Any = None) -> Table:
        """The rows that were kept under a name with this key, else none."""
        known = self._tables.get(name)
        if known is None:
            kept = self._load(name)
            known = Table(*kept) if kept else Table(key, {})
        if known.key != key:
            known = Table(key, {})
        self._tables[name] = known
        return known

    def lasting(self, name: str, key: Any = None) -> dict[Any, Any] | None:
        """Rows of any kind that last as long as this memory and are never written; none where they
        were kept under another key. None in a first run, after which mostly none comes."""
        if self.runs < 2:
            return None
        known = self._lasting.get(name)
        if known is None or known.key != key:
            known = self._lasting[name] = Table(key, {})
        return known.rows

    def changed(self) -> Iterator[tuple[str, Table]]:
        """The tables that hold something new since they were last asked for here."""
        for name, table in self._tables.items():
            if table.changed:
                table.changed = False
                yield name, table


class Kept(NamedTuple):
    """A memory, and what a file (a path from the root) is known by: equal stamps mean equal
    contents."""

    memory: Memory
    stamp: Callable[[str], Hashable]

    def fresh(self, stamps: Mapping[str, Any]) -> bool:
        """Whether files are as they were; each counts as looked at."""
        same = [self.stamp(path) == stamp for path, stamp in stamps.items()]
        return all(same)
