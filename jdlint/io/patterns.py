"""What compiling patterns gave, kept between runs: that of our own was made ahead, what else a user
needs lies in the cache."""

from __future__ import annotations

from jdlint.core.patterns import regex
from jdlint.io import store

_NAME = "patterns"
_MOST = 3_000  # rows kept: jdlint has some 800 patterns of its own
_kept: dict[tuple[str, int], regex.Packed] = {}


def load() -> None:
    """Let patterns be known that were compiled when jdlint was installed, or by an earlier run."""
    regex.known.update(_rows(store.ready(_NAME)))
    _kept.update(_rows(store.load(_NAME)))
    regex.known.update(_kept)


def keep() -> None:
    """Keep what this run compiled, where it did."""
    if regex.fresh:
        rows = {**_kept, **regex.fresh}
        store.save(_NAME, (_engine(), rows if len(rows) <= _MOST else regex.fresh))


def _rows(data: object) -> dict[tuple[str, int], regex.Packed]:
    """What a blob holds, where this engine can read it."""
    good = isinstance(data, tuple) and len(data) == 2 and data[0] == _engine()
    return data[1] if good else {}  # type: ignore[index]


def _engine() -> tuple[int, int]:
    """The form of the rows, and the number of the engine that reads them."""
    import _sre  # type: ignore[import-not-found]

    number: int = _sre.MAGIC
    return 2, number
