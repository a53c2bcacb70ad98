"""Lines that lost their list mark, and lines whose mark is none in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.lists._lines_below import is_below, is_complete
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.posting.openings import GERUND, IMPERATIVE, THIRD, word_forms

_VERBS = frozenset((IMPERATIVE, THIRD, GERUND))
_LINE_END = late(r"\r\n|\r|\n")
_OPENING = late(r"[A-Z][a-z]+(?=[ ,])|[A-Z]{2,5}(?= [a-z])")
_BULLET = late(r"[ \t]*(?P<mark>[•·▪▫◦‣⁃●○■□◆➢➤✓✔✅–—])[ \t]")
# bullets that open a line below an item; a dash there may be an aside
_GLYPH = late(r"[ \t]*(?P<mark>[•·▪▫‣⁃●○■□◆➢➤✓✔✅])[ \t]*(?=\S)")
# a dash that lost its space below an item; “-induced” may go on with the line above
_DASH = late(r"[ \t]*(?P<mark>-)(?=[A-Z][a-z])")
# an “o” that was typed for a bullet; other languages have such a word
_RING = late(r"[ \t]*(?P<mark>o)[ \t]+(?=[A-Z])")
# a dash that lost its space, and a bullet written as a character reference
_TIGHT = late(r"[ \t]*(?P<mark>-)(?=[A-Za-z])")
_REFERENCE = late(r"[ \t]*(?P<mark>&(?:#\d{3,6}|#[xX][0-9a-fA-F]{2,5}|bull|middot|check);)[ \t]")
# a full stop where a mark belongs, before a label: “. **Oven:** clean it”
_STOP = late(r"[ \t]*(?P<mark>\.)[ \t]+(?=\*\*|__|[A-Z][a-z])")
_ALONE = late(r"[ \t]*(?P<mark>[•·▪▫◦‣⁃●○■□◆➢➤]|\.(?= +(?:\*\*|[A-Z][a-z])))[ \t]")
# a mark that stands so far in that the line goes on with the paragraph above
_INDENTED = late(r"(?P<indent>\t[ \t]*| {4}[ \t]*)(?P<mark>[-*+])[ \t]+(?=\S)")
_HARD = ("  ", "\\", "<br>", "<br/>", "<br />")  # ends a line that stays one
_LEAST_ALONE = 3  # paragraphs in a row that open with a bullet
# a line that is emphasised from end to end is a label or a note, no part of the item above it
_EMPHASISED = late(
    r"(?:\*\*[^*\n]{3,200}\*\*:?|\*[^*\s][^*\n]{10,400}\*|_[^_\s][^_\n]{10,400}_)[ \t]*"
)


@dataclass(frozen=True)
class SwallowedLines:
    """``report: item`` finds a line that Markdown joins to the item above it though it reads as an
    item: it starts at the edge with a capital, the line before it is complete, and no other item of
    the list runs over a line. ``report: mark`` finds two or more lines of a paragraph that open
    with a bullet (“•”) or dash, or whose marks stand too far in, which Markdown prints in one run.
    Values: ``found``."""

    report: str
    facets: ClassVar = ("lists", "sections", "meta", "missing")

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "mark":
            yield from _apart(page)
            for block in page.blocks:
                if block.kind == "paragraph":
                    yield from _marks(page, block)
                    yield from _indented(page, block)
                elif block.kind == "item":
                    yield from _marks_below(page, block)
            return
        for found in page.lists:
            yield from _lost(page, found)


def _marks(page: Page, block: Block) -> Iterator[Finding]:
    text = page.source.slice(block.span)
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    if len(starts) < 2:
        return
    marks = [match for at in starts if (match := _mark_at(text, at))]
    if not marks and page.language == "en":
        marks = [match for at in starts if (match := _RING.match(text, at))]
    if len(marks) < 2 or all(_starts_anew(text, match.start()) for match in marks):
        return
    offset = block.span.start
    spans = [Span(offset + m.start("mark"), offset + m.end("mark")) for m in marks]
    clean = block.span.start == 0 or page.source.text[: block.span.start].endswith("\n\n")
    mark = marks[0]["mark"]
    edits = (_marked(page, spans, block.span.end, "- " if mark == "-" else "-"),) if clean else ()
    yield Finding(spans[0], {"found": mark}, edits, variant="tight" if mark == "-" else "")


def _indented(page: Page, block: Block) -> Iterator[Finding]:
    """Two or more lines at a paragraph's end whose marks stand too far in to be a list's."""
    text = page.source.slice(block.span)
    starts = [end.end() for end in _LINE_END.finditer(text)]
    marks = [_INDENTED.match(text, at) for at in starts]
    first = next((index for index, match in enumerate(marks) if match), len(marks))
    found = [match for match in marks[first:] if match]
    if len(found) < 2 or len(found) < len(marks) - first or block.list >= 0:
        return
    offset, at = block.span.start, found[0].start()
    lines = _INDENTED.sub(lambda match: f"{match['mark']} ", text[at:])
    edit = Edit(Span(offset + at, block.span.end), "\n" + lines)
    span = Span(*(offset + edge for edge in found[0].span("mark")))
    yield Finding(span, {"found": found[0]["mark"]}, (edit,), variant="indented")


def _starts_anew(text: str, at: int) -> bool:
    """Whether the line at an offset is printed as one: it is the first, or the line before it ends
    in a hard break."""
    return at == 0 or text[:at].rstrip("\r\n").endswith(_HARD)


def _marked(page: Page, marks: list[Span], end: int, mark: str) -> Edit:
    """The edit that puts a mark in the place of others. It holds all from the first to where the
    last one's words end, since those are other elements afterwards."""
    starts, ends = [span.end for span in marks], [*(span.start for span in marks[1:]), end]
    words = (page.source.slice(Span(*span)) for span in zip(starts, ends, strict=True))
    return Edit(Span(marks[0].start, end), "".join(mark + each for each in words))


def _mark_at(text: str, at: int) -> re.Match[str] | None:
    return (
        _BULLET.match(text, at)
        or _TIGHT.match(text, at)
        or _REFERENCE.match(text, at)
        or _STOP.match(text, at)
    )


def _apart(page: Page) -> Iterator[Finding]:
    """Paragraphs in a row that each open with a bullet: a list that Markdown prints as none."""
    row: list[Span] = []
    last = 0
    for block in (*page.blocks, None):
        match = None
        if block is not None and block.kind == "paragraph" and block.list < 0:
            at = block.span.start
            match = _ALONE.match(page.source.text, at) or (
                _RING.match(page.source.text, at) if page.language == "en" else None
            )
        if match is not None:
            row.append(Span(*match.span("mark")))
            last = block.span.end if block else last
            continue
        if len(row) >= _LEAST_ALONE:
            found = page.source.slice(row[0])
            yield Finding(
                row[0], {"found": found}, (_marked(page, row, last, "-"),), variant="apart"
            )
        row = []


def _marks_below(page: Page, block: Block) -> Iterator[Finding]:
    """Bullets that Markdown does not know, and dashes that lost their space, in the lines of an
    item that has a mark of its own."""
    text = page.source.slice(block.span)
    item = page.lists[block.list].items[block.item] if block.list >= 0 else None
    mark = page.source.text[item.start : item.marker_end].strip() if item else "<"
    if mark.startswith("<"):  # lines of HTML break where they like
        return
    for end in _LINE_END.finditer(text):
        match = _GLYPH.match(text, end.end()) or _DASH.match(text, end.end())
        if match is None or _starts_anew(text, end.end()):
            continue
        start, stop = match.span("mark")
        offset = block.span.start
        space = "" if text[stop : stop + 1].isspace() else " "
        below = _LINE_END.search(text, stop)
        line = text[stop : below.start() if below else len(text)]
        whole = Span(offset + start, offset + stop + len(line))
        variant = "below" if match["mark"] == "-" else ""
        sure = not variant or start == match.start()  # further in it may be an item of the item
        edits = (Edit(whole, mark + space + line),) if sure else ()
        span = Span(offset + start, offset + stop)
        yield Finding(span, {"found": match["mark"]}, edits, variant=variant)


def _lost(page: Page, found: ListBlock) -> Iterator[Finding]:
    """Lines of a list that lost their mark; none where lines are wrapped."""
    if page.source.text.startswith("<", found.span.start):
        return  # lines of HTML break where they like
    rows = [(item, block, page.source.slice(block.span)) for item, block in page.items(found)]
    broken = [row for row in rows if _LINE_END.search(row[2])]
    if not broken or len(rows) < 2 or len(broken) > max(1, len(rows) // 4):
        return
    for number, (item, block, text) in enumerate(broken, 1):
        ends = list(_LINE_END.finditer(text))
        if len(ends) != 1 or page.blocks[item.block] is not block:
            return
        first, second = text[: ends[0].start()], text[ends[0].end() :]
        last = number == len(broken) and item is rows[-1][0]
        whole = _EMPHASISED.fullmatch(second) is not None or (last and is_below(first, second))
        if not whole and (len(second.split()) < 3 or not is_complete(first) or not _opens(second)):
            continue
        start = block.span.start + ends[0].end()
        mark = page.source.text[item.start : item.marker_end].rstrip() + " "
        end = start + len(second.split()[0])
        words = " ".join(second.split()[:5])
        break_ = text[ends[0].start() : ends[0].end()]
        # the whole line: it is another element afterwards
        edit = Edit(Span(start, block.span.end), (break_ if whole else mark) + second)
        yield Finding(Span(start, end), {"found": words}, (edit,))


def _opens(second: str) -> bool:
    """Whether a line opens something new, with a verb as items do."""
    opening = _OPENING.match(second)
    return opening is not None and bool(word_forms(opening[0].lower()) & _VERBS)
