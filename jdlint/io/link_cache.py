"""What the last run knew of links: the links of a page that has not changed, and all answers while
no file that they depend on has."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from jdlint import __version__
from jdlint.core.light import Any, NamedTuple
from jdlint.io import store
from jdlint.io.files import DiskTree
from jdlint.io.shipped import code_stamp
from jdlint.io.stamps import Stamp

Row = tuple[Any, ...]


class KeptAnswers(NamedTuple):
    """Packed answers of an earlier run and what it said of the run as a whole."""

    rows: tuple[Row, ...]
    notices: tuple[str, ...]


class LinkCache:
    """Rows by path, valid for one root, one configuration of the site and the stamps of the files.

    Damaged or foreign data counts as nothing known.
    """

    def __init__(self, root: Path, settings: Mapping[str, Any]) -> None:
        self.key = f"{__version__}\n{code_stamp()!r}\n{json.dumps(settings, sort_keys=True)}"
        name = str(root.resolve()).encode("utf-8", "surrogateescape")
        self.name = f"links-{zlib.crc32(name):08x}"
        data = store.load(self.name)
        good = isinstance(data, tuple) and len(data) == 3 and data[0] == self.key
        self._rows: dict[str, tuple[Stamp, list[Row]]] = data[1] if good else {}
        self._last: Row | None = data[2] if good else None

    def links(self, path: str, stamp: Stamp) -> list[Row] | None:
        """The links of a file that is as it was; ``None`` where nothing is known."""
        kept = self._rows.get(path)
        return kept[1] if kept is not None and stamp is not None and kept[0] == stamp else None

    def add(self, path: str, stamp: Stamp, rows: list[Row]) -> None:
        """Keep the links of a file under its stamp."""
        if stamp is not None:
            self._rows[path] = (stamp, rows)

    def answers(self, pages: Sequence[str], tree: DiskTree) -> KeptAnswers | None:
        """All answers of the last run, where they would be the same now."""
        if self._last is None:
            return None
        known, paths, seen, rows, notices = self._last
        if known != "\n".join(pages) or paths != "\n".join(tree.paths) or not tree.as_seen(seen):
            return None
        return KeptAnswers(rows, notices)

    def keep(
        self,
        pages: Sequence[str],
        tree: DiskTree,
        rows: tuple[Row, ...],
        notices: tuple[str, ...],
    ) -> None:
        """Write what this run knows; ``tree.seen`` are the files that the answers depend on."""
        seen = {**tree.seen, **{path: self._rows[path][0] for path in pages if path in self._rows}}
        last = ("\n".join(pages), "\n".join(tree.paths), seen, rows, notices)
        store.save(self.name, (self.key, self._rows, last))
