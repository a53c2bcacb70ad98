"""Markdown put together block by block from text that is none."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.parse.converted.mapped import Piece

# what Markdown would read as a mark; a letter that is none needs no backslash
_MARKS = re.late(r"[\\`*_\[\]<>]|~~|&(?=#?\w{1,31};)")
# what opens a block where a line starts: a bullet of any kind, a mark
_BULLET = re.late(r"(?:[-*+–—•·●▪◦‣∙]|&bull;)[ \t\u00a0]+")
_OPENS = "#-+=|"
_HEADING = 80  # characters; a bold line that is longer is a paragraph


class Builder:
    """Collects blocks; each is written when the next one begins."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._block: list[Piece] = []
        self._bold = True  # whether all words of the block are
        self._opening = ""
        self._loose = True

    def block(self, opening: str = "", *, tight: bool = False) -> None:
        """A new block begins; ``opening`` is its mark, ``tight``: no blank line before it."""
        self.flush()
        self._opening = opening
        self._loose = self._loose or not tight

    def line(self) -> None:
        """A line ends inside a block; the second of two ends the block."""
        if not self._block:
            self._loose = True
        self.flush()
        self._opening = ""

    @property
    def open(self) -> bool:
        """Whether the block has a letter yet."""
        return bool(self._block)

    @property
    def spaced(self) -> bool:
        """Whether the block ends with a space."""
        return bool(self._block) and self._block[-1].text.endswith(" ")

    def words(self, text: str, at: int, *, bold: bool = False) -> None:
        """Words of the source from an offset on, with marks that Markdown must not read."""
        if not self._block or self._block[-1].text.endswith(" "):
            at += len(text) - len(text.lstrip())
            text = text.lstrip()
        if text and not self._block:
            text, at = self._opened(text, at)
        if text.strip():
            self._bold = self._bold and bold
        self._escaped(text, at)

    def mark(self, text: str, start: int, end: int) -> None:
        """Something that stands for a span of the source."""
        self._block.append(Piece(text, start, end))

    def flush(self) -> None:
        """Write the block that is open."""
        while self._block and not self._block[-1].text.strip():
            self._block.pop()
        if self._block and self._block[-1].text.endswith(" "):
            text, start, _ = self._block[-1]
            self._block[-1] = Piece(text.rstrip(), start, start + len(text.rstrip()))
        if not self._block:
            return
        at = self._block[0].start
        if self.pieces:
            self.pieces.append(Piece("\n\n" if self._loose else "\n", at, at))
        size = sum(len(piece.text) for piece in self._block)
        alone = self._loose and not self._opening
        heading = alone and self._bold and size <= _HEADING
        opening = "### " if heading else self._opening
        self.pieces.append(Piece(opening, at, at))
        self.pieces += self._block
        self._block, self._bold = [], True
        self._opening, self._loose = "", heading

    def _opened(self, text: str, at: int) -> tuple[str, int]:
        """The first words of a line without what opens it: its bullet is read as one."""
        bullet = _BULLET.match(text) if not self._opening.strip() else None
        if bullet:
            self._opening = "* "
            return text[bullet.end() :], at + bullet.end()
        if text[0] in _OPENS:
            self._block.append(Piece("\\", at, at))
            self._block.append(Piece(text[0], at, at + 1))
            return text[1:], at + 1
        return text, at

    def _escaped(self, text: str, at: int) -> None:
        done = 0
        for match in _MARKS.finditer(text):
            start = match.start()
            self._block.append(Piece(text[done:start], at + done, at + start))
            self._block.append(Piece("\\", at + start, at + start))
            done = start
        self._block.append(Piece(text[done:], at + done, at + len(text)))
