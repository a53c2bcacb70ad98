"""Pages that speak to the reader here and of “candidates” there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding
from jdlint.core.page import Page
from jdlint.core.words import whole

_VERBS = (
    "will",
    "can",
    "may",
    "must",
    "should",
    "are",
    "is",
    "receive",
    "have",
    "for this",
    "for the",
)


@dataclass(frozen=True)
class DriftingAddress:
    """Reports the first of ``names`` that is the subject of a sentence, on pages that address the
    reader as “you” at least ``least`` times before it. Values: ``found``, ``count``."""

    names: tuple[str, ...]
    least: int = 3

    @cached_property
    def needles(self) -> Sequence[str]:
        return tuple(f"{name} {verb}" for name in self.names for verb in _VERBS)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in sorted(hits, key=lambda h: h.start):
            block = page.block_at(hit.start)
            if block.kind not in ("paragraph", "item") or not whole(page, hit.start, hit.end):
                continue
            count = (
                page.lower.count(" you", 0, hit.start)
                + page.lower.count("\nyou", 0, hit.start)
                + page.lower.startswith("you")
            )
            if count >= self.least:
                end = hit.start + len(self.names[hit.needle // len(_VERBS)])
                values = {"found": page.prose.text[hit.start : end], "count": str(count)}
                yield Finding(page.prose.span(hit.start, end), values)
            return
