"""Scanning that stays linear on any text: marks that are never closed are not looked for again and
again."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.patterns import regex as re
from jdlint.core.tools import bisect_left

_TABLE_RULE = re.late(r"^[ ]*[|:-][ -]*[|:][|: -]*$")
_CELL_END = re.late(r"(?<!\\)\||\n")
_FENCE = re.late(r"^([ \t]*)(`{3,}|~{3,})([^\n]*)$")


def closed_sub(
    pattern: re.Pattern[str], close: str, with_: str | Callable[[re.Match[str]], str], text: str
) -> str:
    """``pattern.sub``, for a pattern that ends with the literal ``close``: only up to its last
    occurrence."""
    end = text.rfind(close)
    if end < 0:
        return text
    end += len(close)
    return pattern.sub(with_, text[:end]) + text[end:]


def cells(block: str) -> list[str]:
    """The cells of a table, each of which is read by itself (a code span that one of them opens
    does not go on in the next); else the whole block."""
    lines = block.strip("\n").split("\n")
    ruled = len(lines) > 1 and _TABLE_RULE.match(lines[1])
    if ruled or (len(lines) > 1 and all("|" in line for line in lines)):
        return _CELL_END.split(block)
    return [block]


def without_fences(text: str, *, indented: bool = True, exact: bool = False) -> str:
    """``text`` without its fenced code blocks; a fence that is never closed is text.

    ``indented`` allows white space before a fence, ``exact`` wants the same fence again (and not a
    longer one).
    """
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    closers = _closers(lines, indented)
    kept: list[str] = []
    at = 0
    while at < len(lines):
        match = _FENCE.match(lines[at])
        end = -1
        if match and (indented or not match[1]) and not (match[2][0] == "`" and "`" in match[3]):
            end = _end(closers, at, match[2], exact)
        if end < 0:
            kept.append(lines[at])
            at += 1
        else:
            kept.append("")
            at = end + 1
    return "\n".join(kept)


def _closers(lines: list[str], indented: bool) -> dict[str, list[int]]:
    """The lines that are only a fence, by the fence."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        bare = line.strip(" \t\r")
        if (
            len(bare) >= 3
            and (bare == "`" * len(bare) or bare == "~" * len(bare))
            and (indented or line[0] == bare[0])
        ):
            found.setdefault(bare, []).append(index)
    return found


def _end(closers: dict[str, list[int]], at: int, fence: str, exact: bool) -> int:
    """The first line below ``at`` that closes the fence, or -1."""
    best = -1
    for bare in (
        [fence]
        if exact
        else [bare for bare in closers if bare[0] == fence[0] and len(bare) >= len(fence)]
    ):
        lines = closers.get(bare, [])
        index = bisect_left(lines, at + 1)
        if index < len(lines) and (best < 0 or lines[index] < best):
            best = lines[index]
    return best
