"""How many of a page's words come from one of two lists."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.pattern import compile_pattern
from jdlint.core.tools import cached_property
from jdlint.posting.kinds import block_kind, table_of

_NO_TABLE = table_of(())
_WORD = re.late(r"[a-z]+(?:['’-][a-z]+)*")


@dataclass(frozen=True)
class WordShare:
    """Reports a page once where more than ``share`` percent of its words come from ``words``, at
    least ``margin`` points more than from ``against``, and at least ``least`` different ones.

    A trailing ``*`` stands for any ending. Titles, headings, legal sections and what an ``unless``
    pattern matches do not count. Values: ``share``, ``other``, ``words``.
    """

    words: tuple[str, ...]
    against: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    share: float = 2.0
    margin: float = 1.0
    least: int = 5

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return _pattern(self.words), _pattern(self.against)

    def check(self, page: Page) -> Iterator[Finding]:
        total, found, others, first = 0, list[str](), 0, -1
        for block in page.blocks:
            if block.kind in ("title", "heading") or block_kind(page, block, _NO_TABLE) == "legal":
                continue
            text = page.lower[block.start : block.end]
            for pattern in self.unless:
                text = compile_pattern(pattern, ignore_case=True).sub(
                    lambda match: "0" * len(match.group() or ""), text
                )
            for match in _WORD.finditer(text):
                total += 1
                if self._patterns[0].fullmatch(match[0]):
                    found.append(match[0])
                    first = block.start + match.start() if first < 0 else first
                elif self._patterns[1].fullmatch(match[0]):
                    others += 1
        if not total or len(set(found)) < self.least:
            return
        share, other = 100 * len(found) / total, 100 * others / total
        if share > self.share and share - other > self.margin:
            words = ", ".join(dict.fromkeys(found))
            values = {"share": f"{share:.1f}", "other": f"{other:.1f}", "words": words}
            yield Finding(page.prose.span(first, first + len(found[0])), values)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (
        re.escape(word.rstrip("*")) + (r"[\w’'-]*" if word.endswith("*") else "") for word in words
    )
    return re.compile("|".join(parts) or r"(?!)")
