"""The links of a source and nothing else: what ``jdlint links`` reads, several times as fast as a
whole page; the same links as ``parse`` finds, in the same places."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import Link
from jdlint.core.text import Source, Span
from jdlint.parse.body import link_kind
from jdlint.parse.definitions import definitions
from jdlint.parse.html import links_in
from jdlint.parse.labels import Labels
from jdlint.parse.meta.front_matter import body_start
from jdlint.parse.prose import addresses, holds_special, offsets
from jdlint.parse.pulldown import OPTIONS, events_with_range
from jdlint.parse.sections import target_of
from jdlint.parse.template_links import template_links
from jdlint.parse.templating import mask


class PlainLink(NamedTuple):
    """A link without its words: its span, its kind, its address and the offset of that as
    written."""

    span: Span
    kind: str
    url: str
    start: int


def links_of(source: Source) -> list[PlainLink]:
    """The links of a source, in order of place."""
    text = source.text
    start = body_start(text)
    masked, templating = mask(text, start, mdx=source.path.endswith(".mdx"))
    special = holds_special(masked)
    if not special and "[" not in masked and "<" not in masked:
        return []
    walk = _Walk(text, masked, special=special)
    walk.run(events_with_range(masked, options=OPTIONS))
    found = walk.links
    found.extend(map(_plain, definitions(masked, text, walk.at)))
    if templating:
        hidden = tuple(sorted({*walk.code, *walk.html}))
        found.extend(map(_plain, template_links(masked, text, hidden)))
    found.sort(key=_span)
    return found


def _span(link: PlainLink) -> Span:
    return link.span


def _plain(link: Link) -> PlainLink:
    target = link.target
    start = target.start if target.end > target.start else link.span.start
    return PlainLink(link.span, link.kind, link.url, start)


class _Walk:
    """Turns events into links; built once for a page and thrown away."""

    __slots__ = (
        "at",
        "code",
        "html",
        "in_code",
        "labels",
        "links",
        "masked",
        "opened",
        "special",
        "text",
    )

    def __init__(self, text: str, masked: str, *, special: bool) -> None:
        self.text, self.masked, self.special = text, masked, special
        self.at = offsets(masked)
        self.labels = Labels(masked)
        self.links: list[PlainLink] = []
        self.opened: list[dict[str, Any]] = []  # links and images around the event
        self.code: list[Span] = []
        self.html: list[Span] = []
        self.in_code = False

    def run(self, events: Any) -> None:
        for event, where in events:
            if event.__class__ is str:
                continue
            text = event.get("Text")
            if text is not None:
                if self.special and not self.in_code and not self.opened:
                    self.links.extend(self._bare(text, self._place(where)))
                continue
            for kind, value in event.items():
                if kind == "Start":
                    self._start(value, where)
                elif kind == "End":
                    self._end(value, where)
                elif kind == "Code":
                    self.code.append(self._place(where))
                elif kind == "InlineHtml":
                    self._html(where)

    def _place(self, where: Any) -> Span:
        start, end = where["start"], where["end"]
        return Span(start, end) if self.at is None else Span(self.at(start), self.at(end))

    def _start(self, value: Any, where: Any) -> None:
        if value.__class__ is str:
            if value == "HtmlBlock":
                self._html(where)
            return
        for name, data in value.items():
            if name == "Link" or name == "Image":
                self.opened.append(data)
            elif name == "CodeBlock":
                self.in_code = True
                self.code.append(self._place(where))

    def _end(self, value: Any, where: Any) -> None:
        if value == "CodeBlock":
            self.in_code = False
        elif value == "Link" or value == "Image":
            data, span = self.opened.pop(), self._place(where)
            kind = "image" if value == "Image" else link_kind(data)
            self.links.append(self._link(data["dest_url"], span, kind))

    def _link(self, url: str, span: Span, kind: str) -> PlainLink:
        label = self.labels.of(*span)
        target = target_of(self.masked, self.text, url, span, label, kind)
        if "\x01" in url or "\x02" in url:
            url = self.text[target.start : target.end]
        start = target.start if target.end > target.start else span.start
        return PlainLink(span, kind, url, start)

    def _html(self, where: Any) -> None:
        span = self._place(where)
        self.html.append(span)
        self.links.extend(map(_plain, links_in(self.text, span)))

    def _bare(self, text: str, span: Span) -> Iterator[PlainLink]:
        """Bare URLs and mail addresses among words that stand there as written."""
        if span.end - span.start != len(text):
            return
        for kind, start, end in addresses(text):
            where = Span(span.start + start, span.start + end)
            yield PlainLink(where, kind, text[start:end], where.start)
