"""White space at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jdlint.diagnostic import Edit, Finding
from jdlint.page import Page
from jdlint.text import Span

_TRAILING = re.compile(r"[ \t]+(?=[\r\n]|\Z)")
_NEXT = re.compile(r"(?:\r\n?|\n)[ \t]*([^\r\n]?)([^\r\n]?)")
_STARTS_BLOCK = frozenset("#>|<`~=")


@dataclass(frozen=True)
class TrailingSpace:
    """Reports white space at the end of a line, unless it is a hard break with text to break.

    Lines in code are left alone, and runs of blank lines (``blank-lines`` reports those).
    """

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for match in _TRAILING.finditer(text, page.body.start):
            span = Span(*match.span())
            if page.in_code(span.start) or page.is_hidden(span.start) or self._meant(text, span):
                continue
            yield Finding(span, {}, (Edit(span, ""),))

    def _meant(self, text: str, span: Span) -> bool:
        line = text[max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1 : span.start]
        following = _NEXT.match(text, span.end)
        if not line.strip():
            return _blank_around(text, span)
        if text[span.start : span.end] != "  " or line.lstrip().startswith(("#", "|")) or following is None:
            return False
        first, second = following.groups()
        if not first or first in _STARTS_BLOCK or first.isdigit():
            return False
        return not (first in "-*+" and second in " \t")


def _blank_around(text: str, span: Span) -> bool:
    """Whether a line of nothing but white space stands beside another blank line."""
    before = text[: span.start].rstrip(" \t")
    after = text[span.end : span.end + 200].lstrip(" \t")
    lines_before = len(before.replace("\r\n", "\n")) - len(before.replace("\r\n", "\n").rstrip("\n\r"))
    return lines_before > 1 or len(re.match(r"(?:\r\n|\r|\n|[ \t])*", after).group().replace("\r", "").strip(" \t")) > 1  # type: ignore[union-attr]
