"""What engines said before, kept by text: a page or block that did not change is not asked about
again.

One JSON file for each engine, version and settings, in the user's cache folder. It is written
beside the old one and moved into its place, holds at most ``LARGEST`` texts (the longest unused go
first), and counts as empty when it cannot be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from jdlint.core.light import Any
from jdlint.io.batches import cached_rows, save_rows
from jdlint.io.grammar.engine import Remark

LARGEST = 60_000
_LONGEST_FILE = 64_000_000
_FORM = 1


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
    def _rows(self) -> dict[str, list[Any]]:
        return cached_rows(
            self.path, "remarks", _FORM, _LONGEST_FILE, lambda row: isinstance(row, list)
        )

    def get(self, text: str) -> list[Remark] | None:
        """The remarks on a text, or ``None`` where it was never asked about."""
        key = digest(text)
        rows = self._new.get(key)
        if rows is None:
            rows = self._rows.get(key)
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
        the run."""
        if self.path is None or not self._new:
            return
        rows = cached_rows(
            self.path, "remarks", _FORM, _LONGEST_FILE, lambda row: isinstance(row, list)
        )
        kept = {key: rows.pop(key) for key in self._used if key in rows}
        rows.update(kept)
        rows.update(self._new)
        surplus = len(rows) - LARGEST
        for key in list(rows)[: max(surplus, 0)]:
            del rows[key]
        save_rows(self.path, "remarks", _FORM, rows)
        self._new.clear()
