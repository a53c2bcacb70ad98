"""The words of raw HTML: what a browser would show of a block, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.core.page import Heading
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.parse.code_tags import CODE

if TYPE_CHECKING:
    from jdlint.parse.lists import Lists
    from jdlint.parse.prose import Words

_LINK = re.late(r"\[([^\[\]]+)\]\([^()\s]+\)")  # is no link in raw HTML
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
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol"))
_LIST_ENDS = frozenset(("/ul", "/ol"))
# what is not read as sentences: code, scripts, controls
_SKIPPED = CODE | frozenset("script style textarea svg iframe button select nav template".split())


class Piece(NamedTuple):
    """Words of the source between two offsets; ``text`` is empty where a tag ends a block, which
    ``tag`` names (with “/” where it closes)."""

    text: str
    start: int
    end: int
    tag: str = ""


def read(
    words: Words, masked: str, span: Span, sections: list[int | Heading], lists: Lists
) -> None:
    """Add the words that a browser shows of raw HTML, its headings and its lists; its links are
    known already."""
    words.labels.append(len(words.parts))  # addresses in it are the labels of its links
    reader = _Reader(words, masked, span, sections, lists)
    for piece in pieces(masked, span.start, span.end):
        reader.take(piece)
    reader.finish()
    words.labels.pop()


class _Reader:
    """Turns the pieces of one stretch of HTML into blocks, headings and lists."""

    __slots__ = (
        "gap", "heading", "items", "kind", "lists", "masked", "sections", "span", "starts", "words",
    )  # fmt: skip

    def __init__(
        self, words: Words, masked: str, span: Span, sections: list[int | Heading], lists: Lists
    ) -> None:
        self.words, self.masked, self.span = words, masked, span
        self.sections, self.lists = sections, lists
        self.kind = "paragraph"
        self.gap: Piece | None = None
        self.heading: Piece | None = None
        self.starts: list[int] = []  # of the lists that are open
        self.items: list[Piece | None] = []  # the open item of each

    def take(self, piece: Piece) -> None:
        words = self.words
        if piece.tag:
            self._tag(piece)
        elif piece.text.isspace():
            self.gap = piece
            return
        else:
            if words.block is None:
                self._open()
            elif self.gap is not None:
                words.add(" ", self.gap.start, self.gap.end)
            words.text(piece.text, piece.start, piece.end)
        self.gap = None

    def finish(self) -> None:
        """The HTML ends, and with it what it did not close."""
        self._close(self.span.end)
        while self.starts:
            self._end_list(self.span.end)

    def _open(self) -> None:
        holder = self.lists.innermost() if self.items and self.items[-1] else None
        section = len(self.sections) - (self.heading is None)
        if holder is None:
            self.words.open_block(self.kind, section, -1, -1)
            return
        kind = "item" if holder.block == -1 and self.kind == "paragraph" else self.kind
        self.words.open_block(kind, section, holder.index, len(holder.items))

    def _close(self, at: int) -> None:
        """The open block ends where a tag starts or ends."""
        heading, self.heading = self.heading, None
        spot, text = self.words.words_span(), self.words.current().strip() if heading else ""
        index = self.words.close_block()
        if heading is not None and index >= 0 and spot is not None:
            text = _LINK.sub(r"\1", text) if "](" in text else text
            row = Heading(int(heading.tag[1]), text, spot, Span(heading.start, at), "", index)
            self.sections.append(row)
        holder = self.lists.innermost() if self.items and self.items[-1] else None
        if holder is not None and holder.block == -1:
            holder.block = index

    def _tag(self, piece: Piece) -> None:
        tag = piece.tag
        closes_heading = self.heading is not None and tag == "/" + self.heading.tag
        self._close(piece.end if closes_heading else piece.start)
        self.kind = "cell" if tag in _CELLS else "paragraph"
        if tag in _HEADINGS and not self.starts:
            self.kind, self.heading = "heading", piece
        elif tag in _LISTS:
            if self.items and self.items[-1] is None and not self.lists.open[-1].items:
                self.starts.append(-1)  # a list that opens a list: its items are those of the outer
            elif self.masked.find("</" + tag, piece.end, self.span.end) >= 0:
                self.lists.start(ordered=tag == "ol")
                self.starts.append(piece.start)
                self.items.append(None)
        elif tag in _LIST_ENDS and self.starts:
            self._end_list(piece.end)
        elif tag in ("li", "/li") and self.starts:
            self._end_item(piece.end if tag == "/li" else piece.start)
            if tag == "li":
                self.items[-1] = piece
                self.lists.open[-1].block = -1

    def _end_item(self, at: int) -> None:
        item = self.items[-1]
        if item is not None:
            self.lists.add_item(item.start, at, item.end)
            self.items[-1] = None

    def _end_list(self, at: int) -> None:
        self._end_item(at)
        start = self.starts.pop()
        if start >= 0:
            self.items.pop()
            after = bool(self.items) and self.items[-1] is None
            self.lists.end(start, at, len(self.sections) - 1, after=after)


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
            yield from _tag(tag, match.start(), match.end(), closes=match["close"] == "/")
        elif match["entity"]:
            yield Piece(unescape(match[0]), match.start(), match.end())
        elif match["gap"]:
            yield Piece(" ", match.start(), match.end())
    if not skipped and at < end:
        yield Piece(text[at:end], at, end)


def _tag(tag: str, start: int, end: int, *, closes: bool) -> Iterator[Piece]:
    if tag == "br":
        yield Piece(" ", start, end)
    elif tag not in _INLINE:
        yield Piece("", start, end, "/" + tag if closes else tag)
