"""``jdlint``: parse the command line, run a command, answer with an exit code (0 clean, 1 findings,
2 could not run)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jdlint.cli.fast_arguments import options_of
from jdlint.core.errors import ConfigError, RuleError

if TYPE_CHECKING:
    import argparse


def run() -> None:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run one command; errors that a user can mend are one sentence on standard error and exit code
    2."""
    options = options_of([_as_path(argument) for argument in argv])
    if not options.command:
        return 2
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _command(options.command)(options)
    except (ConfigError, RuleError) as error:
        for line in str(error).splitlines():
            print(f"jdlint: {line}", file=sys.stderr)  # noqa: T201 - the face speaks here
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        return 130


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
