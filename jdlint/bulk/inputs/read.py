"""The input as batches of an even size, the same ones in every run over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from jdlint.bulk.inputs import lines, parquet
from jdlint.bulk.inputs.files import Part
from jdlint.bulk.inputs.normal import id_type_of
from jdlint.bulk.settings import Columns
from jdlint.core.light import Any, NamedTuple

PIECE = 400  # rows: about two seconds of work, so that a kill costs no more


class Input(NamedTuple):
    """The files of a run; ``rows`` is None where only reading tells how many there are."""

    parts: tuple[Part, ...]
    id_type: Any
    rows: int | None


class Batch(NamedTuple):
    """Some rows and their number in the run: so many of one file, or (``group``) those of a group,
    to be compared."""

    number: int
    table: pa.Table
    group: bool = False


def input_of(parts: Sequence[Part], columns: Columns) -> Input:
    """What is known of an input before it is read; raises ``ConfigError``."""
    id_type, total = None, 0
    if any(part.kind != "parquet" for part in parts):
        id_type, total = pa.string() if columns.id else pa.int64(), -1
    for part in parts:
        if part.kind == "parquet":
            schema, rows = parquet.schema_of(part)
            own = id_type_of(schema, columns)
            id_type = own if id_type is None else id_type
            total = total + rows if total >= 0 else -1
    return Input(tuple(parts), id_type, total if total >= 0 else None)


def read(given: Input, columns: Columns) -> Iterator[Batch]:
    """The rows of an input; raises ``ConfigError`` for a file that cannot be read."""
    number = 0
    for part in given.parts:
        tables = (
            parquet.batches(part, columns, given.id_type)
            if part.kind == "parquet"
            else lines.batches(part, columns)
        )
        for table in tables:
            for start in range(0, table.num_rows, PIECE):
                yield Batch(number, table.slice(start, PIECE))
                number += 1
