"""``jdlint``: parse the command line, run a command, answer with an exit code (0 clean, 1 findings,
2 could not run, 3 a mistake of ours, 130 interrupted)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jdlint.cli.boundary import CANNOT, guarded
from jdlint.cli.fast_arguments import options_of

if TYPE_CHECKING:
    import argparse


def run() -> None:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run one command; whatever goes wrong is one sentence on standard error and an exit code."""
    return guarded(lambda: _done(argv))


def _done(argv: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = options_of([_as_path(argument) for argument in argv])
    if not options.command:
        return CANNOT
    code = _command(options.command)(options)
    if sys.stdout is not None:
        sys.stdout.flush()  # here, where a full disk can still be said
    return code


def _as_path(argument: str) -> str:
    """An argument; a page whose name starts with a dash, as a hook passes it, is a file and never
    an option."""
    page = argument.lower().endswith((".md", ".markdown", ".mdx", ".erb"))
    if page and argument.startswith("-") and os.path.lexists(argument):
        return f"./{argument}"
    return argument


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command, imported when it is asked for."""
    from importlib import import_module

    command: Callable[[argparse.Namespace], int] = import_module(f"jdlint.cli.commands.{name}").main
    return command
