"""From finished pieces to what a user gets: one table of findings, one of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jdlint.bulk.schema import findings_schema, rows_of
from jdlint.core.light import Any

Seen = Callable[[pa.Table, pa.Table], None]
_GROUP = 50_000  # rows of a row group


def unfolded(results: pa.Table) -> pa.Table:
    """The findings of results (``schema.result_of``), one row each."""
    schema = findings_schema(results.schema.field("id").type)
    lists = results.column("findings").combine_chunks()
    parents = pc.list_parent_indices(lists)
    found = pc.list_flatten(lists)
    head = {name: results.column(name).take(parents) for name in ("file", "row", "id", "group")}
    parts = dict(zip((f.name for f in found.type), found.flatten(), strict=True))
    columns = {**head, **parts}
    return pa.table([columns[name] for name in schema.names], schema=schema)


def merge(
    pieces: Iterable[Path], across: Iterable[Path], folder: Path, id_type: Any, seen: Seen
) -> None:
    """Write ``findings.parquet`` and ``rows.parquet``, each whole or not at all; ``across``
    hold the findings across rows, ``seen`` is told of the rows and the findings of each piece."""
    with (
        written(folder / "findings.parquet", findings_schema(id_type)) as findings,
        written(folder / "rows.parquet", rows_of(id_type)) as rows,
    ):
        for path in pieces:
            table = pq.read_table(path, use_threads=False)
            found, known = unfolded(table), table.select(rows.schema.names)
            findings.add(found)
            rows.add(known)
            seen(known, found)
        for path in across:
            found = pq.read_table(path, use_threads=False)
            findings.add(found)
            seen(rows.schema.empty_table(), found)


def quarantined(pieces: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """The rows that were not checked, by file and row."""
    for path in pieces:
        table = pq.read_table(path, columns=["file", "row", "quarantined"], use_threads=False)
        for row in table.filter(pc.is_valid(table.column("quarantined"))).to_pylist():
            yield row["file"], row["row"]


class _Writer:
    """Collects tables to row groups of an even size."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.schema = schema
        self._writer = pq.ParquetWriter(path, schema, compression="zstd")
        self._waiting: list[pa.Table] = []
        self._rows = 0

    def add(self, table: pa.Table) -> None:
        """Append a table."""
        self._waiting.append(table.cast(self.schema).replace_schema_metadata(None))
        self._rows += table.num_rows
        if self._rows >= _GROUP:
            self.flush()

    def flush(self) -> None:
        """Write what waits as a row group."""
        if self._waiting:
            self._writer.write_table(pa.concat_tables(self._waiting), row_group_size=_GROUP)
        self._waiting, self._rows = [], 0

    def close(self) -> None:
        """Write the footer."""
        self._writer.close()


@contextmanager
def written(path: Path, schema: pa.Schema) -> Iterator[_Writer]:
    """A Parquet file that gets its name when it is whole."""
    draft = path.with_name(f".{path.name}.draft")
    writer = _Writer(draft, schema)
    try:
        yield writer
        writer.flush()
        writer.close()
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
