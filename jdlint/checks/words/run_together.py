"""Lines that are meant to stand alone but are printed in one run."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.posting.kinds import text_kind

_LABEL = late(r"(?:\*\*|__)?[A-Z][\w/&' ’-]{1,40}(?:\([^()\n]{1,20}\))?:(?:\*\*|__)?[ \t]+\S")
_KEY = late(r"([A-Za-z][\w-]{0,30}):(?:[ \t]|$)")
_HEADER_KEYS = frozenset(
    "title slug date modified category tags author authors summary lang status template url "
    "save_as keywords subtitle image cover".split()
)
# what each of several sentences opens with that are items in all but name
_OPENS = late(r"(?:We|You)(?:[’']ll|[’']re|[’']ve| \w)")
_LINE_END = late(r"\r\n?|\n")
_QUOTE = late(r"^[ \t]*(?:>[ \t]?)+")
_ENDS = tuple(".!?,;:")
_SEVERAL, _LONGEST_NAME = 4, 4  # lines, and words of one that names a section
_HARD = ("  ", "\\", "<br>", "<br/>", "<br />")


@dataclass(frozen=True)
class RunTogether:
    """Reports a paragraph of ``least`` lines or more that are no wrapped text: each opens with a
    capital, none ends in a mark, and a line breaks where the next word would have had room, or all
    open with “We” or “You” and one has no stop (uncertain); two
    lines or more that open with a label and a colon; or four or more of which two are names of
    sections (variant ``sections``). Values: ``count``, ``second`` (the words that the second line
    opens with), ``section``."""

    least: int = 3
    marks: ClassVar = ("\n",)

    def check(self, page: Page) -> Iterator[Finding]:
        for block in page.blocks:
            if block.kind in ("paragraph", "quote") and block.source_end - block.source_start > 20:
                yield from self._in(page, block)

    def _in(self, page: Page, block: Block) -> Iterator[Finding]:
        text = page.source.slice(block.span)
        lines = _LINE_END.split(text)
        if len(lines) < 2:
            return
        if block.kind == "quote":
            lines = [_QUOTE.sub("", line) for line in lines]
        if any(line.endswith(_HARD) for line in lines[:-1]) or _is_header(page, block, lines):
            return
        if any("<" in line or "|" in line or "{" in line for line in lines):
            return
        labels = sum(1 for line in lines if _LABEL.match(line.strip()))
        alike = len(lines) >= self.least and _open_alike(lines)
        told = alike or (len(lines) >= self.least and _stand_alone(lines))
        section = _section_in(lines)
        if told or section or (labels >= 2 and labels == len(lines)):
            span = Span(block.span.start, block.span.start + len(lines[0]))
            words = " ".join(lines[1].split()[:4])
            values = {"count": str(len(lines)), "second": words, "section": section}
            yield Finding(span, values, variant="sections" if section else "", certain=not alike)


def _is_header(page: Page, block: Block, lines: Sequence[str]) -> bool:
    """Whether a block is what Pelican and MultiMarkdown read as front matter: lines of keys at the
    very top, of which two are known to them."""
    if page.source.text[: block.source_start].strip(" \t\r\n\ufeff"):
        return False
    keys = [_KEY.match(line) for line in lines]
    known = {key[1].lower() for key in keys if key is not None} & _HEADER_KEYS
    return None not in keys and len(known) > 1


def _section_in(lines: Sequence[str]) -> str:
    """The first of several lines that are names of sections and no more: two of two kinds, with
    lines behind them that open as items do."""
    rows = [line.strip() for line in lines]
    if len(rows) < _SEVERAL or not all(row[:1].isupper() or row[:1].isdigit() for row in rows):
        return ""
    names = [row.rstrip(":") for row in rows[:-1] if len(row.split()) <= _LONGEST_NAME]
    kinds = {name: text_kind(name) for name in names if not name.endswith((*_ENDS, ")"))}
    found = [name for name, kind in kinds.items() if kind]
    return found[0] if len({kinds[name] for name in found}) > 1 else ""


def _open_alike(lines: Sequence[str]) -> bool:
    """Whether all lines open with “We” or “You” and one has lost its full stop: text that is
    wrapped opens so by chance alone, and where each sentence has its line, each has its stop."""
    rows = [line.strip() for line in lines]
    return all(map(_OPENS.match, rows)) and not all(row.endswith(_ENDS) for row in rows[:-1])


def _stand_alone(lines: Sequence[str]) -> bool:
    rows = [line.strip() for line in lines]
    if any(not row[:1].isupper() or row.startswith(("http", "![")) for row in rows):
        return False
    if any(row.endswith(_ENDS) for row in rows[:-1]):
        return False
    width = max(map(len, rows))
    room = sum(
        len(row) + 1 + len(after.split(None, 1)[0]) <= width
        for row, after in itertools.pairwise(rows)
    )
    return 2 * room >= len(rows) - 1
