"""Spread work over processes: forked before any thread exists, results in the order of the work."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator, Sequence

from jdlint.core.light import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing import IO

AHEAD = 16  # items; of 300 cold pages: 3.8 CPU s instead of 4.3 (two processors, both busy)
Work = TypeVar("Work")
Result = TypeVar("Result")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ahead(work: Sequence[Work]) -> tuple[list[Work], list[Work]]:
    """Work to be done before processes start, from all over it, and the rest: what the first reads
    and makes (checks, patterns, words) all processes share then."""
    step = max(1, len(work) // AHEAD)
    return list(work[::step]), [item for at, item in enumerate(work) if at % step]


def spread(function: Callable[[Work], Result], work: Sequence[Work], workers: int) -> list[Result]:
    """``[function(item) for item in work]``, in ``workers`` processes where the platform can fork.

    Results are what ``marshal`` takes: plain tuples, lists, dicts, texts and numbers. Raises what
    ``function`` raises: the share of a worker that failed is done again here.
    """
    if workers < 2 or not hasattr(os, "fork") or len(work) < workers:
        return [function(item) for item in work]
    children = [_start(function, work[share::workers]) for share in range(1, workers)]
    results: list[list[Result]] = [[function(item) for item in work[0::workers]]]
    for share, (pid, reader) in enumerate(children, 1):
        with os.fdopen(reader, "rb") as stream:
            data = stream.read()
        _, status = os.waitpid(pid, 0)
        results.append(
            marshal.loads(data)
            if status == 0
            else [function(item) for item in work[share::workers]]
        )
    return [results[index % workers][index // workers] for index in range(len(work))]


def streamed(
    function: Callable[[Work], Result], work: Sequence[Work], workers: int
) -> Iterator[Result]:
    """``function(item)`` of each item, in no order: as ``spread`` for so much work that its results
    should not lie in memory; those of other processes wait in files without names."""
    if workers < 2 or not hasattr(os, "fork") or len(work) < workers:
        yield from map(function, work)
        return
    from contextlib import ExitStack
    from tempfile import TemporaryFile

    with ExitStack() as files:
        children = [
            _start_into(function, work[share::workers], files.enter_context(TemporaryFile()))
            for share in range(1, workers)
        ]
        yield from map(function, work[0::workers])
        for share, (pid, stream) in enumerate(children, 1):
            _, status = os.waitpid(pid, 0)
            yield from _rows_in(stream) if not status else map(function, work[share::workers])


def _start_into(
    function: Callable[[Work], Result], share: Sequence[Work], stream: IO[bytes]
) -> tuple[int, IO[bytes]]:
    pid = os.fork()
    if pid:
        return pid, stream
    code = 1
    try:
        for item in share:
            row: Any = function(item)
            stream.write(marshal.dumps(row))
        stream.flush()
        code = 0
    finally:
        os._exit(code)


def _rows_in(stream: IO[bytes]) -> Iterator[Any]:
    stream.seek(0)
    while True:
        try:
            yield marshal.load(stream)
        except EOFError:
            return


def _start(function: Callable[[Work], Result], share: Sequence[Work]) -> tuple[int, int]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    code = 1
    try:
        os.close(reader)
        data = marshal.dumps([function(item) for item in share])
        with os.fdopen(writer, "wb") as stream:
            stream.write(data)
        code = 0
    finally:
        os._exit(code)
