"""Source -> Page: one walk over the front matter's nodes, one over the Markdown events."""

from __future__ import annotations

from jdlint.core.page import Page
from jdlint.core.text import Source
from jdlint.parse.body import parse_body
from jdlint.parse.meta.front_matter import parse_meta

__all__ = ["parse"]


def parse(source: Source) -> Page:
    """The page that a source holds; any text is a page, what is wrong with it stands in
    ``page.meta.defects``."""
    return parse_body(source, *parse_meta(source.text))
