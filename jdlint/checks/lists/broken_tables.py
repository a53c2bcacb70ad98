"""Tables that Markdown prints as text, for their line of dashes does not fit their head."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

_DASHES = re.late(r"^[ \t]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)
_CODE = re.late(r"`[^`\n]*`")


@dataclass(frozen=True)
class BrokenTables:
    """Reports the line of dashes below the head of a table that has another number of cells than
    the head. Values: ``found`` and ``wanted``, the numbers of cells."""

    marks: ClassVar = ("--|", "-- |", ":|", ": |")

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for match in _DASHES.finditer(text, page.body.start):
            line = match[0].rstrip("\r ")
            head = text[text.rfind("\n", 0, match.start() - 1) + 1 : max(match.start() - 1, 0)]
            wanted, found = _cells(head), _cells(line)
            if "|" in head and wanted > 1 and wanted != found and not page.in_code(match.start()):
                start = match.start() + len(line) - len(line.lstrip())
                values = {"found": str(found), "wanted": str(wanted)}
                yield Finding(Span(start, match.start() + len(line)), values)


def _cells(line: str) -> int:
    """How many cells a row of a table has: a bar at its edges parts none."""
    line = _CODE.sub("", line).replace("\\|", "").strip()
    return len(line.removeprefix("|").removesuffix("|").split("|"))
