"""The pure function that every engine runs: a batch of rows in, a table of results out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa

from jdlint.bulk.rows import Placed, Result, Row, RowChecker
from jdlint.bulk.schema import result_of
from jdlint.core.light import Any

Begin = Callable[[int], None]


def check_batch(
    batch: pa.Table,
    checker: RowChecker,
    left_out: Mapping[int, str] | None = None,
    begin: Begin = lambda _: None,
) -> pa.Table:
    """The results of a batch (``schema.input_of``), one row each, in order.

    ``left_out`` are rows that are not to be touched, and why; ``begin`` is told of each row before
    it is looked at.
    """
    texts: list[str] = []
    rows: list[dict[str, Any]] = []
    cells = {name: batch.column(name) for name in batch.column_names}
    for index in range(batch.num_rows):
        begin(index)
        why = (left_out or {}).get(index)
        row, reason = (None, why) if why else row_of(cells, index, checker.settings.largest)
        result = checker.result(row) if row else Result(quarantined=reason)
        texts.append(row.text if row and result.quarantined is None else "")
        rows.append(_plain(cells, index, row, result))
    begin(-1)
    names = [name for name in ("file", "row", "id") if name in cells]
    schema = result_of(batch.schema.field("id").type, similar=checker.settings.similar)
    if checker.settings.similar:
        _sketch(rows, texts)
    return _as_they_came(pa.Table.from_pylist(rows, schema=schema), batch, names)


def _as_they_came(made: pa.Table, batch: pa.Table, names: list[str]) -> pa.Table:
    """The table with columns of the batch, whatever their type."""
    for name in names:
        place = made.schema.get_field_index(name)
        made = made.set_column(place, made.schema.field(place), batch.column(name))
    return made


def _sketch(rows: list[dict[str, Any]], texts: list[str]) -> None:
    """What the comparison of all rows will need to know of each."""
    from jdlint.bulk.similar.shingles import sketches

    for plain, sketch in zip(rows, sketches(texts), strict=True):
        plain["shingles"], plain["bands"] = sketch


def row_of(
    cells: Mapping[str, pa.ChunkedArray], index: int, largest: int
) -> tuple[Row | None, str | None]:
    """A row of the input, or why it cannot be checked."""
    why = cells["why"][index].as_py()
    if why:
        return None, why
    raw = cells["text"][index].as_buffer()
    if raw is None:
        return None, "it has no text"
    if raw.size > largest:
        return None, f"its text has {raw.size:,} bytes, more than {largest:,}"
    try:
        text = raw.to_pybytes().decode()
    except UnicodeDecodeError as error:
        return None, f"its text is not UTF-8 (byte {error.start})"
    title, language = (_short(cells[name][index]) for name in ("title", "language"))
    return Row(text.removeprefix("\ufeff"), str(_id(cells, index)), title, language), None


def _short(cell: pa.Scalar) -> str:
    """A cell of a column that is not the text; bytes that are no UTF-8 are replaced."""
    raw = cell.as_buffer()
    return "" if raw is None else bytes(raw[:2_000]).decode(errors="replace")


def _id(cells: Mapping[str, pa.ChunkedArray], index: int) -> Any:
    try:
        return cells["id"][index].as_py()
    except UnicodeDecodeError:
        return cells["row"][index].as_py()


def _plain(
    cells: Mapping[str, pa.ChunkedArray], index: int, row: Row | None, result: Result
) -> dict[str, Any]:
    counts: dict[str, int] = {"error": 0, "warning": 0, "note": 0}
    for finding in result.findings:
        counts[finding.severity] += 1
    return {
        "group": _short(cells["group"][index]),
        "date": _short(cells["date"][index]),
        "characters": len(row.text) if row else 0,
        "words": result.words,
        "language": result.language,
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["note"],
        "flags": list(result.flags),
        "quarantined": result.quarantined,
        "findings": [finding_row(finding) for finding in result.findings],
    }


def finding_row(finding: Placed) -> dict[str, Any]:
    """A finding as a row of a table."""
    plain: dict[str, Any] = finding._asdict()
    plain["edits"] = [{"start": s, "end": e, "text": t} for s, e, t in finding.edits]
    for name in ("message", "found"):  # what a text may hold, Arrow may not
        plain[name] = _clean(plain[name])
    return plain


def _clean(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def concat(tables: Sequence[pa.Table], schema: pa.Schema) -> pa.Table:
    """Tables of one schema as one, where there is none an empty one."""
    return pa.concat_tables(tables) if tables else schema.empty_table()
