"""Tables in, tables out, in this process: the library face, and the one function for engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from jdlint.api import Config
from jdlint.bulk.batch import check_batch
from jdlint.bulk.engines.work import checker_of
from jdlint.bulk.inputs.normal import id_type_of, normal
from jdlint.bulk.merge import unfolded
from jdlint.bulk.schema import result_of
from jdlint.bulk.settings import Columns, Form, Settings
from jdlint.config.project import Project, find, of_data
from jdlint.core.light import Any


def check_table(table: Any, *, text: str, **options: Any) -> Any:
    """The findings on the rows of an Arrow table, one row each: row, id, group, rule, severity,
    message, column, start, end, found, fix, edits, fingerprint.

    ``text``, ``id``, ``group``, ``title``, ``language`` and ``date`` are names of columns;
    ``text_format``, ``config``, ``select`` and ``ignore`` are those of ``jdlint bulk``. Offsets are
    code points of the cell, ends exclusive. Raises ``ConfigError``.
    """
    return findings_of(map_batches(table, text=text, **options))


def map_batches(
    batch: Any,
    *,
    text: str,
    id: str = "",  # noqa: A002 - the name of the option
    group: str = "",
    title: str = "",
    language: str = "",
    date: str = "",
    text_format: Form = "auto",
    config: Config = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    row_seconds: float = 10.0,
    row_bytes: int = 2_000_000,
) -> Any:
    """The results on a batch (an Arrow table or record batch), one row for each of its rows, with
    its findings as a list: what Ray, Dask and Spark map over batches. The checks are built once in
    a process. Raises ``ConfigError``."""
    columns = Columns(text, id, group, title, language, date)
    project = _project(config)
    settings = Settings(
        columns=columns,
        form=text_format,
        select=_names(select),
        ignore=_names(ignore),
        root=str(project.root.resolve()),
        config=project.data,
        seconds=row_seconds,
        largest=row_bytes,
        similar=False,
    )
    table = pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
    kind = id_type_of(table.schema, columns)
    if not table.num_rows:
        return result_of(kind, similar=False).empty_table()
    return check_batch(normal(table, "", 0, columns, kind), checker_of(settings.packed()))


def findings_of(results: Any) -> Any:
    """The findings in what ``map_batches`` gave, one row each."""
    return unfolded(results)


def _project(config: Config) -> Project:
    if isinstance(config, Mapping):
        return of_data(config, Path().resolve())
    return find(config=config) if config is not None else Project(Path())


def _names(values: Iterable[str]) -> tuple[str, ...]:
    texts = (values,) if isinstance(values, str) else values
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())
