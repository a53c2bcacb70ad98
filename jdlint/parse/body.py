"""The body of a page: one walk over the Markdown events."""

from __future__ import annotations

from typing import Any

import pyromark

from jdlint.page import FrontMatter, Heading, Link, ListBlock, ListItem, Page, Section, covers
from jdlint.parse.html import comments_in, links_in
from jdlint.parse.mask import mask
from jdlint.parse.words import Words, offsets
from jdlint.text import Source, Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
)
_LEVELS = {f"H{n}": n for n in range(1, 7)}
_KINDS = {"Autolink": "autolink", "Email": "email", "Inline": "inline"}


def parse_body(source: Source, meta: FrontMatter, start: int) -> Page:
    """The page of a source whose front matter is read and whose body starts at ``start``."""
    masked, templating = mask(source.text, start, mdx=source.path.endswith(".mdx"))
    walk = _Walk(source, meta, masked, start, templating)
    for event, where in pyromark.events_with_range(masked, options=_OPTIONS):
        walk.event(event, where["start"], where["end"])
    return walk.page()


class _OpenList:
    __slots__ = ("index", "item_block", "item_span", "items", "ordered", "span")

    def __init__(self, index: int, span: Span, ordered: bool) -> None:
        self.index, self.span, self.ordered = index, span, ordered
        self.items: list[ListItem] = []
        self.item_span = span
        self.item_block = -1


class _Walk:
    """Turns events into rows; built once for a page and thrown away."""

    def __init__(
        self, source: Source, meta: FrontMatter, masked: str, at: int, templating: tuple[Span, ...]
    ) -> None:
        self.source, self.meta, self.at, self.masked = source, meta, at, masked
        self.templating = templating
        self.offset = offsets(masked, at)
        self.words = Words(masked, at)
        self.words.front_matter(meta, source.text)
        self.headings: list[Heading] = []
        self.sections: list[int] = []
        self.links: list[Link] = self.words.links
        self.lists: list[ListBlock | None] = []
        self.open: list[_OpenList] = []
        self.quotes = 0
        self.open_links: list[tuple[dict[str, Any], Span, bool]] = []
        self.html: list[Span] = []
        self.code: list[Span] = []
        self.starting = {
            "Paragraph": self._start_paragraph, "List": self._start_list, "Item": self._start_item,
            "Heading": self._start_heading, "Link": self._start_link, "Image": self._start_image,
            "CodeBlock": self._start_code, "BlockQuote": self._start_quote, "TableCell": self._start_cell,
            "HtmlBlock": self._start_html,
        }  # fmt: skip
        self.ending = {
            "Paragraph": self._end_block, "List": self._end_list, "Item": self._end_item,
            "Heading": self._end_heading, "Link": self._end_link, "Image": self._end_image,
            "BlockQuote": self._end_quote, "TableCell": self._end_block,
        }  # fmt: skip

    def event(self, event: Any, start: int, end: int) -> None:
        span = Span(self.offset(start), self.offset(end))
        if event.__class__ is str:
            if event.endswith("Break"):
                self._inline()
                self.words.add(" ", span)
            return
        for kind, value in event.items():
            if kind == "Text":
                self._inline()
                self.words.text(value, span)
            elif kind in ("Start", "End"):
                name, data = (value, None) if value.__class__ is str else next(iter(value.items()))
                step = (self.starting if kind == "Start" else self.ending).get(name)
                if step:
                    step(span, data)
            elif kind == "Code":
                self._inline()
                self.words.hide(span)
                self.code.append(span)
            elif kind == "InlineHtml":
                self._inline_html(span)

    def _inline(self) -> None:
        """A tight list item has no paragraph: its first words open the item's block."""
        if self.words.block is None:
            self._open_block("item" if self.open else "paragraph")

    def _open_block(self, kind: str) -> None:
        holder = self.open[-1] if self.open else None
        if kind == "paragraph" and holder and holder.item_block < 0:
            kind = "item"
        elif kind == "paragraph" and self.quotes:
            kind = "quote"
        section = len(self.sections) - 1
        item = len(holder.items) if holder else -1
        self.words.open_block(kind, section, holder.index if holder else -1, item)

    def _end_block(self, span: Span, data: Any) -> None:
        index = self.words.close_block()
        if index >= 0 and self.open and self.open[-1].item_block < 0:
            self.open[-1].item_block = index

    def _close_tight(self) -> None:
        if self.words.block is not None:
            self._end_block(self.words.here, None)

    def _start_paragraph(self, span: Span, data: Any) -> None:
        self._close_tight()
        self._open_block("paragraph")

    def _start_quote(self, span: Span, data: Any) -> None:
        self._close_tight()
        self.quotes += 1

    def _end_quote(self, span: Span, data: Any) -> None:
        self._close_tight()
        self.quotes -= 1

    def _start_cell(self, span: Span, data: Any) -> None:
        self._close_tight()
        self._open_block("cell")

    def _start_list(self, span: Span, data: Any) -> None:
        self._close_tight()
        self.open.append(_OpenList(len(self.lists), span, data is not None))
        self.lists.append(None)

    def _start_item(self, span: Span, data: Any) -> None:
        self.open[-1].item_span = span
        self.open[-1].item_block = -1

    def _end_item(self, span: Span, data: Any) -> None:
        self._close_tight()
        holder = self.open[-1]
        text = self.source.text
        end = span.start
        while end < span.end and not text[end].isspace():
            end += 1
        span = Span(span.start, span.start + len(text[span.start : span.end].rstrip()))
        holder.items.append(ListItem(span, Span(span.start, end), holder.item_block))

    def _end_list(self, span: Span, data: Any) -> None:
        done = self.open.pop()
        parent = self.open[-1] if self.open else None
        span = Span(span.start, span.start + len(self.source.text[span.start : span.end].rstrip()))
        self.lists[done.index] = ListBlock(
            span, done.ordered, len(self.open), parent.index if parent else -1, len(parent.items) if parent else -1,
            len(self.sections) - 1, tuple(done.items),
        )  # fmt: skip

    def _start_heading(self, span: Span, data: Any) -> None:
        self._close_tight()
        self.heading = data
        if not self.open and not self.quotes:
            self.sections.append(len(self.headings))
        self._open_block("heading")

    def _end_heading(self, span: Span, data: Any) -> None:
        words = self.words.words_span()
        text = self.words.current().strip()
        block = self.words.close_block()
        line = Span(span.start, span.start + len(self.source.text[span.start : span.end].rstrip()))
        spot = words or Span(line.end, line.end)
        self.headings.append(Heading(_LEVELS[data], text, spot, line, self.heading["id"] or "", block))

    def _start_code(self, span: Span, data: Any) -> None:
        self._close_tight()
        self.code.append(span)
        self.words.skip = True

    def _start_html(self, span: Span, data: Any) -> None:
        self._close_tight()
        self._html(span)

    def _inline_html(self, span: Span) -> None:
        self._inline()
        self._html(span)
        if self.source.text[span.start : span.start + 3].lower() == "<br":
            self.words.add(" ", span)

    def _html(self, span: Span) -> None:
        self.html.append(span)
        self.links.extend(links_in(self.source.text, span))

    def _start_link(self, span: Span, data: Any) -> None:
        self._inline()
        self.open_links.append((data, span, False))
        self.words.open_label()

    def _start_image(self, span: Span, data: Any) -> None:
        self._inline()
        self.open_links.append((data, span, True))
        self.words.open_label()
        self.words.muted += 1

    def _end_image(self, span: Span, data: Any) -> None:
        self.words.muted -= 1
        self._end_link(span, data)
        self.words.hide(span)

    def _end_link(self, span: Span, data: Any) -> None:
        data, _, image = self.open_links.pop()
        label = self.words.close_label(span)
        text = self.source.text[label.start : label.end] if image else self.words.label_text
        kind = "image" if image else _KINDS.get(data["link_type"], "reference")
        target = self._target(data["dest_url"], span, label, kind)
        templated = "\x01" in data["dest_url"] or "\x02" in data["dest_url"]
        url = self.source.text[target.start : target.end] if templated else data["dest_url"]
        self.links.append(Link(url, text, kind, span, target, label, templated))  # type: ignore[arg-type]

    def _target(self, url: str, span: Span, label: Span, kind: str) -> Span:
        """Where the URL stands as written: inside the link, or in the definition that it refers to."""
        start = span.start if kind in ("autolink", "email") else label.end
        begin, end = start - self.at, span.end - self.at
        at = self.masked.find(url, begin, end) if url else -1
        if at >= 0:
            return Span(at + self.at, at + self.at + len(url))
        opened = self.masked.find("(", begin, end)
        if kind == "reference" or opened < 0:
            return Span(span.end, span.end)
        inner = self.source.text[opened + 1 + self.at : span.end - 1]
        written = inner.strip().split(" ")[0] if url else ""
        begin = opened + 1 + self.at + (inner.find(written) if written else 0)
        return Span(begin, begin + len(written))

    def page(self) -> Page:
        self._close_tight()
        source = self.source
        code = tuple(self.code)
        comments = comments_in(source.text, self.html, self.meta)
        hidden = tuple(sorted({*code, *self.html, *(s for s in self.templating if not covers(code, s.start))}))
        self.links.sort(key=lambda link: link.span)
        return Page(
            source, self.meta, Span(self.at, len(source.text)), tuple(self.headings), self._sections(),
            tuple(block for block in self.lists if block), tuple(self.links), tuple(self.words.blocks),
            self.words.prose(), comments, code, hidden,
        )  # fmt: skip

    def _sections(self) -> tuple[Section, ...]:
        rows: list[Section] = []
        tops = [self.headings[index] for index in self.sections]
        for index, heading in enumerate(tops):
            after = next((h for h in tops[index + 1 :] if h.level <= heading.level), None)
            parent = next((i for i in range(index - 1, -1, -1) if tops[i].level < heading.level), -1)
            end = after.line.start if after else len(self.source.text)
            rows.append(Section(heading, Span(heading.line.end, end), parent))
        return tuple(rows)
