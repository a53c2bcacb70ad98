"""The second pass: the rows of each group to an engine, what it finds to disk, so that what is
finished is not done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jdlint.bulk.across.groups import Groups
from jdlint.bulk.across.plan import Plan, plan
from jdlint.bulk.engines.local import Finished
from jdlint.bulk.inputs.read import Batch, Input, read
from jdlint.bulk.manifest import Manifest
from jdlint.bulk.settings import Columns
from jdlint.core.light import NamedTuple
from jdlint.io.writing import write_atomically

Engine = Callable[[Iterator[Batch], str], Iterator[Finished]]
Tell = Callable[[int, int], None]  # how many parts are done, of how many


class Across(NamedTuple):
    """The files of what was found across rows, how many groups there are, and how many rows were
    left out because their group took too long."""

    files: tuple[Path, ...] = ()
    groups: int = 0
    lost: int = 0


def compare_groups(
    given: Input,
    columns: Columns,
    left_out: Set[tuple[str, int]],
    manifest: Manifest,
    engine: Engine,
    tell: Tell,
) -> Across:
    """Compare the rows of each group, but for those that are ``left_out``, by file and row."""
    small = columns._replace(text=columns.group, id="", language="", date="")
    cut = plan(read(given._replace(id_type=pa.int64()), small), left_out)
    key = f"{manifest.key} {cut.stamp}"
    folder = manifest.groups
    folder.mkdir(exist_ok=True)
    known = dict(_found(folder, key))
    wanted = set(cut.unit.tolist()) - known.keys()
    if wanted:
        for number, lost in _compared(given, columns, cut, wanted, folder, engine, key):
            known[number] = lost
            tell(len(known), len(wanted) + len(known.keys() - wanted))
    files = tuple(_path(folder, number) for number in sorted(known))
    return Across(files, len(cut.sizes), sum(known.values()))


def _compared(
    given: Input,
    columns: Columns,
    cut: Plan,
    wanted: Set[int],
    folder: Path,
    engine: Engine,
    key: str,
) -> Iterator[tuple[int, int]]:
    """Do the pieces of work that are wanted; the number of each, and the rows that it lost."""
    groups = Groups(folder / "rows", cut, wanted)
    groups.spread(read(given, columns))
    for finished in engine(groups.read(), key):
        write_atomically(_path(folder, finished.number), finished.done.data)
        yield finished.number, finished.done.quarantined
    groups.drop()


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:08}.parquet"


def _found(folder: Path, key: str) -> Iterator[tuple[int, int]]:
    """The finished pieces of work of this plan, and the rows that each lost; others are deleted."""
    for path in sorted(folder.glob("*.parquet")):
        try:
            said = pq.read_metadata(path).metadata or {}
            if said[b"jdlint"] == key.encode():
                yield int(path.stem), int(said[b"lost"])
                continue
        except (pa.ArrowException, OSError, ValueError, KeyError):
            pass
        with suppress(OSError):
            path.unlink()
