"""Source -> Page: one walk over the front matter's nodes, one over the Markdown events."""

from __future__ import annotations

from jdlint.page import Page
from jdlint.parse.body import parse_body
from jdlint.parse.meta import parse_meta
from jdlint.text import Source

__all__ = ["parse"]


def parse(source: Source) -> Page:
    """The page that a source holds; any text is a page, what is wrong with it stands in ``page.meta.defects``."""
    return parse_body(source, *parse_meta(source.text))
