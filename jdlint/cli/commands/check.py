"""``jdlint check``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.cli.output import show
from jdlint.config import project
from jdlint.config.config import ConfigError
from jdlint.core.diagnostic import RANK
from jdlint.engine.plan import worst
from jdlint.engine.run import Request, run

if TYPE_CHECKING:
    import argparse


def main(options: argparse.Namespace) -> int:
    """Check and report; raises ``ConfigError`` and ``RuleError`` for what cannot be run."""
    gc.disable()  # a short run that makes many rows and no cycles
    if options.watch:
        from jdlint.cli.commands.watch import main as watch

        return watch(options)
    return once(options)


def once(options: argparse.Namespace) -> int:
    """One check, with fixes where they are asked for."""
    request, config_path = request_of(options)
    plan = project.plan(
        request.root, config_path, names(options.select), names(options.ignore), options.grammar
    )
    if options.baseline or plan.config.baseline or options.diff_base is not None or options.staged:
        from jdlint.cli.filters import limited

        request = limited(request, plan, options)
    if options.fix or options.unsafe_fixes or options.diff or options.interactive:
        from jdlint.cli.commands.fix import main as fix

        return fix(request, plan, options)
    report = run(request, plan)
    show(report, options, request, plan)
    return 0 if options.exit_zero or worst(report.diagnostics) < RANK[options.fail_on] else 1


def request_of(options: argparse.Namespace) -> tuple[Request, Path | None]:
    """What the command line asks for, and the configuration file that holds for it."""
    stdin = Path(options.stdin_filename) if options.stdin_filename else None
    paths, root, config_path = located(options.paths, stdin, options.config)
    name = os.path.relpath(stdin.resolve(), root).replace(os.sep, "/") if stdin else ""
    data = sys.stdin.buffer.read() if stdin else None
    return Request(root, paths, name, data, options.jobs, external=options.external), config_path


def located(
    given: list[str], stdin: Path | None, config: str | None
) -> tuple[tuple[Path, ...], Path, Path | None]:
    """The paths to check (where none is given, the working directory), the project's root and its
    configuration file."""
    paths = tuple(Path(path) for path in given)
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise ConfigError(f"{path}: there is no such file or folder")
    if not paths and stdin is None:
        paths = (Path(),)
    root, config_path = project.find_root([*paths, *([stdin] if stdin else [])])
    if config:
        config_path = Path(config)
        if not config_path.is_file():
            raise ConfigError(f"{config_path}: there is no such configuration file")
        root = config_path.resolve().parent
    return paths, root, config_path


def names(values: list[str]) -> list[str]:
    """The names in options that may hold several, separated by commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
