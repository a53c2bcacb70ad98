"""Sections with nothing in them, and sections that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Heading, Page, Section
from jdlint.core.patterns import regex as re
from jdlint.parse.branches import branches, exclude
from jdlint.posting.sections import fold_heading

_LABELLED = re.late(r":\s+\S")
# tags of a section in HTML that hold nothing themselves
_BOXES = re.late(
    r"</?(?:div|section|article|main|center|p|span|br|hr)\b[^<>]{0,300}>", re.IGNORECASE
)
_ENDS = (".", "!", "?", "…")
_LONGEST_NAME = 9  # words; a longer heading is a sentence


@dataclass(frozen=True)
class SectionContent:
    """``report: empty`` finds headings with nothing below; ``repeated`` finds a heading that its
    own parent has twice.

    A heading that says all by itself is not empty: a label with its value, a sentence, a link,
    something hidden. Values: ``section``.
    """

    report: str
    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        yield from self._empty(page) if self.report == "empty" else self._repeated(page)

    def _empty(self, page: Page) -> Iterator[Finding]:
        for section in page.sections:
            if (
                section.heading.text
                and not _words(page, section)
                and not _says_all(page, section.heading)
            ):
                yield Finding(section.heading.span, {"section": section.heading.text})

    def _repeated(self, page: Page) -> Iterator[Finding]:
        first: dict[tuple[int, int, str], Section] = {}
        marks = branches(page.source.text)
        for section in page.sections:
            heading = section.heading
            name = fold_heading(heading.text)
            before = (
                first.setdefault((section.parent, heading.level, name), section)
                if name
                else section
            )
            told = before.heading.span.start, heading.span.start
            if before is not section and not exclude(marks, *told):
                related = (Related(Place(page.path, before.heading.span), "the first one"),)
                yield Finding(heading.span, {"section": heading.text}, related=related)


def _says_all(page: Page, heading: Heading) -> bool:
    """Whether a heading is a line of its own rather than a name: “Hours: 20 a week”, “Apply
    today!”."""
    text = heading.text.strip()
    if (
        "\ufffc" in text
        or _LABELLED.search(text)
        or text.endswith(_ENDS)
        or len(text.split()) > _LONGEST_NAME
    ):
        return True
    return any(heading.line.start <= link.span.start < heading.line.end for link in page.links)


def _words(page: Page, section: Section) -> bool:
    """Whether anything but blank lines and comments stands below a heading (a subsection
    counts)."""
    text = page.source.text
    at, end = section.span
    for comment in page.comments:
        if at <= comment.span.start < end:
            if text[at : comment.span.start].strip():
                return True
            at = comment.span.end
    rest = text[at:end]
    if text.startswith("<", section.heading.line.start):
        rest = _BOXES.sub("", rest)
    return bool(rest.strip(" \t\r\n-=\ufeff"))
