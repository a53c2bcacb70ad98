"""What a project's configuration says about its Markdown."""

from __future__ import annotations

from jdlint.core.light import NamedTuple


class Options(NamedTuple):
    """What a project's configuration says about its Markdown; each family reads what it knows."""

    auto_ids: bool = True
    prefix: str = ""
    parse_html: bool = False
    custom_ids: bool = False
    mdx: bool = False
    separator: str = "-"
    typographer: bool = True
    slug: str = ""
    attributes: bool = False
    drop_first: bool = False
    notes: bool = False
    extensions: frozenset[str] = frozenset()
