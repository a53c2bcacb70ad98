"""Rows of Parquet, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from jdlint.bulk.inputs.files import Part, opened
from jdlint.bulk.inputs.normal import normal
from jdlint.bulk.settings import Columns
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any

_BYTES = 16_000_000  # of a batch that is read at once
_MOST = 4_000  # rows


def schema_of(part: Part) -> tuple[pa.Schema, int]:
    """The columns of a file and how many rows it has; raises ``ConfigError``."""
    with opened(part) as stream:
        try:
            file = pq.ParquetFile(stream)
        except (pa.ArrowException, OSError) as error:
            raise ConfigError(f"{part.name}: this is no Parquet file ({_first(error)})") from None
        return file.schema_arrow, file.metadata.num_rows


def batches(part: Part, columns: Columns, id_type: Any) -> Iterator[pa.Table]:
    """The rows of a file, their columns by what they hold."""
    with opened(part) as stream:
        file = pq.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
        wanted = sorted({name for _, name in columns.given})
        at = 0
        try:
            for batch in file.iter_batches(_rows(file), columns=wanted, use_threads=False):
                table = pa.Table.from_batches([batch])
                yield normal(table, part.name, at, columns, id_type)
                at += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise ConfigError(
                f"{part.name}: it cannot be read after row {at} ({_first(error)})"
            ) from None


def _rows(file: pq.ParquetFile) -> int:
    """How many rows are read at once, so that they take about as much memory whatever they hold."""
    data = file.metadata
    size = max((data.row_group(i).total_byte_size for i in range(data.num_row_groups)), default=0)
    rows = max((data.row_group(i).num_rows for i in range(data.num_row_groups)), default=0)
    return int(min(max(_BYTES // max(size // max(rows, 1), 1), 16), _MOST))


def _first(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
