"""Headings and raw HTML of a CommonMark page, from the Markdown parser's events."""

from __future__ import annotations

from jdlint.core.light import Any, NamedTuple, dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache

_OUTSIDE = frozenset(("Html", "InlineHtml", "FootnoteReference"))


class Piece(NamedTuple):
    """Words or code of a heading; ``inside`` is the number of the bold words, the link, the image
    that they stand in, 0 for none."""

    text: str
    code: bool
    inside: int


class Text:
    """A heading in the views that the families slug: ``raw`` is its source (the last line),
    ``shown`` its words and code, ``alts`` the same with the alternative texts of images; ``words``
    are the words alone, code as U+E002. ``plain`` are words, code and alternative texts as Hugo
    takes them since 0.144: of bold words or a link only what stands first in them, of an address in
    angle brackets nothing. ``notes`` counts the references to footnotes above, ``marks`` are those
    in the heading: how many pieces of ``shown`` stand before, and the note's name. ``closed``:
    hashes stand after the words too."""

    __slots__ = (
        "alts", "closed", "id", "level", "marks", "notes", "plain", "raw", "shown", "words",
    )  # fmt: skip

    def __init__(self, level: int, raw: str, own: str | None, notes: int, *, closed: bool) -> None:
        self.level, self.raw, self.id, self.notes, self.closed = level, raw, own, notes, closed
        self.shown: list[str] = []
        self.alts: list[str] = []
        self.words: list[str] = []
        self.plain: list[Piece] = []
        self.marks: list[tuple[int, str]] = []


@dataclass(slots=True)
class Outline:
    headings: list[Text] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@lru_cache(maxsize=2)  # two families may ask for one page in turn
def outline(
    text: str, *, attributes: bool = False, smart: bool = False, notes: bool = True
) -> Outline:
    """The headings of a page and its raw HTML; ``attributes`` reads ``{#id}`` at the end of a
    heading, ``notes`` takes ``[^1]`` for a footnote."""
    import pyromark

    option = pyromark.Options
    options = option.ENABLE_TABLES | option.ENABLE_STRIKETHROUGH | option.ENABLE_TASKLISTS
    if notes:
        options |= option.ENABLE_FOOTNOTES
    if attributes:
        options |= option.ENABLE_HEADING_ATTRIBUTES
    if smart:
        options |= option.ENABLE_SMART_PUNCTUATION
    reader = _Reader(text.encode("utf-8", "replace"))
    for event, span in pyromark.events_with_range(text, options=options):
        # most of a page are words, breaks and paragraphs outside headings
        if reader.heading is not None or (event.__class__ is dict and _counts(event)):
            reader.take(event, span)
    return reader.outline


def _counts(event: dict[str, Any]) -> bool:
    """Whether an event outside headings has a say: a heading begins, HTML, a mark of a note."""
    for kind, value in event.items():
        if kind == "Start":
            return value.__class__ is dict and "Heading" in value
        return kind in _OUTSIDE
    return False


class _First:
    """Which words of a heading its plain text has: of an inline element only its first child, as
    Hugo walks the tree."""

    __slots__ = ("open", "pieces", "seen")

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.seen = 0
        self.open: list[tuple[int, str]] = []  # number; empty, text (may go on) or closed

    def add(self, text: str, *, code: bool) -> None:
        if not self.open:
            self.pieces.append(Piece(text, code, 0))
            return
        number, state = self.open[-1]
        if state == "closed" or (code and state == "text"):
            self.child()
            return
        self.pieces.append(Piece(text, code, number))
        self.open[-1] = (number, "closed" if code or text == "\n" else "text")

    def child(self) -> bool:
        """Another child begins; whether it is the first."""
        if not self.open:
            return True
        number, state = self.open[-1]
        self.open[-1] = (number, "closed")
        return state == "empty"

    def enter(self, *, shows: bool = True) -> None:
        first = self.child()
        self.seen += 1
        self.open.append((self.seen, "empty" if first and shows else "closed"))

    def leave(self) -> None:
        if self.open:
            self.open.pop()


_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Image"))


class _Reader:
    __slots__ = ("data", "first", "heading", "images", "outline")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.heading: Text | None = None
        self.first = _First([])
        self.images = 0
        self.outline = Outline()

    def take(self, event: Any, span: Any) -> None:
        if isinstance(event, str):
            if event in ("SoftBreak", "HardBreak") and self.heading is not None:
                self._add("\n")
            return
        kind, value = next(iter(event.items()))
        if kind == "Start":
            name, data = (value, None) if isinstance(value, str) else next(iter(value.items()))
            self._start(name, data, span)
        elif kind == "End":
            self._end(value if isinstance(value, str) else next(iter(value)))
        elif kind in ("Html", "InlineHtml"):
            self.first.child()
            self.outline.html.append(value)
        elif kind == "FootnoteReference":
            self.first.child()
            self.outline.notes.append(value)
            if self.heading is not None:
                self.heading.marks.append((len(self.heading.shown), value))
        elif self.heading is not None and kind in ("Text", "Code"):
            self._add(value, "\ue002" if kind == "Code" else value)

    def _add(self, value: str, words: str = "") -> None:
        assert self.heading is not None
        self.heading.alts.append(value)
        self.first.add(value, code=bool(words) and words != value)
        if not self.images:
            self.heading.shown.append(value)
            self.heading.words.append(words or value)

    def _start(self, name: str, data: Any, span: Any) -> None:
        if name == "Heading":
            source = self.data[span["start"] : span["end"]].decode("utf-8", "replace")
            notes, closed = len(self.outline.notes), source.rstrip().endswith("#")
            level, raw = int(data["level"][1]), _last_line(source)
            self.heading = Text(level, raw, data["id"], notes, closed=closed)
            self.first = _First(self.heading.plain)
        elif name in _INLINE:
            self.images += name == "Image"
            self.first.enter(shows=not data or data["link_type"] not in ("Autolink", "Email"))

    def _end(self, name: str) -> None:
        if name == "Heading" and self.heading is not None:
            self.outline.headings.append(self.heading)
            self.heading = None
        elif name in _INLINE:
            self.images -= name == "Image"
            self.first.leave()


_ATX = re.late(r"^#{1,6}(?:[ \t]+|$)")
_CLOSING = re.late(r"(?:^|[ \t]+)#+[ \t]*$")


def _last_line(source: str) -> str:
    """The text of a heading as written, without its marks; the last line of one that is
    underlined."""
    lines = source.strip().split("\n")
    if _ATX.match(lines[0]):
        return _CLOSING.sub("", _ATX.sub("", lines[0])).strip()
    return lines[-2].strip().lstrip("> \t") if len(lines) > 1 else lines[0].strip()
