"""Where the labels of links stand in a page."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

LONGEST_ALT = 500  # characters of an image's text that are kept; images stand in images
_BRACKET = re.late(r"\\.|[\[\]]", re.DOTALL)


class Labels:
    """The labels of one masked text; brackets in brackets are paired once for all of them."""

    __slots__ = ("_partners", "_text")

    def __init__(self, masked: str) -> None:
        self._text = masked
        self._partners: dict[int, int] | None = None

    def of(self, start: int, end: int) -> Span:
        """The span of the label's source inside the link between two offsets."""
        text = self._text
        if text[start] == "<":
            return Span(start + 1, end - 1)
        opened = text.find("[", start, end)
        if opened < 0:
            return Span(start, end)
        inner, closed = text.find("[", opened + 1, end), text.find("]", opened, end)
        if closed >= 0 and not opened < inner < closed and text.find("\\", opened, closed) < 0:
            return Span(opened + 1, closed)
        if self._partners is None:
            self._partners = _partners(text)
        return Span(opened + 1, min(self._partners.get(opened, end), end))


def _partners(text: str) -> dict[int, int]:
    """Where the bracket that closes each opening one stands."""
    found, opened = dict[int, int](), list[int]()
    for match in _BRACKET.finditer(text):
        mark = match.group()
        if mark == "[":
            opened.append(match.start())
        elif mark == "]" and opened:
            found[opened.pop()] = match.start()
    return found
