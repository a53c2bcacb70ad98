"""Links whose address a template writes: CommonMark takes no control character in an address, so
the masked text shows the parser none of them."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.page import Link, LinkKind
from jdlint.core.patterns.regex import late
from jdlint.core.spans import covers
from jdlint.core.text import Span
from jdlint.parse.templating import SHOWN, SILENT

# the label is bounded so that a text full of brackets costs linear time
_INLINE = late(
    r"(?P<image>!)?\[(?P<label>[^\[\]]{0,500})\]\([ \t]*"
    r"(?P<url>[^\s()<>\x01\x02]{0,500}[\x01\x02][^\s()<>]*)(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)"
)


def template_links(masked: str, text: str, outside: tuple[Span, ...]) -> Iterator[Link]:
    """The inline links and images of a page with a templated address, those in ``outside`` (code,
    raw HTML) left out."""
    if "](" not in masked or (SHOWN not in masked and SILENT not in masked):
        return
    for match in _INLINE.finditer(masked):
        if covers(outside, match.start()):
            continue
        target, label = Span(*match.span("url")), Span(*match.span("label"))
        kind: LinkKind = "image" if match["image"] else "inline"
        words = text[label.start : label.end]
        url = text[target.start : target.end]
        yield Link(url, words, kind, Span(*match.span()), target, label, True)
