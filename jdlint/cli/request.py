"""What the command line asks for."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.config import project
from jdlint.core.errors import ConfigError
from jdlint.engine.request import Request

if TYPE_CHECKING:
    import argparse


def request_of(options: argparse.Namespace) -> tuple[Request, Path | None]:
    """What the command line asks for, and the configuration file that holds for it."""
    stdin = Path(options.stdin_filename) if options.stdin_filename else None
    paths, root, config_path = located(options.paths, stdin, options.config)
    name = os.path.relpath(stdin.resolve(), root).replace(os.sep, "/") if stdin else ""
    data = sys.stdin.buffer.read() if stdin else None
    request = Request(root, paths, name, data, options.jobs, external=options.external)
    return replace(request, seconds=options.time_limit), config_path


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
        holder = config_path.resolve().parent
        # a configuration from elsewhere, as of the main branch, counts from the working tree
        held = root.resolve().is_relative_to(holder)
        root = holder if held else project.working_root([*paths, *([stdin] if stdin else [])])
    return paths, root, config_path


def names(values: list[str]) -> list[str]:
    """The names in options that may hold several, separated by commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
