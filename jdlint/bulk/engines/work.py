"""One piece of work: its batch as bytes in, its results as Parquet out. Every engine runs this."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from jdlint.bulk.across.compare import compare
from jdlint.bulk.batch import Begin, check_batch
from jdlint.bulk.rows import RowChecker
from jdlint.bulk.settings import unpacked
from jdlint.core.light import NamedTuple

_CHECKERS: dict[str, RowChecker] = {}


class Done(NamedTuple):
    """The results of a batch as the bytes of a Parquet file, and their counts."""

    data: bytes
    rows: int
    findings: int
    quarantined: int


def checker_of(settings: str) -> RowChecker:
    """The checks of some settings (``Settings.packed``), built and warmed once in a process."""
    if settings not in _CHECKERS:
        checker = RowChecker(unpacked(settings))
        checker.warm()
        _CHECKERS.clear()
        _CHECKERS[settings] = checker
    return _CHECKERS[settings]


def packed(table: pa.Table) -> bytes:
    """A batch as bytes."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def work(
    data: bytes,
    settings: str,
    left_out: Mapping[int, str] | None = None,
    begin: Begin = lambda _: None,
    key: str = "",
    *,
    group: bool = False,
) -> Done:
    """Check a batch, or (``group``) compare its rows; ``key`` is written into
    the results, so that they are known again."""
    table = pa.ipc.open_stream(pa.py_buffer(data)).read_all()
    if group:
        across = compare(table, checker_of(settings), left_out or {}, begin)
        stamp = {b"jdlint": key.encode(), b"lost": str(across.lost).encode()}
        data = _parquet(across.found.replace_schema_metadata(stamp))
        return Done(data, table.num_rows, across.found.num_rows, across.lost)
    found = check_batch(table, checker_of(settings), left_out, begin)
    counts = (found.column("findings").combine_chunks().flatten(), found.column("quarantined"))
    stamp = {b"jdlint": key.encode(), b"first": str(table.column("row")[0]).encode()}
    file = table.column("file")[0].as_py().encode()
    found = found.replace_schema_metadata({**stamp, b"file": file})
    rows = found.num_rows
    return Done(_parquet(found), rows, len(counts[0]), rows - counts[1].null_count)


def _parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", use_dictionary=["file", "group", "language"])
    return sink.getvalue()
