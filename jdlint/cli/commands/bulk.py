"""``jdlint bulk``: postings by the million, from tables to tables."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from jdlint.bulk.needed import need
from jdlint.config.project import find
from jdlint.core.errors import ConfigError, InterruptedRun
from jdlint.core.light import TYPE_CHECKING
from jdlint.io.pool import processors

if TYPE_CHECKING:
    from jdlint.bulk.run import Outcome
    from jdlint.bulk.settings import Settings

_KEPT = "interrupted; what is finished is kept, the same command with --resume goes on"


def main(options: argparse.Namespace) -> int:
    """Check the rows of tables; raises ``ConfigError``. Findings are no failure of a bulk run."""
    need(options.engine)
    from jdlint.bulk.run import Job, run

    if options.jobs < 0 or options.row_seconds <= 0 or options.row_bytes <= 0:
        raise ConfigError("--jobs, --row-seconds and --row-bytes are numbers above zero")
    out = Path(options.out)
    job = Job(
        inputs=tuple(options.inputs),
        out=out,
        settings=_settings(options),
        engine=options.engine,
        address=options.address,
        jobs=options.jobs or processors(),
        resume=options.resume,
        report=Path(options.report) if options.report else None,
        quiet=options.quiet,
    )
    before = signal.signal(signal.SIGTERM, _interrupted)  # as a machine that shuts down ends jobs
    try:
        sys.stdout.write(_said(run(job), out))
    except KeyboardInterrupt as error:
        raise InterruptedRun(_KEPT) from error
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def _settings(options: argparse.Namespace) -> Settings:
    from jdlint.bulk.settings import Columns, Settings

    project = find([Path()], options.config)
    return Settings(
        columns=Columns(
            options.text, options.id, options.group, options.title, options.language, options.date
        ),
        form=options.text_format,
        select=_names(options.select),
        ignore=_names(options.ignore),
        root=str(project.root.resolve()),
        config=project.data,
        seconds=options.row_seconds,
        largest=options.row_bytes,
        similar=not options.no_duplicates,
    )


def _names(values: list[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _said(outcome: Outcome, out: Path) -> str:
    rows = "row" if outcome.rows == 1 else "rows"
    found = "finding" if outcome.findings == 1 else "findings"
    aside = f", {outcome.quarantined:,} quarantined" if outcome.quarantined else ""
    return f"{outcome.rows:,} {rows}, {outcome.findings:,} {found}{aside}: see {out}\n"
