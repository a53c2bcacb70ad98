"""``jdlint check``."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from jdlint import project
from jdlint.config import ConfigError
from jdlint.diagnostic import RANK, Report
from jdlint.engine import worst
from jdlint.run import Request, run
from jdlint.text import Source


def main(options: argparse.Namespace) -> int:
    """Check and report; raises ``ConfigError`` and ``RuleError`` for what cannot be run."""
    gc.disable()  # a short run that makes many rows and no cycles
    request, config_path = request_of(options)
    plan = project.plan(request.root, config_path, names(options.select), names(options.ignore))
    report = run(request, plan)
    text = rendered(report, options, request)
    if options.output_file:
        _write(Path(options.output_file), text)
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
    return 0 if options.exit_zero or worst(report.diagnostics) < RANK[options.fail_on] else 1


def request_of(options: argparse.Namespace) -> tuple[Request, Path | None]:
    """What the command line asks for, and the configuration file that holds for it."""
    paths = tuple(Path(path) for path in options.paths)
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise ConfigError(f"{path}: there is no such file or folder")
    stdin = Path(options.stdin_filename) if options.stdin_filename else None
    if not paths and stdin is None:
        paths = (Path(),)
    root, config_path = project.find_root([*paths, *([stdin] if stdin else [])])
    if options.config:
        config_path = Path(options.config)
        if not config_path.is_file():
            raise ConfigError(f"{config_path}: there is no such configuration file")
        root = config_path.resolve().parent
    name = os.path.relpath(stdin.resolve(), root).replace(os.sep, "/") if stdin else ""
    data = sys.stdin.buffer.read() if stdin else None
    return Request(root, paths, name, data, options.jobs), config_path


def names(values: list[str]) -> list[str]:
    """The names in options that may hold several, separated by commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def rendered(report: Report, options: argparse.Namespace, request: Request) -> str:
    """The report in the format that was asked for."""
    if options.format == "json":
        from jdlint.report.json import render as render_json

        return render_json(report)
    from jdlint.report.text import render

    return render(report, _texts(request), color=wants_color(options.color, options), statistics=options.statistics, quiet=options.quiet)


def _texts(request: Request):  # type: ignore[no-untyped-def]
    from functools import lru_cache

    from jdlint.files import decode, read_source

    @lru_cache(maxsize=8)
    def source(path: str) -> Source:
        absolute = Path(path).resolve()
        if request.stdin is not None and absolute == (request.root / request.stdin_name).resolve():
            return decode(request.stdin, path)[0]
        return read_source(Path(path), path)[0]

    return source


def wants_color(wish: str, options: argparse.Namespace) -> bool:
    """Colours on a terminal only, and never where NO_COLOR is set or the report goes to a file."""
    if wish != "auto":
        return wish == "always"
    if options.output_file or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def _write(path: Path, text: str) -> None:
    from jdlint.files import write_atomically

    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise ConfigError(f"{path}: the report cannot be written ({(error.strerror or str(error)).lower()})") from error
