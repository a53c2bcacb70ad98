"""Ray: the same pieces of work as tasks of a cluster, which does again what a lost node was at.

The driver reads the input and writes the pieces, so that nodes need neither, and ``--resume`` works
as it does on one machine. A task is one batch, and dies alone.
"""

from __future__ import annotations

import faulthandler
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from jdlint import __version__
from jdlint.bulk.engines.local import Finished
from jdlint.bulk.engines.work import Done, checker_of, packed, work
from jdlint.bulk.inputs.read import Batch
from jdlint.bulk.settings import stopped_after
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any

_RETRIES = 2  # of a task whose process or node is lost; after that the driver does it
_AHEAD = 2  # batches that wait for each processor


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
                asked = (packed(batch.table), settings, key, batch.group, __version__)
                waiting[task.remote(*asked)] = batch
            if not waiting:
                return
            ready, _ = ray.wait(list(waiting), num_returns=1)
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
        said = next(iter(str(error).splitlines()), type(error).__name__)
        raise ConfigError(f"Ray does not start ({said}); {_remedy(address)}") from None
    return ray


def _remedy(address: str) -> str:
    """What to do where Ray does not start. From 2.59 on a cluster wants a token where one is kept
    at its head, and tells one who has none nothing but that it cannot be reached."""
    if not address:
        return "look whether this machine has room for it, or use --engine local"
    return (
        f"look whether a cluster is at {address}, and where it wants a token (“ray start” says "
        "so), set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN here as there"
    )


def _task(data: bytes, settings: str, key: str, group: bool, version: str) -> Done:
    """One batch, in a process of the cluster, which ends at a row that hangs."""
    if version != __version__:
        raise ImportError(f"jdlint {__version__} is there, not {version}")
    seconds = float(json.loads(settings)["seconds"])
    with _watched(stopped_after(seconds)) as begin:
        checker_of(settings)
        return work(data, settings, begin=begin, key=key, group=group)


@contextmanager
def _watched(seconds: float) -> Iterator[Callable[[int], None]]:
    """A function that is told of each row, and ends the process when one takes longer, even where
    Python itself stands still."""
    null = os.open(os.devnull, os.O_WRONLY)

    def begin(row: int) -> None:
        if row < 0:
            faulthandler.cancel_dump_traceback_later()
        else:
            faulthandler.dump_traceback_later(seconds, exit=True, file=null)

    try:
        yield begin
    finally:
        faulthandler.cancel_dump_traceback_later()
        os.close(null)


def _finished(ray: Any, reference: Any, batch: Batch, settings: str, key: str) -> Finished:
    """What a task gave; a batch at which processes die again and again is done on this machine,
    where the row that does it is found. Raises ``ConfigError`` where a node cannot do the work."""
    try:
        return Finished(batch.number, ray.get(reference))
    except ray.exceptions.RayTaskError as error:
        said = str(error).strip().splitlines()[-1]
        raise ConfigError(
            f"a node of the cluster cannot check rows ({said}); install jdlint {__version__} with "
            "its extra “bulk” on all of them"
        ) from None
    except ray.exceptions.RayError:
        from jdlint.bulk.engines.local import run_local

        seconds = float(json.loads(settings)["seconds"])
        return next(run_local([batch], settings, key, 1, seconds))
