"""The sketches of all rows: band hashes in memory, runs of words on disk until compared."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from jdlint.bulk.similar.shingles import BANDS
from jdlint.core.light import Any

_KEPT = 20_000  # texts whose runs are kept in memory, about 2.5 kB each


class Store:
    """Rows by their number in the run. ``same`` says for each row the first one with the very same
    runs of words, -1 for a row with none. 208 bytes a row are held in memory."""

    def __init__(self, pieces: Iterable[Path], draft: Path) -> None:
        self._draft = draft
        self._ends = [0]
        same: list[int] = []
        bands: list[Any] = []
        first: dict[bytes, int] = {}
        with open(draft, "wb") as stream:
            for path in pieces:
                for runs, values in _sketches(path):
                    data = runs.tobytes()
                    key = _digest(data) if data else b""
                    number = first.setdefault(key, len(same)) if data else -1
                    same.append(number)
                    new = number == len(same) - 1
                    bands.append(values if new else None)
                    self._ends.append(self._ends[-1] + (stream.write(data) if new else 0))
        self.same = same
        self.rows = np.array([n for n, values in enumerate(bands) if values is not None], np.int64)
        known = [values for values in bands if values is not None]
        self.bands = np.array(known, np.uint64).reshape(len(known), BANDS)
        self._handle = os.open(draft, os.O_RDONLY)
        self.runs = lru_cache(maxsize=_KEPT)(self._runs)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)
        self._draft.unlink(missing_ok=True)

    def similarity(self, one: int, other: int) -> float:
        """The Jaccard similarity of the runs of two rows; 0 where their lengths alone say that it
        is below 0.7."""
        a, b = self.runs(one), self.runs(other)
        small, large = sorted((len(a), len(b)))
        if small < 0.7 * large:
            return 0.0
        both = len(np.intersect1d(a, b, assume_unique=True))
        return both / (len(a) + len(b) - both)

    def _runs(self, row: int) -> Any:
        start, end = self._ends[row], self._ends[row + 1]
        return np.frombuffer(os.pread(self._handle, end - start, start), np.uint32)


def _sketches(path: Path) -> Iterator[tuple[Any, Any]]:
    """The runs of words and the band hashes of each row of a piece."""
    table = pq.read_table(path, columns=["shingles", "bands"], use_threads=False)
    runs, bands = (table.column(name).combine_chunks() for name in ("shingles", "bands"))
    all_runs, all_bands = (np.asarray(column.values) for column in (runs, bands))
    starts, places = (np.asarray(column.offsets) for column in (runs, bands))
    for i in range(table.num_rows):
        yield all_runs[starts[i] : starts[i + 1]], all_bands[places[i] : places[i + 1]].copy()


def _digest(data: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(data, digest_size=12).digest()
