"""Text in cells of a terminal: how wide it is, where it is cut, where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.patterns.regex import late
from jdlint.core.printable import printable
from jdlint.core.tools import lru_cache

_HIDING = str.maketrans({"\t": "→", "\u00a0": "⍽", "\u200b": "·", "\ufeff": "·"})


def visible(text: str) -> str:
    """Tabs as one arrow, other white space that hides as a mark."""
    return text if text.isprintable() else printable(text.translate(_HIDING))


# none of these takes two cells or none: a text of them has as many cells as characters
_WIDE = late("[^\x00-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2193\u2502]")


def columns(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii() or not _WIDE.search(text):
        return len(text)
    return sum(map(_cells, text))


@lru_cache(maxsize=1024)
def _cells(char: str) -> int:
    import unicodedata  # most texts need none of it

    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def head(text: str, width: int) -> str:
    """As much of a text's start as fits."""
    if len(text) * 2 <= width:
        return text
    if not _WIDE.search(text):
        return text[: max(width, 0)]
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
    if not width or columns(text) <= width - first:
        yield text.lstrip(" ")
        return
    line, room = "", width - first
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
