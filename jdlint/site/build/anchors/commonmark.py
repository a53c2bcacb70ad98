"""Headings and raw HTML of a CommonMark page, from the Markdown parser's events."""

from __future__ import annotations

from functools import lru_cache

from jdlint.core import regex as re
from jdlint.core.light import Any, dataclass, field


@dataclass(slots=True)
class Text:
    """A heading in the views that the families slug: ``raw`` is its source (the last line),
    ``shown`` its words and code, ``alts`` the same with the alternative texts of images; ``words``
    are the words alone, code as U+E002. ``plain`` are words, code and alternative texts as a parser
    takes them that knows no definitions yet: an address in angle brackets shows nothing, the name
    of a definition counts; the second of each pair says whether it is code."""

    level: int
    raw: str = ""
    id: str | None = None
    shown: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    plain: list[tuple[str, bool]] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    headings: list[Text] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@lru_cache(maxsize=2)  # two families may ask for one page in turn
def outline(text: str, *, attributes: bool = False, smart: bool = False) -> Outline:
    """The headings of a page and its raw HTML; ``attributes`` reads ``{#id}`` at the end of a
    heading."""
    import pyromark

    option = pyromark.Options
    options = (
        option.ENABLE_TABLES
        | option.ENABLE_FOOTNOTES
        | option.ENABLE_STRIKETHROUGH
        | option.ENABLE_TASKLISTS
    )
    if attributes:
        options |= option.ENABLE_HEADING_ATTRIBUTES
    if smart:
        options |= option.ENABLE_SMART_PUNCTUATION
    reader = _Reader(text.encode("utf-8", "replace"))
    for event, span in pyromark.events_with_range(text, options=options):
        # most of a page are words and breaks outside headings
        if reader.heading is not None or (event.__class__ is dict and "Text" not in event):
            reader.take(event, span)
    return reader.outline


class _Reader:
    __slots__ = ("autolink", "data", "heading", "images", "outline", "references")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.heading: Text | None = None
        self.images = 0
        self.autolink = False
        self.references: list[str] = []
        self.outline = Outline()

    def take(self, event: Any, span: Any) -> None:
        if isinstance(event, str):
            if event in ("SoftBreak", "HardBreak") and self.heading is not None:
                self._add("\n")
            return
        kind, value = next(iter(event.items()))
        if kind == "Start":
            self._start(value, span)
        elif kind == "End":
            self._end(value)
        elif kind in ("Html", "InlineHtml"):
            self.outline.html.append(value)
        elif kind == "FootnoteReference":
            self.outline.notes.append(value)
        elif self.heading is not None and kind in ("Text", "Code"):
            self._add(value, "\ue002" if kind == "Code" else value)

    def _add(self, value: str, words: str = "") -> None:
        assert self.heading is not None
        self.heading.alts.append(value)
        if not self.autolink:
            self.heading.plain.append((value, bool(words) and words != value))
        if not self.images:
            self.heading.shown.append(value)
            self.heading.words.append(words or value)

    def _start(self, value: Any, span: Any) -> None:
        if not isinstance(value, dict):
            return
        if "Heading" in value:
            heading = value["Heading"]
            raw = _last_line(self.data[span["start"] : span["end"]].decode("utf-8", "replace"))
            self.heading = Text(int(heading["level"][1]), raw, heading["id"])
        elif "Image" in value:
            self.images += 1
        elif "Link" in value:
            kind = value["Link"]["link_type"]
            self.autolink = kind in ("Autolink", "Email")
            self.references.append(value["Link"]["id"] if kind == "Reference" else "")

    def _end(self, value: Any) -> None:
        if isinstance(value, dict) and "Heading" in value and self.heading is not None:
            self.outline.headings.append(self.heading)
            self.heading = None
        elif value == "Image":
            self.images -= 1
        elif value == "Link":
            self.autolink = False
            name = self.references.pop() if self.references else ""
            if name and self.heading is not None:
                self.heading.plain.append((name, False))


_ATX = re.late(r"^#{1,6}(?:[ \t]+|$)")
_CLOSING = re.late(r"(?:^|[ \t]+)#+[ \t]*$")


def _last_line(source: str) -> str:
    """The text of a heading as written, without its marks; the last line of one that is
    underlined."""
    lines = source.strip().split("\n")
    if _ATX.match(lines[0]):
        return _CLOSING.sub("", _ATX.sub("", lines[0])).strip()
    return lines[-2].strip().lstrip("> \t") if len(lines) > 1 else lines[0].strip()
