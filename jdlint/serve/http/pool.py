"""Processes that answer: several at once, each held to its time; one slow page stops no other."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

from jdlint.core.light import Any
from jdlint.io.worker import LostError, SaidError, Worker
from jdlint.serve.http.refusal import Refusal
from jdlint.serve.settings import LONG_TEXT, WAIT_SECONDS, WAITING

Gone = Callable[[], Awaitable[bool]]


class Lines:
    """Two lines before processes of one kind: texts as postings are, and what takes longer (long
    texts, files to be read), so that those who write never wait for the latter."""

    def __init__(self, make: Callable[[], object], count: int, seconds: float) -> None:
        self._usual, self._long = Pool(make, count, seconds), Pool(make, 1, seconds)

    async def ask(self, name: str, *given: Any, gone: Gone | None = None) -> Any:
        """As ``Pool.ask``; the longest text or file that is given decides which line it is."""
        size = max((len(value) for value in given if isinstance(value, str | bytes)), default=0)
        long = size > LONG_TEXT or name in ("paste", "word_file")
        return await (self._long if long else self._usual).ask(name, *given, gone=gone)

    async def warm(self) -> str:
        """As ``Pool.warm``."""
        return await self._usual.warm()

    def stop(self) -> None:
        """As ``Pool.stop``."""
        self._usual.stop()
        self._long.stop()


class Pool:
    """So many processes of one kind; questions wait in line for the next that is idle."""

    def __init__(self, make: Callable[[], object], count: int, seconds: float) -> None:
        self._workers = [Worker(seconds, make) for _ in range(count)]
        self._threads = ThreadPoolExecutor(count, "jdlint-serve")
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)
        self._waiting = 0

    async def ask(self, name: str, *given: Any, gone: Gone | None = None) -> Any:
        """An answer; raises ``Refusal`` where there is none. A question whose asker is ``gone``
        before its turn is dropped."""
        worker = await self._next()
        if gone is not None and await gone():
            self._idle.put_nowait(worker)
            raise Refusal(499, "Nobody waits for this answer any more")
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._threads, lambda: worker.ask(name, *given))
        future.add_done_callback(lambda _: self._idle.put_nowait(worker))
        try:
            return await future
        except SaidError as error:
            raise Refusal(422, str(error)) from None
        except LostError as error:
            why = str(error)
            late = "took longer" in why
            kind = why.partition(":")[0]  # no more: what follows may hold words of a text
            sys.stderr.write(f"jdlint serve: “{name}” was not answered: {kind}\n")
            text = "This took too long and was stopped" if late else "This could not be looked at"
            raise Refusal(504 if late else 500, f"{text}; your text is untouched") from None

    async def _next(self) -> Worker:
        if self._waiting >= WAITING:
            raise Refusal(503, "Too many people are asking at once; wait a second", retry=1)
        self._waiting += 1
        try:
            return await asyncio.wait_for(self._idle.get(), WAIT_SECONDS)
        except TimeoutError:
            raise Refusal(
                503, "Too many people are asking at once; wait a moment", retry=5
            ) from None
        finally:
            self._waiting -= 1

    async def warm(self) -> str:
        """Start all processes, so that nobody waits for one later; a sentence where they cannot
        answer."""
        started = (self.ask("ready") for _ in self._workers)
        answers = await asyncio.gather(*started, return_exceptions=True)
        return next((str(answer) for answer in answers if isinstance(answer, Refusal)), "")

    def stop(self) -> None:
        """End the processes; what they were asked is not answered."""
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)
