"""Images that have no text for those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Link, Page
from jdlint.core.patterns import regex as re

_LONGEST_TAG = 2_000
# a text, even an empty one for a picture that only adorns; a point that counts visits
_TOLD = re.late(
    r"\salt\s*=|\saria-(?:label|hidden)|\srole\s*=|\s(?:width|height)\s*=\s*[\"']?[01]\b",
    re.IGNORECASE,
)
# templates between the attributes may write any; those in a value do not
_VALUE = re.late(r"=\s*(?:\"[^\"]*\"|'[^']*'|\{\{[^{}]*\}\})")
_CODE = re.late(r"\{[{%<.]")


@dataclass(frozen=True)
class ImageText:
    """Reports images without an alternative text: those of Markdown that have nothing between their
    brackets, and ``<img>`` that has no ``alt`` at all (an empty one says that the image only
    adorns; see WCAG 2.2, 1.1.1).

    Variants: ``markdown``, ``html``.
    """

    facets: ClassVar = ("images",)

    def check(self, page: Page) -> Iterator[Finding]:
        for link in page.links:
            if link.kind == "image" and _is_mute(page, link):
                html = page.source.text[link.span.start] == "<"
                yield Finding(link.span, variant="html" if html else "markdown")


def _is_mute(page: Page, link: Link) -> bool:
    text, start = page.source.text, link.span.start
    if text[start] != "<":
        return text.startswith("![](", start)
    end = text.find(">", link.span.end, start + _LONGEST_TAG)
    tag = text[start:end] if end > 0 else ""
    if not tag or _TOLD.search(tag) is not None:
        return False
    return _CODE.search(_VALUE.sub("", tag)) is None
