"""A text made from another one, and where each part of it comes from."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.text import Span
from jdlint.core.tools import bisect_right


class Piece(NamedTuple):
    """A part of a text and the span of the source that it stands for (empty: it was put in)."""

    text: str
    start: int
    end: int


class Mapped:
    """A text and its source; a piece of the source's length comes from there letter by letter."""

    __slots__ = ("_pieces", "_starts", "form", "source", "text")

    def __init__(self, source: str, pieces: list[Piece], form: str) -> None:
        self.source, self.form = source, form
        self._pieces = [piece for piece in pieces if piece.text]
        self._starts: list[int] = []
        at = 0
        for piece in self._pieces:
            self._starts.append(at)
            at += len(piece.text)
        self.text = "".join(piece.text for piece in self._pieces)

    @classmethod
    def same(cls, text: str, form: str = "markdown") -> Mapped:
        """A text that is its own source."""
        return cls(text, [Piece(text, 0, len(text))], form)

    def span(self, start: int, end: int) -> Span:
        """The span of the source that ``text[start:end]`` comes from."""
        if not self._pieces:
            return Span(0, 0)
        begin = self._at(start, last=False)
        return (
            Span(begin, max(self._at(end - 1, last=True), begin))
            if end > start
            else Span(begin, begin)
        )

    def exact(self, start: int, end: int) -> Span | None:
        """The same where the source has these very letters, else None."""
        span = self.span(start, end)
        if start == end:
            before = self.span(max(start - 1, 0), start)
            near = self.text[max(start - 1, 0) : start]
            return span if self.source[before.start : before.end] == near else None
        same = self.source[span.start : span.end] == self.text[start:end]
        return span if same else None

    def through(self, inner: Mapped) -> Mapped:
        """The same text with the source of ``inner``, whose text is our source."""
        pieces = []
        for piece in self._pieces:
            if len(piece.text) == piece.end - piece.start:
                for offset, letter in enumerate(piece.text, piece.start):
                    pieces.append(Piece(letter, *inner.span(offset, offset + 1)))
            else:
                pieces.append(Piece(piece.text, *inner.span(piece.start, piece.end)))
        return Mapped(inner.source, pieces, self.form)

    def _at(self, offset: int, *, last: bool) -> int:
        """Where the letter at an offset starts in the source, or (``last``) ends."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self._pieces[index]
        if len(piece.text) == piece.end - piece.start:
            return min(piece.start + offset - self._starts[index] + last, piece.end)
        return piece.end if last else piece.start
