"""Collect the words of a page into prose, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.core.page import HIDDEN, Block, FrontMatter, Link, LinkKind, Prose
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.core.tools import bisect_right
from jdlint.parse.labels import Labels
from jdlint.parse.templating import MARKS, SHOWN

_ADDRESS = late(
    r"(?P<url>\b(?:https?://|www\.)[^\s<>\"\]\x01\x02]+)|(?P<mail>(?<![\w.+@-])[\w.+-]{1,64}@[\w-]+"
    r"(?:\.[\w-]+)+)"
)
_SPECIAL = late(r"[@\x01\x02]|://|www\.")
_NON_ASCII = late(r"[^\x00-\x7f]")
_PROSE_FIELDS = ("title", "description")
_MARKED = ("@", "\x01", "\x02", "://", "www.")
_new = tuple.__new__

Offsets = Callable[[int], int]


def offsets(text: str) -> Offsets | None:
    """A function from byte offsets in ``text`` to code-point offsets; None where both are the
    same."""
    if text.isascii():
        return None
    ends, extras, extra = [0], [0], 0
    for match in _NON_ASCII.finditer(text):
        size = len(match.group().encode("utf-8", "surrogatepass"))
        ends.append(match.start() + extra + size)
        extra += size - 1
        extras.append(extra)
    return lambda offset: offset - extras[bisect_right(ends, offset) - 1]


def holds_special(masked: str) -> bool:
    """Whether a page holds templating, a bare URL or a mail address anywhere."""
    return any(mark in masked for mark in _MARKED)


def addresses(text: str) -> Iterator[tuple[LinkKind, int, int]]:
    """The bare URLs and mail addresses in a text: the kind of link, start and end."""
    if "@" not in text and "://" not in text and "www." not in text:
        return
    for match in _ADDRESS.finditer(text):
        whole = match.group()
        written = whole.rstrip(".,;:!?'*_)" if "(" not in whole else ".,;:!?'*_")
        start = match.start()
        yield ("bare" if match["url"] else "email"), start, start + len(written)


class Words:
    """A builder of prose: blocks open and close, pieces are added in order."""

    __slots__ = (
        "_labels",
        "block",
        "blocks",
        "code_at",
        "code_tag",
        "filled",
        "label_text",
        "labels",
        "links",
        "masked",
        "muted",
        "part_at",
        "parts",
        "piece_at",
        "size",
        "size_at",
        "skip",
        "source_ends",
        "source_starts",
        "special",
        "starts",
    )  # fmt: skip

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.special = holds_special(masked)
        self.parts: list[str] = []
        self.size = 0
        self.starts: list[int] = []
        self.source_starts: list[int] = []
        self.source_ends: list[int] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.block: tuple[str, int, int, int] | None = None
        self.filled = False
        self.size_at = self.piece_at = self.part_at = 0
        self.labels: list[int] = []
        self.label_text = ""
        self._labels = Labels(masked)
        self.muted = 0
        self.code_tag = ""  # the HTML tag of code that is open, from ``code_at`` on
        self.code_at = 0
        self.skip = False

    def front_matter(self, meta: FrontMatter, text: str) -> None:
        """Title and description are prose too, where they stand as written on one line."""
        for field in _PROSE_FIELDS:
            words = meta.text(field)
            value = meta.find((field,)) if words else None
            if value is None:
                continue
            inner = value.span.start + (text[value.span.start] in "\"'")
            if text.startswith(words, inner) and inner + len(words) <= value.span.end:
                self.open_block(field, -1, -1, -1)
                self.add(words, inner, inner + len(words))
                self.close_block()

    def open_block(self, kind: str, section: int, block_list: int, item: int) -> None:
        self.block = (kind, section, block_list, item)
        self.size_at, self.piece_at, self.part_at = self.size, len(self.starts), len(self.parts)
        self.filled = False

    def current(self) -> str:
        """The words of the open block so far."""
        return "".join(self.parts[self.part_at :])

    def words_span(self) -> Span | None:
        """The source span of the open block's words."""
        if self.block is None or len(self.starts) == self.piece_at:
            return None
        return Span(self.source_starts[self.piece_at], self.source_ends[-1])

    def close_block(self) -> int:
        """The index of the block, or -1 where it held no words (its pieces are dropped)."""
        opened = self.block
        self.block, self.skip, self.code_tag = None, False, ""
        if opened is None:
            return -1
        at = self.piece_at
        if not self.filled:
            self._drop()
            return -1
        kind, section, block_list, item = opened
        end = self.source_ends[-1]
        row = (
            kind,
            self.size_at,
            self.size,
            section,
            block_list,
            item,
            self.source_starts[at],
            end,
        )
        self.blocks.append(_new(Block, row))
        self.parts.append("\n\n")
        self.starts.append(self.size)
        self.source_starts.append(end)
        self.source_ends.append(end)
        self.size += 2
        return len(self.blocks) - 1

    def _drop(self) -> None:
        """Forget the pieces since the block was opened."""
        at = self.piece_at
        del self.starts[at:], self.source_starts[at:], self.source_ends[at:]
        del self.parts[self.part_at :]
        self.size = self.size_at

    def is_special(self, text: str) -> bool:
        """Whether a text holds templating, a bare URL or a mail address."""
        return self.special and _SPECIAL.search(text) is not None

    def add_block(
        self, kind: str, text: str, start: int, end: int, section: int, block_list: int, item: int
    ) -> int:
        """A block of one text: what ``open_block``, ``add`` and ``close_block`` would make of
        it."""
        size, stop = self.size, self.size + len(text)
        self.blocks.append(_new(Block, (kind, size, stop, section, block_list, item, start, end)))
        self.parts += (text, "\n\n")
        self.starts += (size, stop)
        self.source_starts += (start, end)
        self.source_ends += (end, end)
        self.size = stop + 2
        return len(self.blocks) - 1

    def add(self, text: str, start: int, end: int) -> None:
        """Words that stand for the source between two offsets."""
        if self.muted or self.code_tag or self.block is None:
            return
        self.parts.append(text)
        self.starts.append(self.size)
        self.source_starts.append(start)
        self.source_ends.append(end)
        self.size += len(text)
        if not self.filled and text != HIDDEN and not text.isspace():
            self.filled = True

    def text(self, text: str, start: int, end: int) -> None:
        """Words as the parser read them; what an entity stands for is one piece that is not
        exact."""
        if self.skip:
            return
        if not self.special or _SPECIAL.search(text) is None:
            self.add(text, start, end)
        elif end - start != len(text):
            self.add(MARKS.sub(HIDDEN, text), start, end)
        elif "@" in text or "://" in text or "www." in text:
            self._addresses(text, start)
        else:
            self._marks(text, start)

    def _marks(self, text: str, start: int) -> None:
        at = 0
        for match in MARKS.finditer(text):
            if match.start() > at:
                self.add(text[at : match.start()], start + at, start + match.start())
            if match.group()[0] == SHOWN:
                self.add(HIDDEN, start + match.start(), start + match.end())
            at = match.end()
        if at < len(text):
            self.add(text[at:], start + at, start + len(text))

    def _addresses(self, text: str, start: int) -> None:
        """Bare URLs and mail addresses hold no words; outside a link's label they are links of
        their own."""
        at = 0
        for kind, first, last in addresses(text):
            written, where = text[first:last], Span(start + first, start + last)
            self._marks(text[at:first], start + at)
            self.add(HIDDEN, *where)
            if not (self.labels or self.muted or self.code_tag):
                self.links.append(Link(written, written, kind, where, where, where, False))
            at = last
        self._marks(text[at:], start + at)

    def open_label(self) -> None:
        self.labels.append(len(self.parts))

    def close_label(self, start: int, end: int) -> Span:
        """The span of the label's source inside a link; ``label_text`` keeps its words."""
        self.label_text = "".join(self.parts[self.labels.pop() :])
        return self._labels.of(start, end)

    def prose(self) -> Prose:
        return Prose("".join(self.parts), self.starts, self.source_starts, self.source_ends)
