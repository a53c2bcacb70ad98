"""Blank lines in a row."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_RUN = late(r"(?>\r\n|\n|\r)((?:[ \t]*(?>\r\n|\n|\r)){2,})")
_RUN_LF = late(r"\n((?:[ \t]*\n){2,})")  # starts with a literal, so that it is found fast
_MARKS = ("\n\n\n", "\r\n\r\n\r\n", "\r\r\r", " \n", "\t\n", " \r", "\t\r")
_LINE = late(r"[ \t]*(?:\r\n|\n|\r)")


@dataclass(frozen=True)
class BlankLines:
    """Reports all blank lines of a run but the first ``most`` (at the end of the file: all); code
    is left alone.

    Values: ``extra``, how many lines are too many.
    """

    most: int = 1
    marks: ClassVar = _MARKS

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for match in (_RUN if "\r" in text else _RUN_LF).finditer(
            text, max(page.body.start - 1, 0)
        ):
            start, end = match.span(1)
            lines = [Span(*line.span()) for line in _LINE.finditer(text, start, end)]
            kept = 0 if end == len(text) else self.most
            if (
                len(lines) > self.most
                and not page.in_code(lines[0].start)
                and not page.is_hidden(lines[0].start)
            ):
                span = Span(lines[kept].start, end)
                yield Finding(span, {"extra": str(len(lines) - kept)}, (Edit(span, ""),))
