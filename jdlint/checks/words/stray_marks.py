"""Marks of emphasis that are printed because their partner is missing."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.regex import late

_KINDS = frozenset(("paragraph", "item", "heading", "quote", "cell"))
_DOUBLE = late(
    r"\*\*+|(?:^|[\s(“\"])(?P<open>__+)(?=[A-Za-z])|[A-Za-z.,:](?P<close>__+)(?=[\s).,:]|$)"
)
_SINGLE = late(
    r"(?:^|[\s(“\"])(?P<open>_)(?=[A-Z][a-z]* [a-z])|[a-z][.!,]?(?P<close>_)(?=[\s).,:]|$)"
)

_FOOTNOTE = late(
    r"\w\*(?!\*)(?=[\s.,;:)]|$)"
)  # a star after a word counts notes; two stars may too


@dataclass(frozen=True)
class StrayMarks:
    """Reports ``**``, ``__`` or an underscore at the edge of words that Markdown prints as it
    stands. Values: ``found``."""

    marks: ClassVar = ("**", "_")

    def check(self, page: Page) -> Iterator[Finding]:
        for block in page.blocks:
            if block.kind in _KINDS:
                yield from self._in(page, block)

    def _in(self, page: Page, block: Block) -> Iterator[Finding]:
        text = page.text(block)
        if ("**" not in text and "_" not in text) or _FOOTNOTE.search(text):
            return
        for pattern in (_DOUBLE, _SINGLE):
            for match in pattern.finditer(text):
                name = match.lastgroup
                start, end = match.span(name) if name else match.span()
                if not page.exact(block.start + start, block.start + end):
                    continue
                yield Finding(
                    page.prose.span(block.start + start, block.start + end),
                    {"found": text[start:end]},
                )
