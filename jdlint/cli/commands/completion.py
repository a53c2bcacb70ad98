"""``jdlint completion``: completion for a shell, made from the parser itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import shtab

from jdlint.cli.arguments import parser_for
from jdlint.rules import catalogue

_RULES = ("rule", "names", "select", "ignore")  # take names of rules and groups
_FILES = ("paths", "file", "config", "output_file", "stdin_filename", "trend", "baseline", "output")
_FOLDERS = ("folder", "output_dir")


def main(options: argparse.Namespace) -> int:
    """Print what the user's shell reads: ``eval "$(jdlint completion bash)"``."""
    parser = parser_for()
    names = _names()
    for action in _actions(parser):
        if action.dest in _RULES:
            action.choices = names
        elif action.dest in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    sys.stdout.write(shtab.complete(parser, options.shell).rstrip("\n") + "\n")
    return 0


def _names() -> list[str]:
    """The names of all shipped rules and their groups."""
    rules = [rule.name for rule in catalogue.all_rules({}, Path())]
    return sorted({*rules, *(name.partition("/")[0] for name in rules)})


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of its commands."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands: Sequence[argparse.ArgumentParser] = list(action.choices.values())
            for command in commands:
                yield from _actions(command)
        else:
            yield action
