"""How far a run is: one line that changes on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time

from jdlint.bulk.engines.work import Done

_OFTEN, _SELDOM = 0.5, 30.0  # seconds between two lines


class Progress:
    """Counts what is finished, and says it on standard error; ``total`` None: nobody knows."""

    def __init__(self, total: int | None, *, quiet: bool = False) -> None:
        self.total, self.rows, self.findings, self.quarantined, self.kept = total, 0, 0, 0, 0
        stream = sys.stderr
        self._quiet = quiet or stream is None
        self._terminal = not self._quiet and stream.isatty()
        self._started = self._said = time.monotonic()
        self._shown = False
        self._step, self._begun = "", self._started

    def skip(self, rows: int) -> None:
        """Rows that an earlier run finished."""
        self.kept += rows

    def add(self, done: Done) -> None:
        """A batch is finished."""
        self.rows += done.rows
        self.findings += done.findings
        self.quarantined += done.quarantined
        now = time.monotonic()
        if self._due(now):
            self._say(self._line(now))

    def step(self, text: str) -> None:
        """Something else begins that takes its time."""
        self._step, self._begun = text, time.monotonic()
        if not self._quiet:
            self._say(text)

    def part(self, count: int, total: int) -> None:
        """So many parts of the step are done, this one included."""
        now = time.monotonic()
        if self._due(now):
            left = (now - self._begun) / count * (total - count)
            self._say(f"{self._step}: {count:,} of {total:,} parts, {_time(left)} left")

    def _due(self, now: float) -> bool:
        due = not self._quiet and now - self._said >= (_OFTEN if self._terminal else _SELDOM)
        self._said = now if due else self._said
        return due

    def end(self) -> None:
        """Nothing follows: the line on the terminal is taken away."""
        if self._terminal and self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._shown = False

    def speed(self) -> float:
        """Rows a second of this run."""
        return self.rows / max(time.monotonic() - self._started, 0.001)

    def _line(self, now: float) -> str:
        seen, speed = self.rows + self.kept, self.speed()
        of = f" of {self.total:,}" if self.total is not None else ""
        parts = [f"{seen:,}{of} rows", f"{speed:,.0f} a second", f"{self.findings:,} findings"]
        if self.quarantined:
            parts.append(f"{self.quarantined:,} quarantined")
        if self.total is not None and self.rows:
            parts.append(f"{_time((self.total - seen) / speed)} left")
        return ", ".join(parts)

    def _say(self, text: str) -> None:
        self._shown = True
        sys.stderr.write(f"\r\x1b[2K{text}" if self._terminal else f"jdlint: {text}\n")
        sys.stderr.flush()


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(max(seconds, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
