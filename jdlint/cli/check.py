"""``jdlint check``."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from jdlint import project
from jdlint.cli.output import show
from jdlint.config import ConfigError
from jdlint.diagnostic import RANK
from jdlint.engine import worst
from jdlint.run import Request, run


def main(options: argparse.Namespace) -> int:
    """Check and report; raises ``ConfigError`` and ``RuleError`` for what cannot be run."""
    gc.disable()  # a short run that makes many rows and no cycles
    request, config_path = request_of(options)
    plan = project.plan(request.root, config_path, names(options.select), names(options.ignore), options.grammar)
    report = run(request, plan)
    show(report, options, request, plan)
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
    return Request(root, paths, name, data, options.jobs, external=options.external), config_path


def names(values: list[str]) -> list[str]:
    """The names in options that may hold several, separated by commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
