"""Tables of any columns as batches of the input."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from jdlint.bulk.schema import input_of
from jdlint.bulk.settings import Columns
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any
from jdlint.core.names import did_you_mean

_TEXTS = ("text", "title", "language", "group", "date")


def normal(table: pa.Table, name: str, at: int, columns: Columns, id_type: Any) -> pa.Table:
    """A table whose first row is row ``at`` of a file, its columns by what they hold."""
    rows = pa.array(range(at, at + table.num_rows), pa.int64())
    made: dict[str, Any] = {
        "file": pa.array([name] * table.num_rows, pa.string()),
        "row": rows,
        "id": table.column(columns.id) if columns.id else rows,
        "why": pa.nulls(table.num_rows, pa.string()),
    }
    for part in _TEXTS:
        column = getattr(columns, part)
        made[part] = (
            _bytes(table.column(column), column)
            if column
            else pa.nulls(table.num_rows, pa.large_binary())
        )
    made["id"] = _plain(made["id"])
    schema = input_of(id_type)
    try:
        return pa.table([made[n] for n in schema.names], names=schema.names).cast(schema)
    except (pa.ArrowException, ValueError):
        raise ConfigError(
            f"{name}: the ids in “{columns.id}” are {made['id'].type}, those of another file "
            f"{id_type}"
        ) from None


def id_type_of(schema: pa.Schema, columns: Columns) -> Any:
    """The type of the ids; raises ``ConfigError`` for a column that is not there."""
    for option, name in columns.given:
        if name not in schema.names:
            near = did_you_mean(name, schema.names)
            raise ConfigError(f"--{option}: there is no column “{name}”{near}")
    if not columns.id:
        return pa.int64()
    kind = schema.field(columns.id).type
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _plain(column: Any) -> Any:
    kind = column.type
    return column.cast(kind.value_type) if pa.types.is_dictionary(kind) else column


def _bytes(column: Any, name: str) -> Any:
    """A column as bytes; texts are not looked at, so that one that is no UTF-8 spoils no other."""
    column = _plain(column)
    kind = column.type
    if pa.types.is_nested(kind):
        raise ConfigError(f"the column “{name}” holds {kind}, no text")
    if not (
        pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
        or pa.types.is_binary(kind)
        or pa.types.is_large_binary(kind)
    ):
        column = pc.cast(column, pa.string())
    return column.cast(pa.large_binary())
