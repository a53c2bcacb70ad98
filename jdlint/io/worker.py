"""A process that answers questions: what hangs or dies there does not take the server along."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from jdlint.core.errors import CannotError, ConfigError, ProbeError, RuleError
from jdlint.core.light import Any
from jdlint.io.memory import hold_little

_ALL = 50  # answers after which all garbage is looked for, and not what one answer left alone
_STARTING = 30.0  # seconds more for the first answer of a process, which loads all that it needs
_SAID = (CannotError, ConfigError, RuleError, ProbeError)


class SaidError(Exception):
    """A sentence for people: a configuration that cannot be used, or what cannot be done."""


class LostError(Exception):
    """The process died, or took too long and was ended; the next question starts another."""


class Worker:
    """One process, started when it is first asked; questions are answered one after the other.

    ``make`` is called there and makes what answers: its methods are the questions. An answer may
    take so many seconds.
    """

    def __init__(self, seconds: float, make: Callable[[], object]) -> None:
        self._seconds, self._make = seconds, make
        self._lock = threading.Lock()
        self._stopped = False
        self._process: Any = None
        self._pipe: Connection | None = None

    def ask(self, name: str, *given: Any, **named: Any) -> Any:
        """What a method of that which answers gives; raises ``SaidError`` or ``LostError``."""
        with self._lock:
            if self._stopped:
                raise LostError("the server was stopped")
            alive = self._process is not None and self._process.is_alive()
            pipe, seconds = self._started(), self._seconds + (0 if alive else _STARTING)
            try:
                pipe.send((name, given, named))
                if not pipe.poll(seconds):
                    raise LostError(f"it took longer than {self._seconds:.0f} seconds")
                kind, answer = pipe.recv()
            except (OSError, EOFError) as error:
                self._end()
                raise LostError("the process died") from error
            except LostError:
                self._end()
                raise
        if kind == "said":
            raise SaidError(answer)
        if kind == "broken":
            raise LostError(answer)
        return answer

    def stop(self) -> None:
        """End the process, and answer nothing any more."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()  # whoever waits for an answer is told

    def _started(self) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs, self._make), daemon=True)
            self._process.start()
            theirs.close()
        assert self._pipe is not None
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def serve(pipe: Connection, make: Callable[[], object]) -> None:
    """Answer until the other end is closed. The streams belong to whoever started the face."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(null, stream)
    hold_little()
    answers = make()
    gc.disable()  # garbage is collected between answers: nobody waits for it
    for count in itertools.count(1):
        gc.collect(2 if count % _ALL == 0 else 1)
        try:
            name, given, named = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            answer = ("ok", getattr(answers, name)(*given, **named))
        except _SAID as error:
            answer = ("said", str(error))
        except Exception as error:  # one question that fails must not end the server
            answer = ("broken", f"{type(error).__name__}: {error}")
        try:
            pipe.send(answer)
        except (BrokenPipeError, OSError):
            return
