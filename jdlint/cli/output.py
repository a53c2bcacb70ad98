"""Where the report of ``jdlint check`` goes, and in which formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from jdlint.cli import terminal
from jdlint.core.diagnostic import Report
from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.text import Source
from jdlint.core.tools import lru_cache
from jdlint.engine.planning.plan import Plan
from jdlint.engine.planning.request import Request

if TYPE_CHECKING:
    import argparse

    from jdlint.report import Earlier
    from jdlint.rules.rule import Rule


def show(
    report: Report,
    options: argparse.Namespace,
    request: Request,
    plan: Plan,
    *,
    beside: bool = False,
) -> str:
    """Write the report to standard output (``beside`` something else: to standard error) or
    ``--output-file``, and each ``--also`` to its file; the report.

    Raises ``ConfigError`` for a file that cannot be written or read.
    """
    also = [_pair(value) for value in options.also]
    for name, path in also:
        write_text(path, rendered(name, report, options, request, plan))
    text = rendered(options.format, report, options, request, plan)
    if options.output_file:
        write_text(Path(options.output_file), text)
    else:
        stream = sys.stderr if beside else sys.stdout
        if stream is None:
            raise ConfigError("there is no standard output: name a file with --output-file")
        stream.write(text)
        stream.flush()
    return text


def rendered(
    name: str, report: Report, options: argparse.Namespace, request: Request, plan: Plan
) -> str:
    """The report in a format."""
    from jdlint.report import Given, Look, render

    rules = {active.rule.name: active.rule for active in plan.rules}
    if name == "html":  # tells of each rule what `jdlint explain` does
        rules = {**rules, **_with_examples({d.rule for d in report.diagnostics}, options)}
    file = bool(options.output_file)
    look = Look(
        wants_color(options.color, options), options.statistics, options.quiet,
        0 if file else terminal.width(), not file and terminal.links(),
        options.sort, options.max,
    )  # fmt: skip
    earlier = tuple(_earlier(options.trend)) if options.trend else ()
    given = Given(_texts(request), rules, earlier, look)
    return render(name, report, given)


def _with_examples(names: set[str], options: argparse.Namespace) -> dict[str, Rule]:
    from jdlint.config import project
    from jdlint.rules import catalogue

    found = project.find([Path(path) for path in options.paths if path != "-"], options.config)
    told = catalogue.all_rules(found.data, found.root, examples=True)
    return {rule.name: rule for rule in told if rule.name in names}


def _pair(value: str) -> tuple[str, Path]:
    from jdlint.report import FORMATS

    name, _, path = value.partition("=")
    if name not in FORMATS or not path:
        raise ConfigError(
            f"--also {value}: write it as FORMAT=FILE, with a format out of {', '.join(FORMATS)}"
        )
    return name, Path(path)


def _earlier(names: list[str]) -> Iterator[Earlier]:
    """Earlier JSON reports; raises ``ConfigError`` for a file that is none."""
    import json

    from jdlint.report import Earlier

    for name in names:
        try:
            summary = json.loads(Path(name).read_bytes())["summary"]
            yield Earlier(
                Path(name).stem,
                {key: int(summary[key]) for key in ("pages", "errors", "warnings", "notes")},
            )
        except OSError as error:
            raise ConfigError(f"--trend {name}: cannot be read ({reason_of(error)})") from error
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise ConfigError(
                f"--trend {name}: this is no report that “jdlint check --format json” wrote"
            ) from error


def _texts(request: Request) -> Callable[[str], Source]:
    from jdlint.io.files import decode, read_source

    given = {os.path.realpath(request.root / name): data for name, data in request.given.items()}

    @lru_cache(maxsize=8)
    def source(path: str) -> Source:
        data = given.get(os.path.realpath(path)) if given else None
        if data is None and path.lower().endswith(".gz"):  # no lines to show of what is packed
            return Source(path, "")
        return (
            read_source(Path(path), path, request.root) if data is None else decode(data, path)
        )[0]

    return source


def wants_color(wish: str, options: argparse.Namespace) -> bool:
    """Colours where the terminal has them (``jdlint.cli.terminal``), none in a file."""
    if wish != "auto":
        return wish == "always"
    return not options.output_file and terminal.colours()


def write_text(path: Path, text: str) -> None:
    from jdlint.io.writing import write_atomically

    try:
        write_atomically(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ConfigError(f"{path}: the report cannot be written ({reason_of(error)})") from error
