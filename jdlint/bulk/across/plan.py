"""Which rows are compared with each other: those of a company, and where these are too many, those
of its titles that are of one family.

16 to 44 bytes a row are held, so that ten million rows can be cut on one machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from hashlib import blake2b
from itertools import pairwise

import numpy as np

from jdlint.bulk.inputs.read import Batch
from jdlint.core.light import Any, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.words import word_set

LARGEST = 5_000  # rows that are compared at once, about 45 kB each
_UNIT = 500  # rows of small groups that are one piece of work
NONE = -1  # the group of a row that is compared with no other
_KEY = 24  # bytes of a family that count
_SIGNS = re.late(r"[(\[][^()\[\]]{0,60}[)\]]")  # “(m/f/d)”, “[Remote]”
_END = re.late(r" [-–—|@] |[,:;|•]| (?:in|at|bei|à|for|für|pour) ")
_WORD = re.late(r"[^\W\d_][\w+#&’'-]*")
_LEVELS = word_set(
    "senior junior sr jr lead principal staff associate intern trainee mid entry level i ii iii iv "
    "working student werkstudent stagiaire m f d w x h all genders"
)


class Plan(NamedTuple):
    """``of`` is the group of each row of the run (``NONE``: of no group), ``sizes`` the rows of
    each group, which are at least two; ``unit`` is the piece of work that a group is done in."""

    of: Any
    sizes: Any
    unit: Any

    @property
    def stamp(self) -> str:
        """Changes when any row is in another group."""
        return blake2b(self.of.tobytes(), digest_size=12).hexdigest()


def family(title: str) -> str:
    """What titles of one kind share, its head first: the words before a place or a team, without
    levels and signs for gender. “Senior Data Engineer (m/f/d), Bergen” is “engineer data”."""
    text = _SIGNS.sub(" ", title.casefold())
    words = [w for w in _WORD.findall(_END.split(text, 1)[0]) if w not in _LEVELS]
    return " ".join([*words[-1:], *words[:-1]])


def plan(batches: Iterable[Batch], left_out: Set[tuple[str, int]], most: int = LARGEST) -> Plan:
    """Cut the rows of a run into groups of at most ``most``; ``left_out``: but for these, by file
    and row. The batches need the columns ``group`` and ``title``."""
    groups: list[Any] = [np.empty(0, np.uint64)]
    titles: list[Any] = [np.empty(0, f"S{_KEY}")]
    for batch in batches:
        table = batch.table
        names = zip(table.column("file").to_pylist(), table.column("row").to_pylist(), strict=True)
        cells = table.column("group").to_pylist()
        keys = [0 if name in left_out else _key(c) for name, c in zip(names, cells, strict=True)]
        groups.append(np.array(keys, np.uint64))
        said = [_family_key(cell) for cell in table.column("title").to_pylist()]
        titles.append(np.array(said, f"S{_KEY}"))
    return _cut(np.concatenate(groups), np.concatenate(titles), most)


def _key(cell: bytes | None) -> int:
    """A number for a group, 0 for none."""
    return int.from_bytes(blake2b(cell, digest_size=8).digest(), "little") | 1 if cell else 0


def _family_key(cell: bytes | None) -> bytes:
    return family(cell[:500].decode(errors="replace")).encode()[:_KEY] if cell else b""


def _cut(groups: Any, titles: Any, most: int) -> Plan:
    order = np.lexsort((titles, groups))  # rows of a family stay in their order
    of, sizes = np.full(len(groups), NONE, np.int32), list[int]()
    for start, end in runs(groups[order]):
        rows = order[start:end]
        if groups[rows[0]] == 0:
            continue
        for low, high in _parts(titles[rows], most):
            if high - low > 1:
                of[rows[low:high]] = len(sizes)
                sizes.append(high - low)
    return Plan(of, np.array(sizes, np.int32), np.array(list(_units(sizes)), np.int32))


def _units(sizes: Sequence[int]) -> Iterator[int]:
    """The number of the piece of work for each group."""
    number = held = 0
    for size in sizes:
        if held and held + size > _UNIT:
            number, held = number + 1, 0
        held += size
        yield number


def _parts(titles: Any, most: int) -> Iterator[tuple[int, int]]:
    """Where the rows of a company are cut: families that follow each other as long as they are
    ``most`` together, larger ones into even parts."""
    if len(titles) <= most:
        yield 0, len(titles)
        return
    begun = at = 0
    for start, end in runs(titles):
        if end - begun > most and at > begun:
            yield begun, at
            begun = at
        if end - start > most:
            count = -(-(end - start) // most)
            edges = np.linspace(start, end, count + 1).astype(int).tolist()
            yield from pairwise(edges)
            begun = end
        at = end
    if at > begun:
        yield begun, at


def runs(values: Any) -> Sequence[tuple[int, int]]:
    """Where equal values that follow each other begin and end."""
    if not len(values):
        return []
    edges = [0, *(np.flatnonzero(values[1:] != values[:-1]) + 1).tolist(), len(values)]
    return list(pairwise(edges))
