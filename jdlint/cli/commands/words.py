"""``jdlint words``: the project's own words, which no spelling check reports."""

from __future__ import annotations

import argparse
import os
import sys

from jdlint.config import project
from jdlint.config.own_words import add_words, path_of, read_words
from jdlint.core.errors import ConfigError, reason_of


def main(options: argparse.Namespace) -> int:
    """List the project's words, or add some; raises ``ConfigError``."""
    found = project.find(config=options.config)
    root, grammar = found.root, found.data.get("grammar")
    name = str(grammar.get("words", "")) if isinstance(grammar, dict) else ""
    if not options.add:
        sys.stdout.write("".join(f"{word}\n" for word in read_words(root, name)))
        return 0
    shown = os.path.relpath(path_of(root, name))
    try:
        fresh = add_words(root, options.add, name)
    except OSError as error:
        raise ConfigError(f"{shown}: cannot be written ({reason_of(error)})") from error
    sys.stdout.write(
        f"added to {shown}: {', '.join(fresh)}\n" if fresh else f"{shown} has them already\n"
    )
    return 0
