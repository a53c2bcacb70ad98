"""Text in cells of a terminal: how wide it is, where it is cut, where it goes on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from jdlint.core.printable import printable

_HIDING = str.maketrans({"\t": "→", "\u00a0": "⍽", "\u200b": "·", "\ufeff": "·"})


def visible(text: str) -> str:
    """Tabs as one arrow, other white space that hides as a mark."""
    return printable(text.translate(_HIDING))


def columns(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def head(text: str, width: int) -> str:
    """As much of a text's start as fits."""
    if len(text) * 2 <= width:
        return text
    room = width
    for at, char in enumerate(text):
        room -= _cells(char)
        if room < 0:
            return text[:at]
    return text


def tail(text: str, width: int) -> str:
    """As much of a text's end as fits."""
    turned = head(text[::-1], width)
    return text[len(text) - len(turned) :]


def wrapped(text: str, width: int, first: int, indent: int) -> Iterator[str]:
    """The lines of a text, at most ``width`` cells each (0: one line); ``first`` cells of the first
    line are taken, the others start after ``indent`` spaces."""
    line, room = "", width - first if width else 1 << 30
    pad, whole = " " * indent, max(width - indent, 1)
    for word in text.split(" "):
        gap = " " if line else ""
        if columns(gap + word) <= room:
            line, room = line + gap + word, room - columns(gap + word)
            continue
        if line.strip() or room < whole:
            yield line
            line, room = pad, whole
        while columns(word) > room:
            part = head(word, room) or word[0]
            yield line + part
            word, line, room = word[len(part) :], pad, whole
        line, room = line + word, room - columns(word)
    yield line
