"""What one page tells the site: small, JSON-able, kept when the page is gone."""

from __future__ import annotations

from typing import Any, NamedTuple

from jdlint.page import Page
from jdlint.text import Span


class HeadingFact(NamedTuple):
    """A heading's level and words; the span is the heading's text."""

    level: int
    text: str
    span: Span


class LinkFact(NamedTuple):
    """A link as written; ``span`` is the target (the whole link where it has none), ``label`` its words."""

    url: str
    kind: str
    span: Span
    label: str
    templated: bool


class BlockFact(NamedTuple):
    """A block of prose: its kind, its words, where they stand, the index of its heading (-1: none) and of its list."""

    kind: str
    text: str
    span: Span
    heading: int
    list: int


class Facts(NamedTuple):
    """The rows of one page that checks over the site compare."""

    path: str
    title: str
    meta: dict[str, Any]
    title_span: Span
    headings: tuple[HeadingFact, ...]
    links: tuple[LinkFact, ...]
    blocks: tuple[BlockFact, ...]


_SCALARS = (str, int, float, bool)


def facts_of(page: Page) -> Facts:
    """The facts of a page; headings are those of its sections, in order."""
    title = page.meta.find(("title",))
    span = page.prose.span
    return Facts(
        page.path,
        page.title,
        {key: value for key, value in page.meta.data.items() if isinstance(value, _SCALARS)},
        title.span if title else page.meta.opening,
        tuple(HeadingFact(s.heading.level, s.heading.text, s.heading.span) for s in page.sections),
        tuple(
            LinkFact(link.url, link.kind, link.target if link.target[0] < link.target[1] else link.span, link.text, link.templated)
            for link in page.links
        ),
        tuple(BlockFact(b.kind, page.text(b), span(b.start, b.end), b.section, b.list) for b in page.blocks),
    )
