"""Commands by the names that other linters give them."""

from __future__ import annotations

import os

# What other linters call it.
MEANT = {
    "lint": "check", "run": "check", "fix": "check --fix", "format": "check --fix",
    "fmt": "check --fix", "diff": "check --diff", "report": "check --format html",
    "version": "--version", "rule": "explain RULE", "server": "lsp", "ls-config": "config",
    "print-config": "config", "sync": "init", "autocorrect": "check --fix",
}  # fmt: skip


def meant(word: str) -> str:
    """What somebody wants who types a word that is no command: another linter's, or a path."""
    known = MEANT.get(word) or (f"check {word}" if os.path.exists(word) else "")
    return f": that is “jdlint {known}”" if known else ""
