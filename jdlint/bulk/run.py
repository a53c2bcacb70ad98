"""A run over files: batches to an engine, pieces to disk, then what all rows say together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from jdlint.bulk.across.second import Across, compare_groups
from jdlint.bulk.engines.local import Finished
from jdlint.bulk.inputs.files import parts_of
from jdlint.bulk.inputs.read import Batch, Input, input_of, read
from jdlint.bulk.manifest import DONE, RUNNING, Manifest
from jdlint.bulk.merge import merge, quarantined
from jdlint.bulk.progress import Progress
from jdlint.bulk.report import write_report
from jdlint.bulk.rows import RowChecker
from jdlint.bulk.settings import Settings
from jdlint.bulk.summary import Summary, read_totals
from jdlint.core.light import NamedTuple

_SAVED = 5.0  # seconds between two manifests


class Job(NamedTuple):
    """What is to be done, where, and by what."""

    inputs: tuple[str, ...]
    out: Path
    settings: Settings
    engine: str = "local"
    address: str = ""
    jobs: int = 1
    resume: bool = False
    report: Path | None = None
    quiet: bool = False


class Outcome(NamedTuple):
    """What a run came to."""

    rows: int
    findings: int
    quarantined: int
    seconds: float


def run(job: Job) -> Outcome:
    """Do it; raises ``ConfigError``. Interrupted, what is finished is on disk."""
    given = input_of(parts_of(job.inputs), job.settings.columns)
    plan = RowChecker(job.settings).checker.plan.key  # here, so that a mistake in the rules is said
    manifest = Manifest(job.out, given.parts, job.settings.packed(), plan)
    progress = Progress(given.rows, quiet=job.quiet)
    started = time.monotonic()
    try:
        if manifest.open(resume=job.resume) != DONE:
            _check(job, given, manifest, progress)
            _finish(job, given, manifest, progress)
        if job.report:
            write_report(job.out, job.report)
    finally:
        progress.end()
        manifest.close()
    return Outcome(*read_totals(job.out), time.monotonic() - started)


def _check(job: Job, given: Input, manifest: Manifest, progress: Progress) -> None:
    """Check the rows that are not checked yet."""
    saved = time.monotonic()
    try:
        for finished in _engine(job, _left(given, job, manifest, progress), manifest.key):
            manifest.keep(finished.number, finished.done.data)
            progress.add(finished.done)
            if time.monotonic() - saved > _SAVED:
                saved = time.monotonic()
                manifest.write(RUNNING)
    finally:
        manifest.write(RUNNING)


def _left(given: Input, job: Job, manifest: Manifest, progress: Progress) -> Iterator[Batch]:
    """The batches that are not finished."""
    for batch in read(given, job.settings.columns):
        if manifest.has(batch):
            progress.skip(batch.table.num_rows)
        else:
            yield batch


def _engine(job: Job, batches: Iterator[Batch], key: str) -> Iterator[Finished]:
    settings = job.settings.packed()
    if job.engine == "ray":
        from jdlint.bulk.engines.on_ray import run_ray

        return run_ray(batches, settings, key, job.address, job.jobs)
    from jdlint.bulk.engines.local import run_local

    return run_local(batches, settings, key, job.jobs, job.settings.seconds)


def _finish(job: Job, given: Input, manifest: Manifest, progress: Progress) -> None:
    """Put the pieces together, and look at what they say together."""
    across = _across(job, given, manifest, progress)
    progress.step("writing the tables")
    summary = Summary()
    merge(manifest.tables(), across.files, job.out, given.id_type, summary.add)
    summary.more["groups"] = {"compared": across.groups, "rows_left_out": across.lost}
    if job.settings.similar:
        from jdlint.bulk.similar.duplicates import write_duplicates

        progress.step("comparing postings")
        counts = write_duplicates(list(manifest.tables()), job.out, given.id_type)
        summary.more["duplicates"] = counts._asdict()
    summary.write(job.out)
    manifest.write(DONE, {"totals": summary.totals()})
    manifest.drop_pieces()


def _across(job: Job, given: Input, manifest: Manifest, progress: Progress) -> Across:
    """Compare the rows of each group; what is found, in files."""
    plan = RowChecker(job.settings).checker
    if not job.settings.columns.group or not plan.base.across({"pages"}):
        return Across()
    progress.step("comparing the postings of each group")

    def done(batches: Iterator[Batch], key: str) -> Iterator[Finished]:
        return _engine(job, batches, key)

    left_out = set(quarantined(manifest.tables()))
    return compare_groups(given, job.settings.columns, left_out, manifest, done, progress.part)
