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
# a line of plain words that stands four columns in; brackets are usual there
_PROSE = re.late(
    r"[ \t]*(?:[-*+•][ \t]+)?(?:[A-Z][\w’'-]*|\d{1,3}\+?),?"
    r"(?: [^\s{}\[\];=<>$\\|@#_]+){3,200}[ \t]*"
)
_SIGNS = re.late(r"--|::|//|\(\)|\w\(")
_LONG = 10  # words of a line that stands alone
_DEEP = 4  # columns of white space that make a line code
_WORD = re.late(r"(?:^|[ ,])[a-z]{3,}(?=[ ,.!]|$)", re.IGNORECASE)


@dataclass(frozen=True)
class CodeLists:
    """Reports a fenced block without the name of a language of which all lines, ``least`` or more,
    are items in plain words, and lines of prose that stand so far in that they are code (variant
    ``indented``). Values: ``count``."""

    least: int = 3
    marks: ClassVar = ("```", "~~~", "    ", "\t")

    def check(self, page: Page) -> Iterator[Finding]:
        for span in page.code:
            text = page.source.slice(span)
            fence = _FENCE.match(text)
            if fence is None:
                yield from _indented(page.source.text, span)
                continue
            if fence["info"].strip("`~ \t\r"):
                continue
            lines = [line for line in text[fence.end() :].splitlines() if line.strip()]
            lines = [line for line in lines if line.strip()[:3] not in ("```", "~~~")]
            if len(lines) >= self.least and all(map(_is_plain, lines)):
                end = span.start + len(fence[0].rstrip())
                yield Finding(Span(span.start, end), {"count": str(len(lines))})


def _indented(source: str, span: Span) -> Iterator[Finding]:
    """Lines of prose in a block that is code by its white space alone."""
    text = source[span.start : span.end]
    single = "\n" not in text.strip()
    if single and (len(text.split()) < _LONG or not text.rstrip().endswith(".")):
        return
    lines = [line for line in text.splitlines() if line.strip()]
    start = span.start + len(text) - len(text.lstrip())
    before = source[source.rfind("\n", 0, start) + 1 : start]
    if before.strip() or not ("\t" in before or len(before) >= _DEEP):
        return
    if all(_PROSE.fullmatch(line) and not _SIGNS.search(line) for line in lines):
        end = start + len(lines[0].strip())
        variant = "indented" if len(lines) > 1 else "line"
        yield Finding(Span(start, end), {"count": str(len(lines))}, variant=variant)


def _is_plain(line: str) -> bool:
    item = _ITEM.fullmatch(line)
    words = item["words"] if item else ""
    return item is not None and not _CODE.search(words) and _WORD.search(words) is not None
