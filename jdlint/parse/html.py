"""Links and comments inside raw HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.core.page import Comment, FrontMatter, Link
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.core.tools import bisect_right

_URL_ATTRIBUTE = late(
    r"<(?P<tag>a|img)\b[^<>]{0,500}?\s(?:href|src)\s*=\s*(?:\"(?P<d>[^\"<>]*)\"|'(?P<s>[^'<>]*)')",
    re.I,
)
_HASH = late(r"(?:^|[ \t])#[ \t]*([^\r\n]*)", re.MULTILINE)
_TEMPLATE = late(r"<%|\{\{|\{%")
_SCRIPT = 2_000  # characters before a tag in which a script that writes it may start


def links_in(text: str, span: Span) -> Iterator[Link]:
    """The links of one HTML block or tag; comments hold none."""
    html = text[span.start : span.end]
    if "=" not in html:
        return
    if "<!--" in html:
        html = _without_comments(html)
    for match in _URL_ATTRIBUTE.finditer(html):
        name = "d" if match["d"] is not None else "s"
        url = _unescaped(match[name]) if "&" in match[name] else match[name]
        where = Span(span.start + match.start(), span.start + match.end())
        if _in_script(text, where.start):
            continue
        target = Span(span.start + match.start(name), span.start + match.end(name))
        kind = "image" if match["tag"].lower() == "img" else "html"
        templated = _TEMPLATE.search(url) is not None
        yield Link(url.strip(), "", kind, where, target, Span(where.end, where.end), templated)  # type: ignore[arg-type]


def _in_script(text: str, at: int) -> bool:
    """Whether a tag is a text of a program, not one of the page."""
    opened = text.rfind("<script", max(at - _SCRIPT, 0), at)
    return opened >= 0 and text.find("</script", opened, at) < 0


def _unescaped(url: str) -> str:
    from html import unescape  # it compiles a pattern when it is read, and few addresses need it

    return unescape(url)


def _without_comments(html: str) -> str:
    """HTML with blanks in the place of its comments."""
    parts: list[str] = []
    at = 0
    for start, end in _comments(html, 0, len(html)):
        parts += (html[at:start], " " * (end - start))
        at = end
    return "".join((*parts, html[at:]))


def comments_in(text: str, html: Iterable[Span], meta: FrontMatter) -> tuple[Comment, ...]:
    """HTML comments of the body and ``#`` comments of YAML front matter."""
    found: list[Comment] = []
    if meta.format in ("yaml", "toml") and "#" in text[meta.span.start : meta.span.end]:
        found.extend(_meta_comments(text, meta))
    for span in html:
        found.extend(
            Comment(comment, text[comment.start + 4 : comment.end - 3])
            for comment in _comments(text, span.start, span.end)
        )
    return tuple(found)


def _comments(text: str, start: int, end: int) -> Iterator[Span]:
    """The spans of ``<!-- … -->`` between two offsets; what is never closed is looked for once."""
    while (opened := text.find("<!--", start, end)) >= 0:
        closed = text.find("-->", opened + 4, end)
        if closed < 0:
            return
        start = closed + 3
        yield Span(opened, start)


def _meta_comments(text: str, meta: FrontMatter) -> Iterator[Comment]:
    values = sorted(value.span for value in meta.values if isinstance(value.value, str))
    starts = [span.start for span in values]
    for match in _HASH.finditer(text, meta.span.start, meta.span.end):
        start = text.index("#", match.start(), match.end())
        before = bisect_right(starts, start) - 1  # texts do not overlap
        if before < 0 or start >= values[before].end:
            yield Comment(Span(start, match.end()), match.group(1))
