"""Plain text as Markdown: its marks are letters, its bullets lists."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.parse.converted.builder import Builder
from jdlint.parse.converted.mapped import Mapped

_LINE = re.late(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def plain_to_markdown(text: str) -> Mapped:
    """The lines of a plain text as Markdown."""
    out = Builder()
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        if line:
            out.line()
            out.words(line, match.start())
        else:
            out.block()
    out.flush()
    return Mapped(text, out.pieces, "plain")
