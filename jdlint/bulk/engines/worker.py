"""A process that checks batches; it says which row it is at, so that one that kills it is known."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, MutableSequence
from multiprocessing.connection import Connection

from jdlint.bulk.engines.work import Done, checker_of, work
from jdlint.core.light import Any

IDLE, STARTING = -1, -2  # instead of the row that a worker is at


def serve(pipe: Connection, settings: str, beat: MutableSequence[int], parent: int) -> None:
    """Check batches until the other end is closed, or its process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the driver ends us
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)

    def begin(row: int) -> None:
        beat[0] = row
        if os.getppid() != parent:
            os._exit(1)

    checker_of(settings)
    while True:
        beat[0] = IDLE
        try:
            head = json.loads(pipe.recv_bytes())
            data = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        left_out = {int(row): why for row, why in head["left_out"].items()}
        done = work(data, settings, left_out, begin, head["key"], group=head["group"])
        try:
            pipe.send_bytes(json.dumps(done[1:]).encode())
            pipe.send_bytes(done.data)
        except (BrokenPipeError, OSError):
            return


Serve = Callable[[Connection, str, MutableSequence[int], int], None]


class Worker:
    """The driver's end of one such process."""

    def __init__(self, settings: str, target: Serve = serve) -> None:
        context = multiprocessing.get_context("spawn")
        self.beat = context.RawArray("q", [STARTING])
        self.pipe, theirs = context.Pipe()
        given = (theirs, settings, self.beat, os.getpid())
        self.process: Any = context.Process(target=target, args=given, daemon=True)
        self.process.start()
        theirs.close()
        self._seen = (STARTING, time.monotonic())

    @property
    def at(self) -> int:
        """The row that it is at, ``IDLE`` or ``STARTING``."""
        return int(self.beat[0])

    def since(self) -> float:
        """For how many seconds it has been at its row, as far as was looked."""
        now, at = time.monotonic(), self.at
        if at != self._seen[0]:
            self._seen = (at, now)
        return now - self._seen[1]

    def give(self, head: dict[str, Any], data: bytes) -> None:
        """Send a batch and what is said of it; that the process is gone is noticed later."""
        self._seen = (self.at, time.monotonic())
        try:
            self.pipe.send_bytes(json.dumps(head).encode())
            self.pipe.send_bytes(data)
        except OSError:
            self.process.kill()

    def take(self) -> Done | None:
        """What it made of the batch; None where it is gone."""
        try:
            counts = json.loads(self.pipe.recv_bytes())
            return Done(self.pipe.recv_bytes(), *counts)
        except (EOFError, OSError, ValueError):
            return None

    def end(self, *, gone: bool = False) -> int:
        """End the process; how it ended: a signal's number below zero, else its exit code. One that
        closed its pipe is ending by itself."""
        if gone:
            self.process.join(5)
        self.process.kill()
        self.process.join(5)
        self.pipe.close()
        return self.process.exitcode or 0
