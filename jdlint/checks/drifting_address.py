"""Pages that speak to the reader here and of “candidates” there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jdlint.checks import Hit
from jdlint.diagnostic import Finding
from jdlint.page import Page

_YOU = re.compile(r"\byou(?:r|['’]\w+)?\b")
_REST = re.compile(r" (?:for (?:this|the) (?:position|role|job) )?(?:will|can|may|must|should|are|is|receive|have|needs?)\b")


@dataclass(frozen=True)
class DriftingAddress:
    """Reports the first of ``names`` that is the subject of a sentence, on pages that address the reader as “you” at
    least ``least`` times before it. Values: ``found``, ``count``.
    """

    names: tuple[str, ...]
    least: int = 3

    @property
    def needles(self) -> Sequence[str]:
        return self.names

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in sorted(hits, key=lambda h: h.start):
            block = page.block_at(hit.start)
            match = _REST.match(page.lower, hit.end)
            if block.kind not in ("paragraph", "item") or match is None or page.lower[hit.start - 1 : hit.start].isalnum():
                continue
            count = len(_YOU.findall(page.lower, 0, hit.start))
            if count >= self.least:
                found = page.prose.text[hit.start : hit.end]
                yield Finding(page.prose.span(hit.start, hit.end), {"found": found, "count": str(count)})
            return
