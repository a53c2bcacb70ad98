"""``jdlint check --watch``: a fresh report whenever a page, a rule or the configuration changes."""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from jdlint.cli.commands.check import once
from jdlint.cli.request import asked_of
from jdlint.cli.watching import SECONDS, Stamps, stamps, until_changed
from jdlint.config.config import NAMES
from jdlint.core.errors import ConfigError, RuleError
from jdlint.io import files

_WATCHED = (".yaml", ".yml", ".json", ".toml", ".txt")
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def main(options: argparse.Namespace) -> int:
    """Check again and again until the user stops it; raises ``ConfigError`` for options that do not
    go with it."""
    if (
        options.fix
        or options.unsafe_fixes
        or options.diff
        or options.interactive
        or options.stdin_filename
    ):
        raise ConfigError(
            "--watch only reports: leave out --fix, --diff, --interactive and --stdin-filename"
        )
    gc.enable()  # this one is a long run
    project = asked_of(options.paths, options.config).project
    seen: Stamps = {}
    try:
        while True:
            seen = until_changed(lambda: stamps(_files(project.root, project.path)), seen, SECONDS)
            _report(options)
    except KeyboardInterrupt:
        return 0


def _files(root: Path, config: Path | None) -> Iterator[str]:
    """All that a report may depend on: the Markdown, data and configuration files of the
    project."""
    yield from (str(root / name) for name in (*NAMES, "pyproject.toml", ".jdlint-words.txt"))
    if config:
        yield str(config)
    names = files.walk(
        root, lambda name: files.is_markdown(name) or name.lower().endswith(_WATCHED)
    )
    yield from (str(root / name) for name in names)


def _report(options: argparse.Namespace) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    try:
        once(options)
    except (ConfigError, RuleError) as error:
        for line in str(error).splitlines():
            sys.stderr.write(f"jdlint: {line}\n")
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} watching for changes, Ctrl-C stops\n\n")
    sys.stdout.flush()
