"""The body of a page: one walk over the Markdown events."""

from __future__ import annotations

from jdlint.core.light import Any
from jdlint.core.page import FrontMatter, Heading, Link, Page
from jdlint.core.patterns.regex import late
from jdlint.core.spans import covers
from jdlint.core.text import Source, Span
from jdlint.parse.code_tags import code_in_tags
from jdlint.parse.definitions import definitions
from jdlint.parse.html import comments_in, links_in
from jdlint.parse.labels import LONGEST_ALT
from jdlint.parse.lists import Lists
from jdlint.parse.prose import Offsets, Words, offsets
from jdlint.parse.pulldown import OPTIONS, events_with_range
from jdlint.parse.sections import joined, sections_of, target_of
from jdlint.parse.template_links import template_links
from jdlint.parse.templating import mask
from jdlint.parse.value_prose import read_values

_TAG = late(r"[ \t]*</?[A-Za-z]")
# a line of HTML that no example of code would have beside prose
_BOX = late(r"\n[ \t]*</?(?:h[1-6]|[ou]l|li|p|div)[ >]")
_LEVELS = {f"H{n}": n for n in range(1, 7)}
_ITEM, _ITEM_END = {"Start": "Item"}, {"End": "Item"}
_KINDS = {"Autolink": "autolink", "Email": "email", "Inline": "inline"}


def link_kind(data: dict[str, Any]) -> str:
    """How a link of the Markdown parser is written."""
    return _KINDS.get(data["link_type"], "reference")


def parse_body(source: Source, meta: FrontMatter, start: int) -> Page:
    """The page of a source whose front matter is read and whose body starts at ``start``."""
    masked, templating = mask(source.text, start, mdx=source.path.endswith(".mdx"))
    walk = _Walk(source, meta, masked)
    walk.run(events_with_range(masked, options=OPTIONS))
    return walk.page(start, templating)


class _Walk:
    """Turns events into rows; built once for a page and thrown away."""

    __slots__ = (
        "code", "headings", "html", "id", "lists", "masked", "meta", "open_links", "quotes",
        "sections", "source", "text", "words",
    )  # fmt: skip

    def __init__(self, source: Source, meta: FrontMatter, masked: str) -> None:
        self.source, self.meta, self.masked, self.text = source, meta, masked, source.text
        self.words = Words(masked)
        self.words.front_matter(meta, source.text)
        read_values(self.words, meta, source.text)
        self.headings: list[Heading] = []
        self.sections: list[int | Heading] = []  # headings by number, or those of raw HTML
        self.lists = Lists(source.text)
        self.quotes = 0
        self.open_links: list[dict[str, Any]] = []
        self.html: list[Span] = []
        self.code: list[Span] = []
        self.id = ""

    def run(self, events: Any) -> None:
        at = offsets(self.masked)
        rows: list[Any] = list(events)
        index, last = 0, len(rows) - 2
        while index < last + 2:
            event, where = rows[index]
            # a tight item of one text is the commonest row of a job page: one step instead of three
            if event == _ITEM and index < last and rows[index + 2][0] == _ITEM_END:
                following = rows[index + 1]
                if self._tight(where, following[0], following[1], at):
                    index += 3
                    continue
            index += 1
            if at is None:
                self._step(event, where["start"], where["end"])
            else:
                self._step(event, at(where["start"]), at(where["end"]))

    def _tight(self, whole: Any, event: Any, where: Any, at: Offsets | None) -> bool:
        """Take an item that is nothing but one text; False where it needs the longer way."""
        words, text = self.words, event.get("Text") if event.__class__ is dict else None
        if text is None or words.block is not None or words.is_special(text) or text.isspace():
            return False
        start, end, first, last = whole["start"], whole["end"], where["start"], where["end"]
        if at is not None:
            start, end, first, last = at(start), at(end), at(first), at(last)
        holder = self.lists.open[-1]
        holder.block = words.add_block(
            "item", text, first, last, len(self.sections) - 1, holder.index, len(holder.items)
        )
        self.lists.add_item(start, end)
        return True

    def _step(self, event: Any, start: int, end: int) -> None:
        words = self.words
        if event.__class__ is str:
            if event != "Rule":
                self._inline()
                words.add(" ", start, end)
            return
        text = event.get("Text")
        if text is not None:
            if words.block is None:
                self._open_block("paragraph")
            words.text(text, start, end)
            return
        for kind, value in event.items():
            self._event(kind, value, start, end)

    def _event(self, kind: str, value: Any, start: int, end: int) -> None:
        if kind == "Start" or kind == "End":
            name, data = (value, None) if value.__class__ is str else next(iter(value.items()))
            step = (_STARTING if kind == "Start" else _ENDING).get(name)
            if step is not None:
                step(self, start, end, data)
        elif kind == "Code":
            self._inline()
            self.words.add("\ufffc", start, end)
            if not self.words.code_tag:
                self.code.append(Span(start, end))
        elif kind == "InlineHtml":
            self._inline()
            self._html(start, end)
            self.code.extend(code_in_tags(self.words, start, end))
            # a line break behind it is a space already
            broken = self.text[end : end + 1] in ("\r", "\n")
            if self.text[start : start + 3].lower() == "<br" and not broken:
                self.words.add(" ", start, end)

    def _inline(self) -> None:
        """A tight list item has no paragraph: its first words open the item's block."""
        if self.words.block is None:
            self._open_block("paragraph")

    def _open_block(self, kind: str) -> None:
        holder = self.lists.innermost()
        if holder is not None:
            kind = "item" if kind == "paragraph" and holder.block == -1 else kind
            self.words.open_block(kind, len(self.sections) - 1, holder.index, len(holder.items))
        else:
            kind = "quote" if kind == "paragraph" and self.quotes else kind
            self.words.open_block(kind, len(self.sections) - 1, -1, -1)

    def _end_block(self, start: int, end: int, data: Any) -> None:
        index = self.words.close_block()
        holder = self.lists.innermost()
        if holder is not None and holder.block == -1:
            holder.block = index

    def _close_tight(self) -> None:
        if self.words.block is not None:
            self._end_block(0, 0, None)

    def _start_paragraph(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self._open_block("paragraph")

    def _start_quote(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self.quotes += 1

    def _end_quote(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self.quotes -= 1

    def _start_cell(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self._open_block("cell")

    def _start_list(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self.lists.start(ordered=data is not None)

    def _start_item(self, start: int, end: int, data: Any) -> None:
        self.lists.open[-1].block = -1

    def _end_item(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self.lists.add_item(start, end)

    def _end_list(self, start: int, end: int, data: Any) -> None:
        self.lists.end(start, end, len(self.sections) - 1)

    def _start_heading(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self.id = data["id"] or ""
        if not self.lists.open and not self.quotes:
            self.sections.append(len(self.headings))
        self._open_block("heading")

    def _end_heading(self, start: int, end: int, data: Any) -> None:
        words = self.words.words_span()
        text = self.words.current().strip()
        block = self.words.close_block()
        while end > start and self.text[end - 1].isspace():
            end -= 1
        spot = words or Span(end, end)
        self.headings.append(Heading(_LEVELS[data], text, spot, Span(start, end), self.id, block))

    def _start_code(self, start: int, end: int, data: Any) -> None:
        if data == "Indented" and self.html and self._goes_on(start, end):
            # HTML goes on below a blank line: kramdown reads it as such, and readers see its words
            self._start_html(start, end, data)
        else:
            self._close_tight()
            self.code.append(Span(start, end))
        self._open_block("paragraph")
        self.words.skip = True

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether an indented text is HTML that goes on: it opens with a tag or has some."""
        masked = self.masked
        return bool(_TAG.match(masked, start) or _BOX.search(masked, start, end))

    def _start_html(self, start: int, end: int, data: Any) -> None:
        self._close_tight()
        self._html(start, end)
        if ">" in self.text[start:end].rstrip(" \n>"):  # more than one tag
            from jdlint.parse.html_prose import read

            read(self.words, self.masked, Span(start, end), self.sections, self.lists)

    def _html(self, start: int, end: int) -> None:
        span = Span(start, end)
        self.html.append(span)
        self.words.links.extend(links_in(self.text, span))

    def _start_link(self, start: int, end: int, data: Any) -> None:
        self._inline()
        self.open_links.append(data)
        self.words.open_label()

    def _start_image(self, start: int, end: int, data: Any) -> None:
        self._start_link(start, end, data)
        self.words.muted += 1

    def _end_image(self, start: int, end: int, data: Any) -> None:
        self.words.muted -= 1
        link, label = self.open_links.pop(), self.words.close_label(start, end)
        # images stand in images, each text within the next
        words = self.text[label.start : min(label.end, label.start + LONGEST_ALT)]
        self._link(link, Span(start, end), label, "image", words)
        self.words.add("\ufffc", start, end)

    def _end_link(self, start: int, end: int, data: Any) -> None:
        link, label = self.open_links.pop(), self.words.close_label(start, end)
        kind = link_kind(link)
        self._link(link, Span(start, end), label, kind, self.words.label_text)

    def _link(self, data: dict[str, Any], span: Span, label: Span, kind: str, text: str) -> None:
        url = data["dest_url"]
        target = target_of(self.masked, self.text, url, span, label, kind)
        templated = "\x01" in url or "\x02" in url
        url = self.text[target.start : target.end] if templated else url
        self.words.links.append(Link(url, text, kind, span, target, label, templated))  # type: ignore[arg-type]

    def page(self, start: int, templating: tuple[Span, ...]) -> Page:
        self._close_tight()
        words, code = self.words, tuple(self.code)
        hidden = code
        if self.html or templating:
            rest = (s for s in templating if not covers(code, s.start))
            hidden = joined(sorted({*code, *self.html, *rest}))
        words.links.extend(definitions(self.masked, self.text, offsets(self.masked)))
        if templating:
            outside = tuple(sorted({*code, *self.html}))
            words.links.extend(template_links(self.masked, self.text, outside))
        words.links.sort(key=lambda link: link.span)
        named = [self.headings[s] if isinstance(s, int) else s for s in self.sections]
        return Page(
            self.source,
            self.meta,
            Span(start, len(self.text)),
            tuple(self.headings),
            sections_of(named, len(self.text)),
            self.lists.blocks(),
            tuple(words.links),
            tuple(words.blocks),
            words.prose(),
            comments_in(self.text, self.html, self.meta),
            code,
            hidden,
        )


_STARTING: dict[str, Any] = {
    "Paragraph": _Walk._start_paragraph, "List": _Walk._start_list, "Item": _Walk._start_item,
    "Heading": _Walk._start_heading, "Link": _Walk._start_link, "Image": _Walk._start_image,
    "CodeBlock": _Walk._start_code, "BlockQuote": _Walk._start_quote,
    "TableCell": _Walk._start_cell, "HtmlBlock": _Walk._start_html,
}  # fmt: skip
_ENDING: dict[str, Any] = {
    "Paragraph": _Walk._end_block, "List": _Walk._end_list, "Item": _Walk._end_item,
    "Heading": _Walk._end_heading, "Link": _Walk._end_link, "Image": _Walk._end_image,
    "BlockQuote": _Walk._end_quote, "TableCell": _Walk._end_block, "CodeBlock": _Walk._end_block,
}  # fmt: skip
