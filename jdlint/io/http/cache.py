"""Links that worked, kept with their age; never one that did not.

One JSON file in the user's cache folder, named by digests of URLs, written beside the old one and
moved into its place; it counts as empty when it cannot be read.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from jdlint.core.light import Any
from jdlint.core.tools import cached_property
from jdlint.io.batches import cached_rows, save_rows
from jdlint.io.grammar.cache import digest
from jdlint.site.external import External

LARGEST = 20_000
_LONGEST_FILE = 16_000_000
_FORM = 1
_DAY = 86_400


class LinkCache:
    """``get`` a URL's answer, ``put`` one that worked, ``save`` at the end; ``max_age`` is in
    days."""

    def __init__(
        self, folder: Path | None, max_age: float, now: Callable[[], float] = time.time
    ) -> None:
        self.path = folder / "links.json" if folder and max_age > 0 else None
        self.max_age, self.now = max_age, now
        self._new: dict[str, list[Any]] = {}

    @cached_property
    def _rows(self) -> dict[str, list[Any]]:
        return self._read()

    def _read(self) -> dict[str, list[Any]]:
        return cached_rows(self.path, "links", _FORM, _LONGEST_FILE, _fits)

    def get(self, url: str) -> External | None:
        row = self._rows.get(digest(url))
        return _answer(row) if row is not None and self._is_young(row) else None

    def put(self, url: str, answer: External) -> None:
        """Keep an answer, unless it says that something is wrong or unknown."""
        if answer.verdict == "ok" and answer.fragment is not False:
            self._new[digest(url)] = [int(self.now()), answer.status, answer.moved, answer.fragment]

    def save(self) -> None:
        """Write what is new beside what other runs wrote since; a failure to write is no failure of
        the run."""
        if self.path is None or not self._new:
            return
        rows = {
            **{key: row for key, row in self._read().items() if self._is_young(row)},
            **self._new,
        }
        newest = sorted(rows.items(), key=lambda item: -float(item[1][0]))[:LARGEST]
        save_rows(self.path, "links", _FORM, dict(newest))
        self._new.clear()

    def _is_young(self, row: list[Any]) -> bool:
        return bool(0 <= self.now() - row[0] <= self.max_age * _DAY)


def _answer(row: list[Any]) -> External | None:
    _, status, moved, fragment = row
    good = isinstance(status, int) and isinstance(moved, str) and fragment in (True, None)
    return External("ok", status, moved=moved, fragment=fragment) if good else None


def _fits(row: Any) -> bool:
    return (
        isinstance(row, list)
        and len(row) == 4
        and isinstance(row[0], int | float)
        and row[0] == row[0]
    )
