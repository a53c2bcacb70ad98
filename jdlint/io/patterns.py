"""What compiling patterns gave, kept between runs: that of our own was made ahead, what else a user
needs lies in the cache."""

from __future__ import annotations

from jdlint.core.patterns import regex
from jdlint.io import store
from jdlint.io.stamps import digest

_NAME = "patterns"
_MOST = 3_000  # rows kept: jdlint has some 800 patterns of its own
_kept: dict[tuple[str, int], regex.Packed] = {}


def load() -> None:
    """Let patterns be known that were compiled when jdlint was installed, or by an earlier run."""
    engine, find = store.parts_of(_NAME)
    if engine == _engine():
        regex.elsewhere[:] = [lambda key: find(_place(key))]
    _kept.update(_rows(store.load(_NAME)))
    regex.known.update(_kept)


def keep() -> None:
    """Keep what this run compiled, where it did."""
    if regex.fresh:
        rows = {**_kept, **regex.fresh}
        store.save(_NAME, (_engine(), rows if len(rows) <= _MOST else regex.fresh))


def make_ready() -> None:
    """Keep what runs compiled for all runs of this Python, each pattern by itself: a page needs 100
    of 700; raises ``OSError``."""
    rows = _rows(store.load(_NAME))
    store.make_parts_ready(_NAME, _engine(), {_place(key): bytes(row) for key, row in rows.items()})


def _place(key: tuple[str, int]) -> bytes:
    """What a pattern is found by."""
    return digest(f"{key[1]} {key[0]}")


def _rows(data: object) -> dict[tuple[str, int], regex.Packed]:
    """What a blob holds, where this engine can read it."""
    good = isinstance(data, tuple) and len(data) == 2 and data[0] == _engine()
    return data[1] if good else {}  # type: ignore[index]


def _engine() -> tuple[int, int]:
    """The form of the rows, and the number of the engine that reads them."""
    import _sre  # type: ignore[import-not-found]

    number: int = _sre.MAGIC
    return 3, number
