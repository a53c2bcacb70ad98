"""Sections with nothing in them, and sections that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.sections._bold_lines import is_line
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Heading, Page, Section
from jdlint.core.patterns import regex as re
from jdlint.core.tools import attrgetter, bisect_left
from jdlint.parse.branches import branches, exclude
from jdlint.posting.kinds import BENEFITS, DUTIES, MUST, NICE, text_kind
from jdlint.posting.sections import fold_heading

_LABELLED = re.late(r":\s+\S")
_LINK = re.late(r"\[[^\[\]]+\]\([^()\s]+\)")  # as it stands in raw HTML, where it is no link
# tags of a section in HTML that hold nothing themselves
_BOXES = re.late(
    r"</?(?:div|section|article|main|center|p|span|br|hr)\b[^<>]{0,300}>", re.IGNORECASE
)
_ENDS = (".", "!", "?", "…", "]")  # the last of a notice, “[This position is filled]”
# how a wish or a notice opens, which says all: “Good luck”, “No positions are open now”
_SAYINGS = ("good luck", "thank", "best regards", "kind regards", "see you", "cheers", "no ")
# sections that a line alone does not fill, as it may “Remote” or “Apply”
_FILLED = frozenset((NICE, MUST, DUTIES, BENEFITS))
_RULES = " \t\r\n*_:#=-\ufeff"  # what is no text between two lines
_START = attrgetter("span.start")
_PAIR = 2  # titles that two postings on one page have
_LONGEST_NAME = 9  # words; a longer heading is a sentence


@dataclass(frozen=True)
class SectionContent:
    """``report: empty`` finds headings with nothing below, those in bold too; ``repeated`` finds a
    heading that its own parent has twice.

    A heading that says all by itself is not empty: a label with its value, a sentence, a link,
    something hidden. Values: ``section``. Variants of ``empty``: ``section``, ``title`` (a title
    whose sections stand on its own level).
    """

    report: str
    facets: ClassVar = ("sections",)
    marks: ClassVar = ("**", "__")

    def check(self, page: Page) -> Iterator[Finding]:
        yield from self._empty(page) if self.report == "empty" else self._repeated(page)

    def _empty(self, page: Page) -> Iterator[Finding]:
        for section, behind in zip(page.sections, (*page.sections[1:], None), strict=False):
            if (
                section.heading.text
                and not _words(page, section)
                and not _is_filled(page, section, behind)
                and not _says_all(page, section.heading)
                and not _is_subtitle(page, section)
            ):
                variant = "title" if _heads_all(page, section) else "section"
                yield Finding(
                    section.heading.span, {"section": section.heading.text}, variant=variant
                )
        for block in _bold_lines(page):
            if text_kind(page.text(block)) not in _FILLED:
                continue
            values = {"section": page.text(block).strip(" :")}
            yield Finding(block.span, values, variant="section")

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
            if before is section or _is_button(page, heading):
                continue
            if not exclude(marks, *told):
                related = (Related(Place(page.path, before.heading.span), "the first one"),)
                yield Finding(heading.span, {"section": heading.text}, related=related)


def _bold_lines(page: Page) -> Iterator[Block]:
    """The lines in bold that have nothing but other such lines below them, up to a heading or the
    end: above text they may head a group, and headings that skip a level may be theirs."""
    text, empty, above = page.source.text, list[Block](), 1
    levels = {section.heading.block: section.heading.level for section in page.sections}
    for index, block in enumerate(page.blocks):
        line = is_line(page, block)
        start = empty[-1].source_end if empty else block.source_start
        if text[start : block.source_start].strip(_RULES) or not (line or block.kind == "heading"):
            empty = []
        if block.kind == "heading":
            level = levels.get(index, 1)
            yield from empty if level <= above + 1 else ()
            empty, above = [], level
        elif line:
            empty.append(block)
    if empty and not text[empty[-1].source_end :].strip(_RULES):
        yield from empty


def _says_all(page: Page, heading: Heading) -> bool:
    """Whether a heading is a line of its own rather than a name: “Hours: 20 a week”, “Apply
    today!”."""
    text = heading.text.strip()
    if (
        "\ufffc" in text
        or _LABELLED.search(text)
        or text.endswith(_ENDS)
        or text.lower().startswith(_SAYINGS)
        or len(text.split()) > _LONGEST_NAME
        or _LINK.fullmatch(page.source.slice(heading.span).strip())
    ):
        return True
    return bool(page.links_from(heading.line))


def _is_filled(page: Page, section: Section, behind: Section | None) -> bool:
    """Whether the heading below is a link, set as a heading, that belongs to a section: “Mate”
    above “[Job description](/mate)”."""
    if behind is None or text_kind(section.heading.text) in _FILLED:
        return False
    return bool(page.links_from(behind.heading.line))


def _is_subtitle(page: Page, section: Section) -> bool:
    """Whether a heading right below the first one is deeper than the one behind it: a line that
    goes with the title, as the place does."""
    if len(page.sections) < 3 or page.sections[1] is not section:
        return False
    first, _, behind = page.sections[:3]
    if page.source.text[first.heading.line.end : section.heading.line.start].strip():
        return False
    return behind.heading.level < section.heading.level


def _heads_all(page: Page, section: Section) -> bool:
    """Whether a section is the title of the page, and all others that are as high stand below
    it as if they were titles, too."""
    level = section.heading.level
    if level != 1 or page.sections[0] is not section:
        return False
    return sum(other.heading.level == level for other in page.sections) > _PAIR


def _is_button(page: Page, heading: Heading) -> bool:
    """Whether a link is all that a heading holds: a call that may stand at the top and the end."""
    links = page.links_from(heading.line)
    source = page.source
    return len(links) == 1 and not source.slice(heading.line).replace(
        source.slice(links[0].span), ""
    ).strip("# \t\r\n*_")


def _words(page: Page, section: Section) -> bool:
    """Whether anything but blank lines and comments stands below a heading (a subsection
    counts)."""
    text = page.source.text
    at, end = section.span
    first = bisect_left(page.comments, at, key=_START)
    last = bisect_left(page.comments, end, key=_START)
    for comment in page.comments[first:last]:
        if comment.span.start >= at:
            if text[at : comment.span.start].strip():
                return True
            at = comment.span.end
    rest = text[at:end]
    if text.startswith("<", section.heading.line.start):
        rest = _BOXES.sub("", rest)
    return bool(rest.strip(" \t\r\n-=\ufeff"))
