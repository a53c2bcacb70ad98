"""What engines said before, kept by text: a page or block that did not change is not asked about
again.

One JSON file for each engine, version and settings, in the user's cache folder. It is written
beside the old one and moved into its place, holds at most ``LARGEST`` texts (the longest unused go
first), and counts as empty when it cannot be read.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from jdlint.core.light import Any, dataclass
from jdlint.core.tools import cached_property
from jdlint.io.batches import cached_rows, save_rows
from jdlint.io.grammar.engine import Remark
from jdlint.io.stamps import Stamp, blake2b, stamp_of

LARGEST = 60_000
_LONGEST_FILE = 64_000_000
_FORM = 1
_GATHERED, _PAUSE = 100, 60.0  # new texts, and seconds, after which a file is written anew
_FILES = 4  # whose contents are kept: an engine has one for each language


def digest(*parts: str) -> str:
    """A short name for a text (the parts apart): equal only for equal parts."""
    state = blake2b(digest_size=12)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.hexdigest()


class RemarkCache:
    """The remarks of one engine: ``get`` a text's, ``put`` them, ``save`` at the end of the run.

    ``fingerprint`` names engine, version and settings; ``folder`` is ``None`` where nothing is
    kept.
    """

    def __init__(self, folder: Path | None, fingerprint: str) -> None:
        self.path = folder / f"remarks-{digest(fingerprint)}.json" if folder else None
        self._used: dict[str, None] = {}
        self._new: dict[str, list[Any]] = {}

    @cached_property
    def _file(self) -> _File:
        return _read(self.path)

    def get(self, text: str) -> list[Remark] | None:
        """The remarks on a text, or ``None`` where it was never asked about."""
        key = digest(text)
        rows = self._new.get(key)
        if rows is None:
            rows = self._file.unwritten.get(key)
        if rows is None:
            rows = self._file.rows.get(key)
        if rows is None:
            return None
        try:
            found = [
                Remark(int(a), int(b), str(c), str(d), tuple(map(str, e)), str(f))
                for a, b, c, d, e, f in rows
            ]
        except (TypeError, ValueError):
            return None
        if any(not 0 <= remark.start <= remark.end <= len(text) for remark in found):
            return None
        self._used[key] = None
        return found

    def put(self, text: str, remarks: Sequence[Remark]) -> None:
        self._new[digest(text)] = [list(remark) for remark in remarks]

    def save(self) -> None:
        """Write what is new beside what other runs wrote since; a failure to write is no failure of
        the run. A process that goes on (an editor's) gathers a few texts before it writes again."""
        if self.path is None or not self._new:
            return
        file = _read(self.path)
        file.unwritten.update(self._new)
        self._new.clear()
        if len(file.unwritten) < _GATHERED and time.monotonic() - file.written < _PAUSE:
            return
        rows = file.rows
        kept = {key: rows.pop(key) for key in self._used if key in rows}
        rows.update(kept)
        rows.update(file.unwritten)
        surplus = len(rows) - LARGEST
        for key in list(rows)[: max(surplus, 0)]:
            del rows[key]
        save_rows(self.path, "remarks", _FORM, rows)
        _READ[str(self.path)] = _File(stamp_of(self.path), rows, {}, time.monotonic())


@dataclass
class _File:
    """What a file holds, by the stamp it had; what is new and not in it yet; when this process
    wrote it."""

    stamp: Stamp
    rows: dict[str, list[Any]]
    unwritten: dict[str, list[Any]]
    written: float


_READ: dict[str, _File] = {}  # read once in a process, as long as nobody else writes it


def _read(path: Path | None) -> _File:
    stamp, known = stamp_of(path) if path else None, _READ.get(str(path))
    if known is not None and stamp is not None and known.stamp == stamp:
        return known
    rows = cached_rows(path, "remarks", _FORM, _LONGEST_FILE, lambda row: isinstance(row, list))
    unwritten, written = (known.unwritten, known.written) if known else ({}, -_PAUSE)
    while len(_READ) >= _FILES:
        del _READ[next(iter(_READ))]
    file = _READ[str(path)] = _File(stamp, rows, unwritten, written)
    return file
