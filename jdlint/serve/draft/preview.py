"""A page as a candidate sees it: HTML in which nothing runs and nothing is loaded."""

from __future__ import annotations

import html

import nh3
import pyromark

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.parse.pulldown import OPTIONS

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "s", "span", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "td": {"align"}, "th": {"align"}, "ol": {"start"}}
_IMAGE, _ALT = re.late(r"<img\b[^<>]*>"), re.late(r"\balt=\"([^\"]*)\"")
_TEMPLATING = re.late(r"\{%[^%\n]*%\}|\{\{[^}\n]*\}\}|^\{:[^}\n]*\}[ \t]*$", re.MULTILINE)


def preview(path: str, text: str) -> str:
    """Clean HTML of a page: its title, and its body without comments and templating."""
    page = parse(Source(path, text))
    body = _TEMPLATING.sub("", text[page.body.start :])
    title = page.title
    has_title = any(heading.level == 1 for heading in page.headings)
    head = f"<h1>{html.escape(title)}</h1>\n" if title and not has_title else ""
    return clean(head + pyromark.html(body, options=OPTIONS))


def clean(text: str) -> str:
    """HTML with the harmless tags only; images become what they say."""
    said = _IMAGE.sub(_alternative, text)
    return nh3.clean(
        said, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer", strip_comments=True,
        clean_content_tags={"script", "style", "template", "iframe", "object", "noscript"},
    )  # fmt: skip


def _alternative(image: Any) -> str:
    """What an image says, or the image where it says nothing."""
    said = _ALT.search(image[0])
    return said[1] if said else str(image[0])
