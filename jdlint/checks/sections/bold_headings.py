"""Lines in bold, italics or capitals that stand where a heading belongs."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.sections._bold_lines import is_bold, is_line
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Literal, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.regex import late
from jdlint.core.tools import attrgetter, bisect_left
from jdlint.posting.kinds import text_kind

_SHOWN = 20
_DEEPEST = 6  # levels of headings that Markdown has
_VARIANTS = ("", "one", "more")
_START = attrgetter("line.start")
_FORMS = {"bold": ("***", "**", "__"), "italic": ("*", "_"), "capitals": (), "plain": ()}
# a plain line that stands for a heading: a few words and a colon, and no sentence
_PLAIN = late(r"(?!(?:We|You|They|I|It|If|In|As|To|For|This|These|Please)\b)[A-Z][^\n:.!?;]{3,60}:")
_MOST, _FEWEST = 6, 3  # words of one, and lines of a page that has no headings
_HEADINGS = 1  # at most: a title alone


@dataclass(frozen=True)
class BoldHeadings:
    """Reports paragraphs that are one short line in bold and open a part of the page: what follows
    is a list or a paragraph, and the line names a section of postings, or ends in a colon or a
    question mark, or ``least`` such lines open lists. The first is reported, all other lines like
    it are related.

    Values: ``found``, ``count`` of the others, ``marks`` of a heading at that place. Variants:
    ``one`` where there is one other, ``more`` where there are several. With ``form: italic`` or
    ``capitals`` only lines that name a section of postings count; with ``plain`` three lines or
    more that end in a colon, two of which name sections, on a page that has no headings below its
    title.
    """

    least: int = 2
    form: Literal["bold", "italic", "capitals", "plain"] = "bold"

    def __post_init__(self) -> None:
        if self.form not in _FORMS:
            raise ValueError("“form” is bold, italic, capitals or plain")

    @property
    def marks(self) -> tuple[str, ...] | None:
        return {"bold": ("**", "__"), "italic": ("*", "_")}.get(self.form)

    def check(self, page: Page) -> Iterator[Finding]:
        if self.form == "plain":
            yield from _plain(page)
            return
        if self.form != "bold":
            yield from self._named(page)
            return
        rows = [index for index, block in enumerate(page.blocks) if _opens(page, index, block)]
        lists = {index for index in rows if page.blocks[index + 1].list >= 0}
        several = len(lists) >= self.least
        named = [
            page.blocks[index]
            for index in rows
            if text_kind(page.text(page.blocks[index])) or (several and index in lists)
        ]
        if not named:
            return
        rest = [page.blocks[index] for index in rows] + list(_empty(page))
        same = {block.start: block for block in rest if block.start != named[0].start}
        yield _finding(page, named[0], [same[start] for start in sorted(same)])

    def _named(self, page: Page) -> Iterator[Finding]:
        """The lines that name a section of postings and have something below them."""
        marks = _FORMS[self.form]
        found = [
            block
            for block, below in zip(page.blocks, page.blocks[1:], strict=False)
            if is_line(page, block, marks)
            and below.kind in ("paragraph", "item")
            and below.section == block.section
            and not is_line(page, below, marks)
            and text_kind(page.text(block))
        ]
        if found:
            yield _finding(page, found[0], found[1:])


def _finding(page: Page, first: Block, others: list[Block]) -> Finding:
    related = tuple(
        Related(Place(page.path, block.span), "here too") for block in others[: _SHOWN - 1]
    )
    values = {"found": page.text(first).rstrip(" :"), "count": str(len(related))}
    values["marks"] = "#" * _level(page, first)
    variant = _VARIANTS[min(len(related), 2)]
    return Finding(first.span, values, related=related, variant=variant)


def _plain(page: Page) -> Iterator[Finding]:
    """Lines without marks that stand for headings."""
    if len(page.headings) > _HEADINGS:
        return
    found = [
        block
        for block in page.blocks[:-1]
        if block.kind == "paragraph" and block.list < 0 and _is_plain(page, block)
    ]
    named = [block for block in found if text_kind(page.text(block))]
    if len(found) >= _FEWEST and len({page.text(block) for block in named}) > 1:
        yield _finding(page, found[0], found[1:])


def _is_plain(page: Page, block: Block) -> bool:
    text = page.text(block).strip()
    return (
        _PLAIN.fullmatch(text) is not None
        and len(text.split()) <= _MOST
        and "following" not in text
        and not is_bold(page, block)
    )


def _empty(page: Page) -> Iterator[Block]:
    """The lines in bold that name a section of postings, and have nothing below them."""
    for block in page.blocks:
        if is_line(page, block) and text_kind(page.text(block)):
            yield block


def _level(page: Page, block: Block) -> int:
    """The level of a heading in place of a block: beside the one above it where both name sections
    of postings and that one has words of its own, below it otherwise."""
    above = bisect_left(page.headings, block.span.start, key=_START)
    if not above:
        return 2
    last = page.headings[above - 1]
    level = last.level
    beside = level > 1 and text_kind(last.text) and text_kind(page.text(block))
    empty = not page.source.text[last.line.end : block.source_start].strip(" \r\n\t*_#")
    return level if beside and not empty else min(level + 1, _DEEPEST)


def _opens(page: Page, index: int, block: Block) -> bool:
    """Whether a block is a short line in bold alone, with something below it that is not of its
    kind."""
    if index + 1 >= len(page.blocks) or not is_line(page, block):
        return False
    following = page.blocks[index + 1]
    if following.kind not in ("paragraph", "item") or following.section != block.section:
        return False
    return not is_bold(page, following)
