"""The tables of ``lang.tables`` as they were unpacked when jdlint was installed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable

from jdlint.core.light import Any
from jdlint.core.sorted_lines import index_of
from jdlint.core.tools import cache
from jdlint.io import store
from jdlint.io.shipped import whole
from jdlint.lang import tables

_NAME = "tables"


def find(name: str) -> tables.Parts:
    """The parts of a table by the path of its file in the package; none: not made ahead."""
    counts, part_of = _blob()
    parts = [part_of((name, number)) for number in range(counts.get(name, 0))]
    return tuple([part for part in parts if part is not None])


@cache
def _blob() -> tuple[dict[str, int], Callable[[Hashable], memoryview | None]]:
    head: Any
    head, part_of = store.parts_of(_NAME)
    good = head and head[:2] == (whole(), sys.byteorder)
    return (head[2] if good else {}), part_of


def make_ready() -> None:
    """Keep the tables that this process unpacked for all runs of this Python, those of one part,
    which are sorted lines, with an index; raises ``OSError``."""
    made = {name: list(map(bytes, parts)) for name, parts in tables.unpacked.items()}
    for parts in made.values():
        if len(parts) == 1:
            parts.append(index_of(parts[0]))
    counts = {name: len(parts) for name, parts in made.items()}
    rows = {(name, n): part for name, parts in made.items() for n, part in enumerate(parts)}
    store.make_parts_ready(_NAME, (whole(), sys.byteorder, counts), rows)
