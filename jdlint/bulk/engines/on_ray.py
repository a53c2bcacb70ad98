"""Ray: the same pieces of work as tasks of a cluster, which does again what a lost node was at.

The driver reads the input and writes the pieces, so that nodes need neither, and ``--resume`` works
as it does on one machine. A task is one batch, and dies alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from jdlint.bulk.engines.local import Finished
from jdlint.bulk.engines.work import Done, packed
from jdlint.bulk.inputs.read import Batch
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any

_RETRIES = 3  # of a task whose process or node is lost
_AHEAD = 2  # batches that wait for each processor
_STILL = 900.0  # seconds in which no task ends: their rows hang where no alarm reaches them


def run_ray(
    batches: Iterable[Batch], settings: str, key: str, address: str, jobs: int
) -> Iterator[Finished]:
    """The batches, done on a Ray cluster (without an address: one on this machine, of ``jobs``
    processors), in the order in which they are finished. Raises ``ConfigError``."""
    ray = _started(address, jobs)
    task = ray.remote(max_retries=_RETRIES, num_cpus=1)(_task)
    most = max(int(ray.cluster_resources().get("CPU", jobs)), 1) * _AHEAD
    waiting: dict[Any, Batch] = {}
    given = iter(batches)
    try:
        while True:
            while len(waiting) < most and (batch := next(given, None)) is not None:
                waiting[task.remote(packed(batch.table), settings, key, batch.group)] = batch
            if not waiting:
                return
            ready, still = ray.wait(list(waiting), num_returns=1, timeout=_STILL)
            if not ready:
                for reference in still:
                    ray.cancel(reference, force=True)
            for reference in ready:
                yield _finished(ray, reference, waiting.pop(reference), settings, key)
    finally:
        ray.shutdown()


def _started(address: str, jobs: int) -> Any:
    from importlib import import_module

    ray: Any = import_module("ray")
    given: dict[str, Any] = {"address": address} if address else {"num_cpus": jobs}
    try:
        ray.init(**given, log_to_driver=False, logging_level="error", include_dashboard=False)
    except Exception as error:  # whatever a cluster has to say
        where = f"{address}: " if address else ""
        raise ConfigError(f"{where}Ray does not start ({str(error).splitlines()[0]})") from None
    return ray


def _task(data: bytes, settings: str, key: str, group: bool) -> Done:
    """One batch, in a process of the cluster."""
    from jdlint.bulk.engines.work import work

    return work(data, settings, key=key, group=group)


def _finished(ray: Any, reference: Any, batch: Batch, settings: str, key: str) -> Finished:
    """What a task gave; a batch at which processes die again and again is done on this machine,
    where the row that does it is found."""
    try:
        return Finished(batch.number, ray.get(reference))
    except ray.exceptions.RayError:
        from jdlint.bulk.engines.local import run_local

        seconds = float(json.loads(settings)["seconds"])
        return next(run_local([batch], settings, key, 1, seconds))
