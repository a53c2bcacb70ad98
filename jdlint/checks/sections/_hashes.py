"""Headings that are written with “#”."""

from __future__ import annotations

from jdlint.core.page import Heading, Page


def is_hashed(page: Page, heading: Heading) -> bool:
    """Whether a heading is written with “#”; a line that is underlined may be none, and those of
    HTML are the layout's."""
    return page.source.text.startswith("#", heading.line.start)
