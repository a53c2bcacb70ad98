"""The words of links."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass, field
from jdlint.core.page import HIDDEN, Link, Page
from jdlint.core.patterns.regex import late

_MARKUP = late(
    r"<[^<>]{0,500}>|!\[[^\[\]]{0,200}\]\([^()]{0,500}\)|!\[[^\[\]]{0,200}\]\[[^\[\]]{0,100}\]"
)
_KINDS = ("inline", "reference")


@dataclass(frozen=True)
class LinkText:
    """Reports links without words (``report: empty``), or whose words are all on the ``vague``
    list, or open with one of ``openings``; those of ``telling`` may say enough in their sentence.

    A link around an image has words where the image has an alternative text. Values: ``found``.
    """

    report: str
    vague: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    _vague: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_vague", frozenset(word.casefold() for word in self.vague))

    def check(self, page: Page) -> Iterator[Finding]:
        for link in page.links:
            if link.kind not in _KINDS or not link.url:
                continue
            words = " ".join(link.text.split()).strip(" .:!»›→>").casefold()
            bare = not words.strip(HIDDEN + " ") and HIDDEN not in link.text
            if self.report == "empty" and bare and not _shows_more(page, link):
                yield Finding(link.span, {"found": page.source.slice(link.span)})
            elif self.report == "vague" and (
                words in self._vague or words.startswith(self.openings or HIDDEN)
            ):
                yield Finding(link.label, {"found": link.text}, certain=words not in self.telling)


def _shows_more(page: Page, link: Link) -> bool:
    """Whether an image in HTML with an alternative text stands in the link, or words that are not
    prose, as in code."""
    label = page.source.slice(link.label).lower()
    if "<img" in label:
        return "alt=" in label
    return any(map(str.isalnum, _MARKUP.sub("", label)))
