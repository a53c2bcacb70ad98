"""A page's body as the HTML that boards take: what Markdown makes, and nothing that can run."""

from __future__ import annotations

import pyromark

from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.parse.pulldown import OPTIONS

_TAG = re.late(r"<!--.*?(?:-->|\Z)|</?[A-Za-z!?][^<>]*>", re.DOTALL)
_RUNS = re.late(r"\s*<(?:script|style|template|iframe|svg|math)\b", re.IGNORECASE)
_IMAGE = re.late(r"<img [^>]*>")
_HREF = re.late(r' href="([^"]*)"')
_SAFE = re.late(r"(?:https?:|mailto:|tel:|[/#?.]|[^:]*\Z)", re.IGNORECASE)


def description(page: Page, site: str = "") -> str:
    """The body as HTML: raw HTML and templating are left out, links from the root start at
    ``site`` where it is known, and a link that could run something leads nowhere."""
    html = pyromark.html(_markdown(page), options=OPTIONS)
    html = _IMAGE.sub("", html)
    return _HREF.sub(lambda match: _link(match[1], site.rstrip("/")), html).strip()


def _markdown(page: Page) -> str:
    text, at, out = page.source.text, page.body.start, []
    for span in page.hidden:
        if span.start < at or page.in_code(span.start):
            continue
        out.append(text[at : span.start])
        hidden = text[span.start : span.end]
        if hidden.startswith("<") and not hidden.startswith("<%") and not _RUNS.match(hidden):
            out.append(_TAG.sub("", hidden))
        at = span.end
    return "".join([*out, text[at : page.body.end]])


def _link(url: str, site: str) -> str:
    if not _SAFE.match(url):
        return ""
    start = site if url.startswith("/") and not url.startswith("//") else ""
    return f' href="{start}{url}"'


def is_templated(page: Page) -> bool:
    """Whether templating stands in the body, which only the site's build fills in."""
    text = page.source.text
    return any(
        text.startswith(("{", "<%"), span.start)
        for span in page.hidden
        if span.start >= page.body.start and not page.in_code(span.start)
    )
