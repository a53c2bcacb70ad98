"""Lists in a block of code, which are printed with their marks."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

_FENCE = re.late(r"(?:```|~~~)(?P<info>[^\n]*)\n")
_ITEM = re.late(r"[ \t]*[-*+•][ \t]+(?P<words>[^\n]*)")
_CODE = re.late(r"[(){}\[\];=<>$\\|@#_]|--|::|//")
_WORD = re.late(r"(?:^|[ ,])[a-z]{3,}(?=[ ,.!]|$)", re.IGNORECASE)


@dataclass(frozen=True)
class CodeLists:
    """Reports a fenced block without the name of a language of which all lines, ``least`` or more,
    are items in plain words. Values: ``count``."""

    least: int = 3
    marks: ClassVar = ("```", "~~~")

    def check(self, page: Page) -> Iterator[Finding]:
        for span in page.code:
            text = page.source.slice(span)
            fence = _FENCE.match(text)
            if fence is None or fence["info"].strip("`~ \t\r"):
                continue
            lines = [line for line in text[fence.end() :].splitlines() if line.strip()]
            lines = [line for line in lines if line.strip()[:3] not in ("```", "~~~")]
            if len(lines) >= self.least and all(map(_is_plain, lines)):
                end = span.start + len(fence[0].rstrip())
                yield Finding(Span(span.start, end), {"count": str(len(lines))})


def _is_plain(line: str) -> bool:
    item = _ITEM.fullmatch(line)
    words = item["words"] if item else ""
    return item is not None and not _CODE.search(words) and _WORD.search(words) is not None
