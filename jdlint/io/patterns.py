"""What compiling patterns gave, kept between runs."""

from __future__ import annotations

from jdlint.core.patterns import regex
from jdlint.io import store

_NAME = "patterns"
_MOST = 3_000  # rows kept: jdlint has some 800 patterns of its own


def load() -> None:
    """Let patterns be known that an earlier run compiled."""
    for read in (store.load, store.ready):
        data = read(_NAME)
        if isinstance(data, tuple) and len(data) == 2 and data[0] == _engine():
            regex.known.update(data[1])
            return


def keep() -> None:
    """Keep what this run compiled, where it did."""
    if regex.fresh:
        rows = regex.known if len(regex.known) <= _MOST else regex.fresh
        store.save(_NAME, (_engine(), rows))


def _engine() -> int:
    """The number of the engine that reads the rows."""
    import _sre  # type: ignore[import-not-found]

    number: int = _sre.MAGIC
    return number
