"""How long work may take: what takes longer is left, and the run goes on."""

from __future__ import annotations

import time

from jdlint.core.light import TYPE_CHECKING, Any

# built in; `signal` wraps it in enums, which takes 1 ms of a run on one page
if TYPE_CHECKING:
    _signal: Any
else:
    import _signal

FOREVER = float("inf")
PAGE = 10.0  # seconds for one page; the slowest of 2,193 real pages takes less than one
# how many times as long work may take whose turn hardly comes: at a load of 12 a core, good pages
# took 11 seconds of the clock for one of their own
PATIENCE = 3.0
# an alarm that rings while garbage is collected is swallowed there: so it rings again
_AGAIN = 0.25


class TookTooLong(BaseException):
    """The time that work may take is over."""


class within:  # noqa: N801 - read as a word; a class, because contextlib takes 1 ms to load
    """Do what follows in so many seconds (infinitely many: no limit); raises ``TookTooLong``.

    With ``patience`` they are seconds of this process's work, as long as the clock does not show
    more than ``patience`` times as many: a busy machine makes no page a slow one.
    Where there are no alarms (Windows, a thread that is not the main one) there is no limit.
    """

    def __init__(self, seconds: float, patience: float = 1.0) -> None:
        self.seconds, self.patience, self.limited = seconds, patience, False

    def __enter__(self) -> None:
        if self.seconds == FOREVER:
            return
        try:
            self.before = _signal.signal(_signal.SIGALRM, self._ring)
        except (AttributeError, ValueError):
            return
        self.limited, self.started, self.worked = True, time.monotonic(), time.process_time()
        self.outer = _set(max(self.seconds, 0.001))

    def __exit__(self, *_: object) -> None:
        if not self.limited:
            return
        _signal.setitimer(_signal.ITIMER_REAL, 0)
        _signal.signal(_signal.SIGALRM, self.before)
        if self.outer:
            left = self.outer - (time.monotonic() - self.started)
            _set(max(left, 0.001))

    def _ring(self, number: int, frame: Any) -> None:
        if _passing(frame):
            return  # raised there, it would leave an alarm behind that rings for ever
        left = self.seconds - (time.process_time() - self.worked)
        clock = self.seconds * self.patience - (time.monotonic() - self.started)
        if min(left, clock) <= 0.01:
            raise TookTooLong
        _set(min(left, clock))


_DEEP = 12  # calls that are looked at
_PASSAGES = (within.__enter__.__code__, within.__exit__.__code__)


def _passing(frame: Any) -> bool:
    """Whether a limit is being set or taken back, not worked under; what runs in between, such as a
    callback of the garbage collector, is a few calls deep."""
    for _ in range(_DEEP):
        if frame is None:
            return False
        if frame.f_code in _PASSAGES:
            return True
        frame = frame.f_back
    return False


def _set(seconds: float) -> float:
    """Set the alarm; the seconds that were left of the one before."""
    before: float = _signal.setitimer(_signal.ITIMER_REAL, seconds, _AGAIN)[0]
    return before
