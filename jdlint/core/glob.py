"""Path patterns as in .gitignore."""

from __future__ import annotations

import re
from collections.abc import Sequence


def glob_pattern(patterns: Sequence[str]) -> re.Pattern[str] | None:
    """One regular expression for path patterns as in .gitignore: ``**`` any folders, ``*`` within a
    name, ``{a,b}``.

    A pattern without a slash matches in every folder, one that ends in ``/`` all below it, one that
    names a folder too.
    """
    parts = [_glob(pattern) for pattern in patterns if pattern.strip()]
    return re.compile(f"(?:{'|'.join(parts)})\\Z") if parts else None


def _glob(pattern: str) -> str:
    pattern = pattern.removeprefix("./")
    if pattern.endswith("/"):
        pattern += "**"
    anywhere = "/" not in pattern
    pattern = pattern.removeprefix("/")
    out, at, braces = [], 0, 0
    while at < len(pattern):
        char = pattern[at]
        if pattern.startswith("**/", at):
            out.append("(?:[^/]+/)*")
            at += 3
            continue
        if pattern.startswith("**", at):
            out.append(".*")
            at += 2
            continue
        if char == "{" and "}" in pattern[at:]:
            braces += 1
            out.append("(?:")
        elif char == "}" and braces:
            braces -= 1
            out.append(")")
        elif char == "," and braces:
            out.append("|")
        else:
            out.append({"*": "[^/]*", "?": "[^/]"}.get(char, re.escape(char)))
        at += 1
    return (
        ("(?:.*/)?" if anywhere else "")
        + "".join(out)
        + ("" if "*" in pattern[-2:] else "(?:/.*)?")
    )
