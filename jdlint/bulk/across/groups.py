"""Rows of one group together, whatever their place in the input: written to as many files as keep
each small, then read file by file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from contextlib import ExitStack
from pathlib import Path
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from jdlint.bulk.inputs.read import Batch
from jdlint.core.light import Any

LARGEST = 2_000  # rows that are compared at once, about 45 kB each
_IN_FILE = 20_000  # rows, about 80 MB
_MOST_FILES = 200


class Groups:
    """The rows of a run by their group, in a folder of its own."""

    def __init__(self, folder: Path, rows: int) -> None:
        self._folder = folder
        count = min(max(rows // _IN_FILE, 1), _MOST_FILES)
        folder.mkdir(parents=True, exist_ok=True)
        self._paths = [folder / f"{number:03}.arrow" for number in range(count)]

    def spread(self, batches: Iterable[Batch], left_out: Set[tuple[str, int]]) -> None:
        """Write the rows that have a group; ``left_out``: but for these, by file and row."""
        writers: dict[int, Any] = {}
        with ExitStack() as stack:
            for batch in batches:
                table = _kept(batch.table, left_out)
                keys = table.column("group").to_pylist()
                places = pa.array([crc32(key) % len(self._paths) for key in keys], pa.int32())
                for place in pc.unique(places).to_pylist():
                    if place not in writers:
                        sink = stack.enter_context(pa.OSFile(str(self._paths[place]), "wb"))
                        writer = pa.ipc.new_stream(sink, table.schema)
                        writers[place] = stack.enter_context(writer)
                    writers[place].write_table(table.filter(pc.equal(places, place)))

    def read(self) -> Iterator[pa.Table]:
        """The rows to compare with each other: those of a group, by title where they are more than
        ``LARGEST``."""
        for path in self._paths:
            if not path.exists():
                continue
            with pa.OSFile(str(path), "rb") as stream:
                table = pa.ipc.open_stream(stream).read_all()
            order = [("group", "ascending"), ("title", "ascending"), ("row", "ascending")]
            table = table.sort_by(order).combine_chunks()
            at = 0
            for count in _runs(table.column("group").to_pylist()):
                for start in range(at, at + count, LARGEST):
                    part = table.slice(start, min(LARGEST, at + count - start))
                    if part.num_rows > 1:
                        yield part
                at += count

    def drop(self) -> None:
        """Delete the files."""
        import shutil

        shutil.rmtree(self._folder, ignore_errors=True)


def _kept(table: pa.Table, left_out: Set[tuple[str, int]]) -> pa.Table:
    names = zip(table.column("file").to_pylist(), table.column("row").to_pylist(), strict=True)
    groups = table.column("group").to_pylist()
    wanted = [bool(g) and name not in left_out for name, g in zip(names, groups, strict=True)]
    return table.filter(pa.array(wanted, pa.bool_()))


def _runs(keys: list[bytes]) -> Iterator[int]:
    """How many equal keys follow each other."""
    count = 0
    for place, key in enumerate(keys):
        count += 1
        if place + 1 == len(keys) or keys[place + 1] != key:
            yield count
            count = 0
