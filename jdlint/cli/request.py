"""What the command line asks for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jdlint.api import Session
from jdlint.config import project
from jdlint.core.errors import ConfigError
from jdlint.core.light import TYPE_CHECKING, NamedTuple, replace
from jdlint.engine.planning.request import Request

if TYPE_CHECKING:
    import argparse

_PIPED = "stdin.md"  # what standard input is called where nobody names it


class Asked(NamedTuple):
    """The files and folders that are asked for, and the project that they lie in."""

    paths: tuple[Path, ...]
    project: project.Project


def asked_of(given: list[str], config: str | None, stdin: Path | None = None) -> Asked:
    """What the paths of a command line ask for; where none is given, the working directory.

    Raises ``ConfigError``.
    """
    paths = tuple(Path(path) for path in given)
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise ConfigError(f"{path}: there is no such file or folder")
    if not paths and stdin is None:
        paths = (Path(),)
    return Asked(paths, project.find([*paths, *([stdin] if stdin else [])], config))


def session_of(options: argparse.Namespace) -> tuple[Session, Request]:
    """The session and the request that ``jdlint check`` asks for; raises ``ConfigError``."""
    piped = "-" in options.paths  # a dash is standard input, as other tools have it
    stdin = Path(options.stdin_filename or _PIPED) if options.stdin_filename or piped else None
    named = [path for path in options.paths if path != "-"]
    paths, found = asked_of(named, options.config, stdin)
    session = Session(found, options.select, options.ignore, options.grammar)
    name = os.path.relpath(stdin.resolve(), found.root).replace(os.sep, "/") if stdin else ""
    data = _piped() if stdin else None
    request = Request(found.root, paths, name, data, options.jobs, external=options.external)
    return session, replace(request, seconds=options.time_limit, changed=options.allow_none)


def _piped() -> bytes:
    """What comes through standard input."""
    if sys.stdin is None:  # closed by whoever started this process
        raise ConfigError("there is no standard input: name a file")
    return sys.stdin.buffer.read()
