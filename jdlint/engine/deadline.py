"""How long work may take: what takes longer is left, and the run goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from jdlint.core.light import Any

# built in; `signal` wraps it in enums, which takes 1 ms of a run on one page
_signal: Any = import_module("_signal")
PAGE = 10.0  # seconds for one page; the slowest of 2,193 real pages takes less than one


class TookTooLong(BaseException):
    """The time that work may take is over."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Do what follows in so many seconds; raises ``TookTooLong``.

    Where there are no alarms (Windows, a thread that is not the main one) there is no limit.
    """
    try:
        before = _signal.signal(_signal.SIGALRM, _ring)
    except (AttributeError, ValueError):
        yield
        return
    started = time.monotonic()
    outer = _signal.setitimer(_signal.ITIMER_REAL, max(seconds, 0.001))[0]
    try:
        yield
    finally:
        _signal.setitimer(_signal.ITIMER_REAL, 0)
        _signal.signal(_signal.SIGALRM, before)
        if outer:
            left = outer - (time.monotonic() - started)
            _signal.setitimer(_signal.ITIMER_REAL, max(left, 0.001))


def _ring(number: int, frame: object) -> None:
    raise TookTooLong
