"""Offsets inside, lines and columns at the edges.

An offset counts code points from the start of a text, a span is half-open, lines and columns are
1-based. A line ends at ``\\r\\n``, ``\\r`` or ``\\n`` and nowhere else (``str.splitlines`` also
splits at U+2028 and friends).
"""

from __future__ import annotations

from itertools import accumulate

from jdlint.core.light import NamedTuple
from jdlint.core.patterns.regex import late
from jdlint.core.tools import bisect_right, cached_property

_LINE_END = late(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code-point offsets."""

    start: int
    end: int


class Position(NamedTuple):
    """A 1-based line and a 1-based column in code points."""

    line: int
    column: int


class Lines:
    """The offsets at which the lines of a text start: enough to place an offset once the text is
    gone."""

    __slots__ = ("starts",)

    def __init__(self, starts: list[int]) -> None:
        self.starts = starts

    @classmethod
    def of(cls, text: str) -> Lines:
        if "\r" in text:
            return cls([0, *(match.end() for match in _LINE_END.finditer(text))])
        return cls([0, *accumulate([len(line) + 1 for line in text.split("\n")[:-1]])])

    def position(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def start(self, line: int) -> int:
        """The offset at which a 1-based line starts."""
        return self.starts[line - 1]


class Source:
    """One text and the path it came from; the path has forward slashes and is relative to the
    project's root."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def lines(self) -> Lines:
        return Lines.of(self.text)

    def position(self, offset: int) -> Position:
        return self.lines.position(offset)

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line end."""
        starts = self.lines.starts
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def utf16_column(self, offset: int) -> int:
        """The 0-based column of an offset in UTF-16 units, as editors count."""
        start = self.lines.start(self.position(offset).line)
        return len(self.text[start:offset].encode("utf-16-le", "surrogatepass")) // 2


def lower(text: str) -> str:
    """``text`` in lower case with its length kept (the few letters whose lower case is longer stay
    as they are)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
