"""HTML as Markdown: what a reader sees of it, each letter with its place in the HTML."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from jdlint.core.patterns import regex as re
from jdlint.parse.converted.builder import Builder
from jdlint.parse.converted.mapped import Mapped

_BLOCKS = frozenset(
    "p div section article header footer main aside table tr td th thead tbody ul ol dl dt dd "
    "blockquote pre address figure form center hr".split()
)
_BOLD = frozenset(("b", "strong"))
_HIDDEN = frozenset("script style template head title noscript svg select textarea".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.late(r"[ \t\r\n\f]+")
_REFERENCE = re.late(r"&#?\w{1,40};?")
_DEEPEST = 4  # levels of lists that are told apart


def html_to_markdown(text: str) -> Mapped:
    """The words of some HTML as Markdown."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    reader.out.flush()
    return Mapped(text, reader.out.pieces, "html")


class _Reader(HTMLParser):
    """Follows the tags; what is open counts, closed or not."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out = Builder()
        self._text, self._lists, self._bold, self._hidden = text, list[str](), 0, ""
        self._starts = [0]
        for match in re.finditer("\n", text):
            self._starts.append(match.end())

    def error(self, message: str) -> None:
        """What Python before 3.10 asked of a parser."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._at()
        if self._hidden:
            return
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag == "br":
            self.out.line()
        elif tag in _HEADINGS:
            self.out.block("#" * int(tag[1]) + " ")
        elif tag == "li":
            kind = self._lists[-1] if self._lists else "ul"
            indent = "   " * min(max(len(self._lists) - 1, 0), _DEEPEST)
            self.out.block(f"{indent}{'1. ' if kind == 'ol' else '* '}", tight=True)
        elif tag in _BLOCKS:
            self._block(tag, at)
        elif tag in _BOLD:
            self._bold += 1

    def _block(self, tag: str, at: int) -> None:
        nested = bool(self._lists)
        if tag in ("ul", "ol"):
            self._lists.append(tag)
        if nested and tag not in ("ul", "ol"):  # a paragraph of an item
            self._space(at, at)
        else:
            self.out.block(tight=nested)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden = "" if tag == self._hidden else self._hidden
        elif tag in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
            self.out.block(tight=bool(self._lists))
        elif tag in _HEADINGS or (tag in _BLOCKS and not self._lists):
            self.out.block()
        elif tag in _BOLD:
            self._bold = max(self._bold - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        at, done = self._at(), 0
        for match in _SPACE.finditer(data):
            if match[0] == " ":
                continue
            self.out.words(data[done : match.start()], at + done, bold=self._bold > 0)
            self._space(at + match.start(), at + match.end())
            done = match.end()
        if done < len(data):
            self.out.words(data[done:], at + done, bold=self._bold > 0)

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        at = self._at()
        match = _REFERENCE.match(self._text, at)
        if match is None or self._hidden:
            return
        letter = unescape(match[0])
        if letter.isspace():
            self._space(at, match.end())
        elif letter in "\\`*_[]<>&" and letter:
            self.out.mark("\\" + letter, at, match.end())
        else:
            self.out.mark(letter, at, match.end())

    def _space(self, start: int, end: int) -> None:
        if self.out.open and not self.out.spaced:
            self.out.mark(" ", start, end)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
