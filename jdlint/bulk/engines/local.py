"""Processes of this machine: one that dies or hangs is replaced, and its batch is done again.

A row at which processes die three times is left out with its reason, one that is still being
looked at long after its time at once; a kill from outside costs a batch.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait

from jdlint.bulk.across.compare import ALL, SECONDS
from jdlint.bulk.engines.work import Done, packed
from jdlint.bulk.engines.worker import Serve, Worker, serve
from jdlint.bulk.inputs.read import Batch
from jdlint.bulk.settings import PATIENCE, stopped_after
from jdlint.core.errors import ConfigError
from jdlint.core.light import NamedTuple

_DEATHS = 3  # at one row before it is left out, so that two kills from outside never do that
_MOST_DEATHS = 8  # of one batch, at no row
_OUTSIDE = SECONDS * PATIENCE + 60  # seconds for what is done for a batch besides its rows
_TICK = 0.25  # seconds between two looks at what hangs


class Finished(NamedTuple):
    """A batch and what became of it."""

    number: int
    done: Done


class _Job:
    """A batch under way: where its processes died, and which rows are left out."""

    def __init__(self, batch: Batch) -> None:
        self.number, self.data, self.group = batch.number, packed(batch.table), batch.group
        self.deaths: Counter[int] = Counter()
        self.left_out: dict[int, str] = {}

    def died(self, row: int, ending: str) -> None:
        """Its process ended at a row (below zero: at none); raises ``ConfigError`` where that does
        not lead on."""
        self.deaths[row] += 1
        if row >= 0 and self.deaths[row] >= _DEATHS:
            self.left_out[row] = f"checking it ended its process ({ending})"
        if row < 0 and self.group and self.deaths[row] >= _DEATHS:
            self.left_out[ALL] = ending
        elif row < 0 and self.deaths[-1] + self.deaths[-2] >= _MOST_DEATHS:
            raise ConfigError(
                f"processes that check rows end before they reach one ({ending}): make room in "
                "memory, or take fewer with --jobs"
            )


def run_local(
    batches: Iterable[Batch],
    settings: str,
    key: str,
    jobs: int,
    seconds: float,
    target: Serve = serve,
) -> Iterator[Finished]:
    """The batches, done in ``jobs`` processes that run ``target``, in the order in which they are
    finished."""
    pool = _Pool(lambda: Worker(settings, target), key, jobs, seconds)
    try:
        yield from pool.run(iter(batches))
    finally:
        pool.end()


class _Pool:
    def __init__(self, make: Callable[[], Worker], key: str, jobs: int, seconds: float) -> None:
        self._make, self._key, self._seconds = make, key, seconds
        self._idle = [make() for _ in range(jobs)]
        self._busy: dict[Worker, _Job] = {}
        self._again: deque[_Job] = deque()

    def run(self, batches: Iterator[Batch]) -> Iterator[Finished]:
        while True:
            self._fill(batches)
            if not self._busy:
                return
            ready = set(wait([worker.pipe for worker in self._busy], _TICK))
            for worker in [w for w in self._busy if w.pipe in ready]:
                done = worker.take()
                if done is None:
                    self._lost(worker)
                    continue
                self._idle.append(worker)
                yield Finished(self._busy.pop(worker).number, done)
            for worker in [w for w in self._busy if self._hangs(w)]:
                self._hung(worker)

    def end(self) -> None:
        """End all processes; what they were at is not finished."""
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle, self._busy = [], {}

    def _fill(self, batches: Iterator[Batch]) -> None:
        while self._idle:
            job = self._again.popleft() if self._again else None
            if job is None:
                batch = next(batches, None)
                if batch is None:
                    return
                job = _Job(batch)
            worker = self._idle.pop(0)
            self._busy[worker] = job
            head = {"key": self._key, "left_out": job.left_out, "group": job.group}
            worker.give(head, job.data)

    def _hangs(self, worker: Worker) -> bool:
        limit = stopped_after(self._seconds) if worker.at >= 0 else _OUTSIDE
        return worker.since() > limit

    def _lost(self, worker: Worker) -> None:
        row = worker.at
        self._replaced(worker).died(row, _ending(worker.end(gone=True)))

    def _hung(self, worker: Worker) -> None:
        row = worker.at
        job = self._replaced(worker)
        worker.end()
        if row >= 0:
            job.left_out[row] = f"it was stopped after {stopped_after(self._seconds):g} seconds"
        else:
            job.died(row, "it hung")

    def _replaced(self, worker: Worker) -> _Job:
        """The job of a process that is gone, to be done again, and a new process for it."""
        job = self._busy.pop(worker)
        self._again.append(job)
        self._idle.append(self._make())
        return job


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
