"""What follows ``[label]`` in kramdown: a target in parentheses, the name of a definition, or
nothing."""

from __future__ import annotations

from collections.abc import Set

from jdlint.core.patterns import regex as re

_PAREN = re.late(r"(\()|(\))|\s(?=['\"])")
_ANGLE = re.late(r"\(<([^\n]*?)>")
_INLINE_ID = re.late(r"\s*?\[([^\]]+)?\]")
_TITLE = re.late(r"\s*?([\"'])(.+?)\1\s*?\)")


def target_end(text: str, at: int, label: str, links: Set[str]) -> tuple[int, bool]:
    """Where the target that starts at ``at`` (after the ``]``) ends, and whether it makes the label
    a link; ``links`` are the names that are defined."""
    reference = _INLINE_ID.match(text, at)
    if reference or text[at : at + 1] != "(":
        name = (reference[1] if reference else None) or label
        end = reference.end() if reference else at
        return end, re.sub(r"\s+", " ", name).lower() in links
    if angle := _ANGLE.match(text, at):
        at = angle.end()
        if text[at : at + 1] == ")":
            return at + 1, True
    else:
        at, closed = _closed(text, at)
        if closed:
            return at, True
    title = _TITLE.match(text, at)
    return (title.end() if title else at), title is not None


def _closed(text: str, at: int) -> tuple[int, bool]:
    """Where the parentheses that open at ``at`` are closed; or where a title starts, or the end."""
    depth = 0
    for match in _PAREN.finditer(text, at):
        depth += 1 if match[1] else -1 if match[2] else 0
        if depth == 0 or not (match[1] or match[2]):
            return match.end(), depth == 0
    return len(text), depth == 0
