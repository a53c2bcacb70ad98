"""Files of patterns as in .gitignore: which paths they leave out, the last pattern that matches
deciding.

Source: gitignore(5), “Pattern format”.
"""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import NamedTuple
from jdlint.core.patterns.glob import PathPattern, glob_pattern

_MOST = 1000


class _Line(NamedTuple):
    pattern: PathPattern
    leaves_out: bool


def ignored_by(text: str) -> Callable[[str], bool]:
    """A function that says whether the patterns of a text leave out a path (relative to the folder
    of the text)."""
    lines = [line for row in text.split("\n")[:_MOST] if (line := _line(row.strip()))]

    def ignored(path: str) -> bool:
        found = False
        for line in lines:
            if line.pattern.match(path):
                found = line.leaves_out
        return found

    return ignored


def _line(row: str) -> _Line | None:
    if not row or row.startswith("#"):
        return None
    leaves_out = not row.startswith("!")
    row = row.removeprefix("!").removeprefix("\\")
    anywhere = "/" not in row.rstrip("/")
    pattern = glob_pattern([f"**/{row}" if anywhere else row])
    return _Line(pattern, leaves_out) if pattern else None
