"""Harper in a process of its own: where it aborts or hangs on a text, that text has no answer, and
nothing else is lost."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from jdlint.core.errors import ProbeError, reason_of
from jdlint.core.light import Any
from jdlint.io.grammar.client import within
from jdlint.io.grammar.engine import Remark
from jdlint.io.grammar.server import die_with_parent

CHILD = Path(__file__).with_name("harper_child.py")
START = 60.0  # seconds until it answers at all: half a second on a quiet machine
ANSWER = 10.0  # seconds for one answer: 2,500 characters take 20 ms


class DiedError(Exception):
    """The process died, hung or answered rubbish, and was ended; a question starts another."""


class HarperProcess:
    """One process, started by ``start`` or by a question; it ends with the one that started it."""

    def __init__(self, dialect: str, rules: Sequence[str]) -> None:
        self._hello = {"dialect": dialect, "rules": list(rules)}
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

    def start(self) -> None:
        """Start it where it does not run; it gets ready while others are started. Raises
        ``ProbeError`` where there can be no process."""
        if self._process is not None and self._process.poll() is None:
            return
        self.end()
        try:  # -P: what lies in the working directory is not imported
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(CHILD)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                preexec_fn=die_with_parent(),
            )
            self._send(self._hello)
        except BrokenPipeError:
            pass  # who asks is told
        except OSError as error:
            raise ProbeError(f"Harper cannot be started ({reason_of(error)})") from error

    def ready(self) -> None:
        """Wait until it can be asked; raises ``DiedError``."""
        if not self._ready and self._within(START, self._receive) is not True:
            self.end()
            raise DiedError
        self._ready = True

    def ask(self, text: str) -> list[Remark] | None:
        """What Harper says of a text, None where it fails on it; raises ``DiedError``."""
        self.start()
        self.ready()
        rows = self._within(ANSWER, lambda: self._asked(text))
        if rows is None:
            return None
        try:
            return [Remark(a, b, c, d, tuple(e), "grammar") for a, b, c, d, e in rows]
        except (TypeError, ValueError):
            self.end()
            raise DiedError from None

    def end(self) -> None:
        """End it, whatever it does."""
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)

    def _within(self, seconds: float, work: Any) -> Any:
        try:
            return within(seconds, work)
        except (OSError, ValueError, AttributeError) as error:  # TimeoutError is an OSError
            self.end()
            raise DiedError from error

    def _asked(self, text: str) -> Any:
        self._send(text)
        return self._receive()

    def _send(self, data: Any) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(data).encode("ascii") + b"\n")
        self._process.stdin.flush()

    def _receive(self) -> Any:
        assert self._process is not None
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())
