"""The words of raw HTML: what a browser would show of a block, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.core.patterns import regex as re

if TYPE_CHECKING:
    from jdlint.core.text import Span
    from jdlint.parse.prose import Words

_PART = re.late(
    r"<!--.*?-->|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]{0,30})(?:\s[^<>]{0,2000})?/?>"
    r"|(?P<entity>&(?:#\w{1,8}|\w{2,20});)|(?P<gap>\s*\n\s*)",
    re.DOTALL,
)
# tags that stand inside a line of words; any other ends it
_INLINE = frozenset(
    "a abbr b big br cite em i ins mark small span strong sub sup u wbr font".split()
)
_CELLS = frozenset(("td", "th"))
# what is not read as sentences: code, scripts, controls
_SKIPPED = frozenset("script style pre code textarea svg iframe button select nav template".split())


class Piece(NamedTuple):
    """Words of the source between two offsets; ``text`` is empty where a block ends, and ``kind``
    is that of the block that follows."""

    text: str
    start: int
    end: int
    kind: str = ""


def read(words: Words, masked: str, span: Span, section: int) -> None:
    """Add the words that a browser shows of raw HTML; its links are known already."""
    kind, gap = "paragraph", None
    words.labels.append(len(words.parts))  # addresses in it are the labels of its links
    for piece in pieces(masked, span.start, span.end):
        if not piece.text:
            words.close_block()
            kind = piece.kind
        elif piece.text.isspace():
            gap = piece
            continue
        else:
            if words.block is None:
                words.open_block(kind, section, -1, -1)
            elif gap is not None:
                words.add(" ", gap.start, gap.end)
            words.text(piece.text, piece.start, piece.end)
        gap = None
    words.labels.pop()
    words.close_block()


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """What the HTML between two offsets says."""
    at, skipped = start, ""
    for match in _PART.finditer(text, start, end):
        if not skipped and match.start() > at:
            yield Piece(text[at : match.start()], at, match.start())
        at = match.end()
        tag = (match["tag"] or "").lower()
        if skipped:
            skipped = "" if match["close"] and tag == skipped else skipped
        elif tag in _SKIPPED and not match["close"]:
            skipped = tag
            yield Piece("\ufffc", match.start(), match.end())
        elif tag:
            yield from _tag(tag, match.start(), match.end())
        elif match["entity"]:
            yield Piece(unescape(match[0]), match.start(), match.end())
        elif match["gap"]:
            yield Piece(" ", match.start(), match.end())
    if not skipped and at < end:
        yield Piece(text[at:end], at, end)


def _tag(tag: str, start: int, end: int) -> Iterator[Piece]:
    if tag == "br":
        yield Piece(" ", start, end)
    elif tag not in _INLINE:
        heading = len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
        kind = "cell" if tag in _CELLS else "heading" if heading else "paragraph"
        yield Piece("", start, end, kind)
