"""Collect the words of a page into prose, piece by piece."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from jdlint.page import HIDDEN, Block, FrontMatter, Link, Prose
from jdlint.parse.mask import MARKS, SHOWN
from jdlint.text import Span

_ADDRESS = re.compile(
    r"(?P<url>\b(?:https?://|www\.)[^\s<>\"\]\x01\x02]+)|(?P<mail>(?<![\w.+@-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_PROSE_FIELDS = ("title", "description")


def offsets(text: str, at: int) -> Callable[[int], int]:
    """A function from byte offsets in ``text`` to code-point offsets, moved on by ``at``."""
    if text.isascii():
        return (lambda offset: offset) if at == 0 else (lambda offset: offset + at)
    ends, extras, extra = [0], [0], 0
    for match in _NON_ASCII.finditer(text):
        size = len(match.group().encode("utf-8", "surrogatepass"))
        ends.append(match.start() + extra + size)
        extra += size - 1
        extras.append(extra)
    return lambda offset: offset - extras[bisect_right(ends, offset) - 1] + at


class Words:
    """A builder of prose: blocks open and close, pieces are added in order."""

    def __init__(self, masked: str, at: int) -> None:
        self.masked, self.at = masked, at
        self.parts: list[str] = []
        self.size = 0
        self.starts: list[int] = []
        self.sources: list[Span] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.block: tuple[str, int, int, int] | None = None
        self.block_start = self.block_piece = self.block_part = 0
        self.labels: list[tuple[int, int, int]] = []
        self.label_text = ""
        self.muted = 0
        self.skip = False
        self.here = Span(0, 0)

    def front_matter(self, meta: FrontMatter, text: str) -> None:
        """Title and description are prose too, where they stand as written on one line."""
        for field in _PROSE_FIELDS:
            words = meta.text(field)
            value = meta.find((field,)) if words else None
            if value is None:
                continue
            written = text[value.span.start : value.span.end]
            inner = value.span.start + (written[:1] in "\"'")
            if text.startswith(words, inner) and inner + len(words) <= value.span.end:
                self.open_block(field, -1, -1, -1)
                self.add(words, Span(inner, inner + len(words)))
                self.close_block()

    def open_block(self, kind: str, section: int, block_list: int, item: int) -> None:
        self.block = (kind, section, block_list, item)
        self.block_start, self.block_piece, self.block_part = self.size, len(self.starts), len(self.parts)

    def current(self) -> str:
        return "".join(self.parts[self.block_part :])

    def words_span(self) -> Span | None:
        """The source span of the open block's words."""
        if self.block is None or len(self.starts) == self.block_piece:
            return None
        return Span(self.sources[self.block_piece].start, self.sources[-1].end)

    def close_block(self) -> int:
        """The index of the block, or -1 where it held no words (its pieces are dropped)."""
        opened, text = self.block, self.current()
        self.block, self.skip = None, False
        if opened is None:
            return -1
        if not text.strip().strip(HIDDEN + " "):
            del self.starts[self.block_piece :], self.sources[self.block_piece :], self.parts[self.block_part :]
            self.size = self.block_start
            return -1
        kind, section, block_list, item = opened
        self.blocks.append(Block(kind, self.block_start, self.size, section, block_list, item))  # type: ignore[arg-type]
        self.parts.append("\n\n")
        self.starts.append(self.size)
        self.sources.append(Span(self.sources[-1].end, self.sources[-1].end))
        self.size += 2
        return len(self.blocks) - 1

    def add(self, text: str, span: Span) -> None:
        if self.muted or self.block is None:
            return
        self.parts.append(text)
        self.starts.append(self.size)
        self.sources.append(span)
        self.size += len(text)
        self.here = span

    def hide(self, span: Span) -> None:
        self.add(HIDDEN, span)

    def text(self, text: str, span: Span) -> None:
        """Words as the parser read them; what an entity stands for is one piece that is not exact."""
        if self.skip:
            return
        exact = span.end - span.start == len(text)
        if exact and ("@" in text or "://" in text or "www." in text):
            self._addresses(text, span)
        elif exact and (SHOWN in text or "\x02" in text):
            self._marks(text, span.start)
        elif exact:
            self.add(text, span)
        else:
            self.add(MARKS.sub(HIDDEN, text), span)

    def _marks(self, text: str, start: int) -> None:
        at = 0
        for match in MARKS.finditer(text):
            if match.start() > at:
                self.add(text[at : match.start()], Span(start + at, start + match.start()))
            if match.group()[0] == SHOWN:
                self.hide(Span(start + match.start(), start + match.end()))
            at = match.end()
        if at < len(text):
            self.add(text[at:], Span(start + at, start + len(text)))

    def _addresses(self, text: str, span: Span) -> None:
        """Bare URLs and mail addresses hold no words; outside a link's label they are links of their own."""
        at = 0
        for match in _ADDRESS.finditer(text):
            written = match.group().rstrip(".,;:!?'*_)" if "(" not in match.group() else ".,;:!?'*_")
            where = Span(span.start + match.start(), span.start + match.start() + len(written))
            self._marks(text[at : match.start()], span.start + at)
            self.hide(where)
            if not self.labels and not self.muted:
                kind = "bare" if match["url"] else "email"
                self.links.append(Link(written, written, kind, where, where, where, False))  # type: ignore[arg-type]
            at = match.start() + len(written)
        self._marks(text[at:], span.start + at)

    def open_label(self) -> None:
        self.labels.append((len(self.parts), len(self.starts), self.size))

    def close_label(self, span: Span) -> Span:
        """The span of the label's source; ``label_text`` keeps its words."""
        part, _, _ = self.labels.pop()
        self.label_text = "".join(self.parts[part:])
        return self._label_span(span)

    def _label_span(self, span: Span) -> Span:
        begin = span.start - self.at
        opened = self.masked.find("[", begin, span.end - self.at)
        if opened < 0 or self.masked[begin : begin + 1] == "<":
            return Span(span.start + 1, span.end - 1) if self.masked[begin : begin + 1] == "<" else span
        depth, index, end = 0, opened, span.end - self.at
        while index < end:
            char = self.masked[index]
            if char == "\\":
                index += 1
            elif char == "[":
                depth += 1
            elif char == "]":
                depth -= 1
                if depth == 0:
                    break
            index += 1
        return Span(opened + 1 + self.at, min(index, end) + self.at)

    def prose(self) -> Prose:
        return Prose("".join(self.parts), self.starts, self.sources)
