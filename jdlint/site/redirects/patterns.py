"""Patterns that a repository brings: RE2, so that none can take more than linear time.

Where google-re2 has no wheel (musl), only patterns that are plain text are understood; others match
nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.patterns import regex as re

Match = Callable[[str], "tuple[str, ...] | None"]
_PLAIN = re.late(r"\^?[\w/ .-]*\$?")
_START = re.late(r"\^[\w/-]+")
_MAX_PATTERN = 1000


def compiled(pattern: str) -> Match | None:
    """A function that searches a text and gives the groups (the whole match first); ``None`` for a
    bad pattern."""
    if len(pattern) > _MAX_PATTERN:
        return None
    if _START.fullmatch(pattern):
        start = pattern[1:]
        return lambda text: (start,) if text.startswith(start) else None
    try:
        import re2
    except ImportError:
        return _plain(pattern)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    try:
        program = re2.compile(pattern, options)  # type: ignore[no-untyped-call]
    except re2.error:
        return None

    def search(text: str) -> tuple[str, ...] | None:
        match = program.search(text)
        return None if match is None else (match[0], *(group or "" for group in match.groups()))

    return search


def _plain(pattern: str) -> Match | None:
    """A pattern of letters, ``/`` and anchors, matched by Python."""
    if not _PLAIN.fullmatch(pattern):
        return None
    program = re.compile(pattern)

    def search(text: str) -> tuple[str, ...] | None:
        match = program.search(text)
        return (match[0],) if match else None

    return search
