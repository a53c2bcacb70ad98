"""The pure function of the second pass: rows group by group in, findings across them out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import pyarrow as pa

from jdlint.bulk.across.groups import OF
from jdlint.bulk.across.plan import runs
from jdlint.bulk.batch import finding_row, row_of
from jdlint.bulk.rows import ABOUT_FILES, RowChecker, placed_in
from jdlint.bulk.schema import findings_schema
from jdlint.bulk.settings import PATIENCE
from jdlint.core.light import Any, NamedTuple
from jdlint.core.text import Source
from jdlint.engine.deadline import TookTooLong, within
from jdlint.engine.passes.site import check_site
from jdlint.engine.records import PageRecord
from jdlint.engine.reduce import reduced
from jdlint.filters.fingerprint import fingerprints
from jdlint.site.facts import facts_of

ALL = -1
SECONDS = 240.0  # of a processor, for one group
_NOT_ASKED = ("suppress/", *ABOUT_FILES)  # said in the first pass, or not of cells


class Compared(NamedTuple):
    """What was found, and on how many rows nothing was because it took too long."""

    found: pa.Table
    lost: int


class _Page(NamedTuple):
    """A row among those of its group."""

    place: int
    cell: Any
    facts: Any
    record: PageRecord


def compare(
    table: pa.Table,
    checker: RowChecker,
    left_out: Collection[int] = (),
    begin: Callable[[int], None] = lambda _: None,
) -> Compared:
    """What the checks across pages find on the rows of some groups (``schema.input_of`` and the
    column ``of``, in whose order they are); nothing on a group where that takes too long.
    ``left_out`` are rows that are not to be touched, ``ALL`` of them."""
    schema = findings_schema(table.schema.field("id").type)
    groups = table.column(OF).to_numpy()
    if ALL in left_out:
        return Compared(schema.empty_table(), table.num_rows)
    found, lost = [schema.empty_table()], 0
    for start, end in runs(groups):
        part = table.slice(start, end - start).drop_columns([OF])
        here = {place - start for place in left_out if start <= place < end}

        def place(row: int, start: int = start) -> None:
            begin(row + start if row >= 0 else row)

        try:
            with within(SECONDS, PATIENCE):
                found.append(_group(part, checker, here, place, schema))
        except TookTooLong:
            lost += part.num_rows
    return Compared(pa.concat_tables(found), lost)


def _group(
    table: pa.Table,
    checker: RowChecker,
    left_out: Collection[int],
    begin: Callable[[int], None],
    schema: pa.Schema,
) -> pa.Table:
    pages = {page.record.path: page for page in _pages(table, checker, left_out, begin)}
    begin(-1)
    return _found(table, checker, pages, schema)


def _pages(
    table: pa.Table, checker: RowChecker, left_out: Collection[int], begin: Callable[[int], None]
) -> Iterator[_Page]:
    from jdlint.parse.suppressions import ignores_of

    cells = {name: table.column(name) for name in table.column_names}
    names: set[str] = set()
    for place in range(table.num_rows):
        if place in left_out:
            continue
        begin(place)
        row, _ = row_of(cells, place, checker.settings.largest)
        if row is None:
            continue
        path = row.name if row.name not in names else f"{row.name}#{place}"
        names.add(path)
        try:
            with within(checker.settings.seconds, PATIENCE):
                page, cell = checker.among_others(row, path)
                silent = ignores_of(page) if "jdlint-" in page.source.text else ()
                record = PageRecord(path, "page", True, (), b"", silent)
                yield _Page(place, cell, facts_of(page), record)
        except (TookTooLong, Exception):  # noqa: S112 - the first pass has said it
            continue


def _found(
    table: pa.Table, checker: RowChecker, pages: dict[str, _Page], schema: pa.Schema
) -> pa.Table:
    def sources(path: str) -> tuple[Source, tuple[()]]:
        return pages[path].cell.source, ()

    site = check_site(
        checker.checker, [p.facts for p in pages.values()], None, pages.keys(), sources
    )
    records = [page.record for page in pages.values()]
    left = reduced(checker.checker, records, site, sources)
    left = [d for d in left if not d.rule.startswith(_NOT_ASKED) and d.path in pages]
    prints = fingerprints(left, lambda path: pages[path].cell.source)
    rows, places = [], []
    for d, fingerprint in zip(left, prints, strict=True):
        page = pages[d.path]
        found = placed_in(d, page.cell)._replace(fingerprint=fingerprint)
        rows.append(finding_row(found))
        places.append(page.place)
    if not rows:
        return schema.empty_table()
    own = pa.Table.from_pylist(rows, schema=pa.schema([f for f in schema if f.name in rows[0]]))
    head = table.take(pa.array(places, pa.int64()))
    group = head.column("group").cast(pa.large_string()).cast(pa.string())
    columns = {name: head.column(name) for name in ("file", "row", "id")}
    columns |= {"group": group} | {name: own.column(name) for name in own.column_names}
    return pa.table([columns[name] for name in schema.names], schema=schema)
