"""``jdlint words``: the project's own words, which no spelling check reports."""

from __future__ import annotations

import argparse
import os

from jdlint.cli import terminal
from jdlint.config import project
from jdlint.config.own_words import add_words, name_in, path_of, read_words, remove_words
from jdlint.core.errors import ConfigError, reason_of


def main(options: argparse.Namespace) -> int:
    """List the project's words, add some or take some out; raises ``ConfigError``."""
    found = project.find(config=options.config)
    root, name = found.root, name_in(found.data)
    if not options.add and not options.remove:
        terminal.say("".join(f"{word}\n" for word in read_words(root, name)))
        return 0
    shown = os.path.relpath(path_of(root, name))
    try:
        changed = (add_words if options.add else remove_words)(
            root, options.add or options.remove, name
        )
    except OSError as error:
        raise ConfigError(f"{shown}: cannot be written ({reason_of(error)})") from error
    done, nothing = (
        ("added to", "has them already") if options.add else ("taken out of", "has none of them")
    )
    terminal.say(f"{done} {shown}: {', '.join(changed)}\n" if changed else f"{shown} {nothing}\n")
    return 0
