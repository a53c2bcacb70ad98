"""Rows of JSON Lines and CSV: a row that cannot be read is a row with its reason."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

import pyarrow as pa

from jdlint.bulk.inputs.files import Part, opened
from jdlint.bulk.schema import input_of
from jdlint.bulk.settings import Columns
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any, NamedTuple
from jdlint.core.names import did_you_mean

_ROWS, _BYTES = 4_000, 16_000_000  # of a batch
_LONGEST = 64_000_000  # bytes of one line
_TEXTS = ("text", "title", "language", "group", "date")


class _Row(NamedTuple):
    """The cells of a row by the name of their column, or why it cannot be read."""

    cells: Mapping[str, Any]
    why: str | None = None


def batches(part: Part, columns: Columns) -> Iterator[pa.Table]:
    """The rows of a file, their columns by what they hold; ids are texts."""
    rows, size, at = list[dict[str, Any]](), 0, 0
    schema = input_of(pa.string() if columns.id else pa.int64())
    for number, row in enumerate(_rows(part, columns)):
        made = _made(row, part.name, number, columns)
        rows.append(made)
        size += sum(len(made[name] or b"") for name in _TEXTS)
        if len(rows) >= _ROWS or size >= _BYTES:
            yield pa.Table.from_pylist(rows, schema=schema)
            at += len(rows)
            rows, size = [], 0
    if rows:
        yield pa.Table.from_pylist(rows, schema=schema)


def _made(row: _Row, name: str, number: int, columns: Columns) -> dict[str, Any]:
    made: dict[str, Any] = {"file": name, "row": number, "why": row.why}
    for part in _TEXTS:
        made[part] = _bytes(row.cells.get(getattr(columns, part)))
    known = _bytes(row.cells.get(columns.id)) if columns.id else None
    made["id"] = number if not columns.id else known and known.decode(errors="replace")
    return made


def _bytes(cell: Any) -> bytes | None:
    if cell is None or isinstance(cell, bytes):
        return cell
    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _rows(part: Part, columns: Columns) -> Iterator[_Row]:
    return _json_rows(part) if part.kind == "jsonl" else _csv_rows(part, columns)


def _json_rows(part: Part) -> Iterator[_Row]:
    with opened(part) as raw, io.BufferedReader(raw, 1 << 20) as stream:
        while line := stream.readline(_LONGEST):
            if len(line) >= _LONGEST and not line.endswith(b"\n"):
                while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                    pass
                yield _Row({}, f"its line has more than {_LONGEST:,} bytes")
            elif line.strip():
                yield _json_row(line)


def _json_row(line: bytes) -> _Row:
    try:
        found = json.loads(line.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return _Row({}, "its line is no JSON")
    return _Row(found) if isinstance(found, dict) else _Row({}, "its line is no JSON object")


def _csv_rows(part: Part, columns: Columns) -> Iterator[_Row]:
    csv.field_size_limit(_LONGEST)
    with opened(part) as raw, io.BufferedReader(raw, 1 << 20) as stream:
        text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
        reader = csv.reader(line.replace("\0", "\ufffd") for line in text)
        head = next(reader, [])
        for option, name in columns.given:
            if name not in head:
                near = did_you_mean(name, head)
                raise ConfigError(f"{part.name}: --{option}: there is no column “{name}”{near}")
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise ConfigError(f"{part.name}:{reader.line_num}: {error}") from None
            if len(cells) == len(head):
                yield _Row(dict(zip(head, cells, strict=True)))
            elif cells:
                yield _Row({}, f"it has {len(cells)} cells, the header {len(head)}")
