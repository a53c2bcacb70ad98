"""``duplicates.parquet``: postings that say the same, whose they are, and how alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jdlint.bulk.merge import written
from jdlint.bulk.similar.join import join
from jdlint.bulk.similar.store import Store
from jdlint.core.light import Any, NamedTuple

NAME = "duplicates.parquet"
_AT_ONCE = 20_000  # rows that are written together


class Counts(NamedTuple):
    """Clusters, rows in them, copies in the same group, and clusters of several groups."""

    clusters: int
    rows: int
    reposts: int
    in_several_groups: int


class _Copy(NamedTuple):
    """A row of a cluster, by its number in the run."""

    cluster: int
    row: int
    similarity: float
    exact: bool


def schema_of(id_type: Any) -> pa.Schema:
    """The columns of ``duplicates.parquet``; ``kind`` is “first”, “repost” (of the same group as
    the first) or “other-group”, and “copy” where there are no groups."""
    head = [("file", pa.string()), ("row", pa.int64()), ("id", id_type), ("group", pa.string())]
    more = [("similarity", pa.float32()), ("exact", pa.bool_()), ("kind", pa.string())]
    return pa.schema([("cluster", pa.int64()), *head, ("date", pa.string()), *more])


def write_duplicates(pieces: Sequence[Path], folder: Path, id_type: Any) -> Counts:
    """Find the clusters of a run and write them."""
    with Store(pieces, folder / ".shingles.draft") as store:
        copies = list(_copies(store))
    rows = _rows(pieces, sorted({copy.row for copy in copies}))
    counts = {"clusters": 0, "reposts": 0, "several": 0}
    schema = schema_of(id_type)
    with written(folder / NAME, schema) as out:
        part: list[dict[str, Any]] = []
        for number, cluster in enumerate(_clusters(copies)):
            groups = {rows[copy.row]["group"] for copy in cluster}
            counts["clusters"] += 1
            counts["several"] += len(groups - {""}) > 1
            for copy in cluster:
                kind = _kind(copy, cluster[0], rows)
                counts["reposts"] += kind in ("repost", "copy")
                same = {"cluster": number, "similarity": copy.similarity, "exact": copy.exact}
                part.append({**rows[copy.row], **same, "kind": kind})
            if len(part) >= _AT_ONCE:
                out.add(pa.Table.from_pylist(part, schema=schema))
                part = []
        out.add(pa.Table.from_pylist(part, schema=schema))
    return Counts(counts["clusters"], len(copies), counts["reposts"], counts["several"])


def _copies(store: Store) -> Iterator[_Copy]:
    """The rows of all clusters, cluster by cluster; rows with the very same words count too."""
    again: defaultdict[int, list[int]] = defaultdict(list)
    for row, first in enumerate(store.same):
        if first not in (-1, row):
            again[first].append(row)
    joined: set[int] = set()
    for centre, members in join(store).found():
        for row, similarity in members.items():
            joined.add(row)
            yield _Copy(centre, row, similarity, row == centre)
            for copy in again.get(row, ()):
                yield _Copy(centre, copy, similarity, row == centre)
    for first, copies in again.items():
        if first not in joined:
            yield _Copy(first, first, 1.0, True)
            for row in copies:
                yield _Copy(first, row, 1.0, True)


def _clusters(copies: Sequence[_Copy]) -> Iterator[list[_Copy]]:
    by_cluster: defaultdict[int, list[_Copy]] = defaultdict(list)
    for copy in copies:
        by_cluster[copy.cluster].append(copy)
    for _, cluster in sorted(by_cluster.items()):
        yield sorted(cluster, key=lambda copy: copy.row)


def _kind(copy: _Copy, first: _Copy, rows: dict[int, dict[str, Any]]) -> str:
    if copy.row == first.row:
        return "first"
    own, other = rows[copy.row]["group"], rows[first.row]["group"]
    if not own and not other:
        return "copy"
    return "repost" if own == other else "other-group"


def _rows(pieces: Sequence[Path], wanted: Sequence[int]) -> dict[int, dict[str, Any]]:
    """What is known of some rows, by their number in the run."""
    found: dict[int, dict[str, Any]] = {}
    names, at, place = ["file", "row", "id", "group", "date"], 0, 0
    for path in pieces:
        end = at + pq.read_metadata(path).num_rows
        here = []
        while place < len(wanted) and wanted[place] < end:
            here.append(wanted[place])
            place += 1
        if here:
            table = pq.read_table(path, columns=names, use_threads=False)
            taken = table.take([row - at for row in here]).to_pylist()
            found.update(zip(here, taken, strict=True))
        at = end
    return found
