"""Rows of one group together, whatever their place in the input: written to as many files as keep
each small, then read file by file."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pyarrow as pa

from jdlint.bulk.across.plan import NONE, Plan, runs
from jdlint.bulk.inputs.read import Batch
from jdlint.core.light import Any

OF = "of"  # the column that says which group a row is in
_IN_FILE = 20_000  # rows, about 80 MB
_MOST_FILES = 200


class Groups:
    """The rows of the ``wanted`` pieces of work (``Plan.unit``), in a folder of its own."""

    def __init__(self, folder: Path, plan: Plan, wanted: Collection[int]) -> None:
        self._folder, self._plan = folder, plan
        sizes = np.bincount(plan.unit, plan.sizes).astype(np.int64)
        most = max(int(sizes.sum()) // _MOST_FILES, _IN_FILE)
        files = np.full(len(sizes), NONE, np.int32)
        self._count = held = 0
        for unit in sorted(wanted):
            if held and held + sizes[unit] > most:
                self._count, held = self._count + 1, 0
            held += int(sizes[unit])
            files[unit] = self._count
        self._file = np.append(files[plan.unit], np.int32(NONE))  # of each group; last: of none

    def spread(self, batches: Iterable[Batch]) -> None:
        """Write the rows of the groups; the batches are those that the plan was made from."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        writers: dict[int, Any] = {}
        at = 0
        with ExitStack() as stack:
            for batch in batches:
                groups = self._plan.of[at : at + batch.table.num_rows]
                at += batch.table.num_rows
                files = self._file[groups]
                table = batch.table.append_column(OF, pa.array(groups, pa.int32()))
                for file in np.unique(files[files >= 0]).tolist():
                    if file not in writers:
                        sink = stack.enter_context(pa.OSFile(str(self._path(file)), "wb"))
                        writer = pa.ipc.new_stream(sink, table.schema)
                        writers[file] = stack.enter_context(writer)
                    writers[file].write_table(table.take(np.flatnonzero(files == file)))

    def read(self) -> Iterator[Batch]:
        """The rows of each piece of work, group by group, in their order."""
        for path in (self._path(file) for file in range(self._count + 1)):
            if not path.exists():
                continue
            with pa.OSFile(str(path), "rb") as stream:
                table = pa.ipc.open_stream(stream).read_all().combine_chunks()
            path.unlink()
            groups = table.column(OF).to_numpy()
            order = np.argsort(groups, kind="stable")
            table, units = table.take(order), self._plan.unit[groups[order]]
            for start, end in runs(units):
                yield Batch(int(units[start]), table.slice(start, end - start), group=True)

    def drop(self) -> None:
        """Delete the files."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, file: int) -> Path:
        return self._folder / f"{file:03}.arrow"
