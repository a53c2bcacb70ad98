"""Lists in which one item leaves the tense of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.page import Page

_FUTURE = re.compile(r"\b(?:will|shall|can expect|are going to|is going to)\b|[’']ll\b")
_PRESENT = re.compile(
    r"^(?:(?:\w+ ){0,2}(?:candidates?|applicants?|you|we|they))\s(?:\w+ly )?(?P<verb>(?!will\b|"
    r"shall\b|may\b|can\b|must\b|might\b|would\b|could\b|should\b|to\b|who\b|and\b|with\b|for\b|"
    r"from\b|in\b|of\b|that\b|is\b|has\b)"
    r"(?:receive|get|are|complete|meet|talk|speak|interview|have|take|schedule|hear|submit|send|begin|start|go|join|do|visit|present|move|attend|discuss|sign|answer|fill|proceed)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TenseDrift:
    """Reports the items of a list that tell in the present what the others tell in the future.

    At least ``share`` of the items, and ``least``, must speak of the future. Values: ``found``.
    """

    least: int = 3
    share: float = 0.7

    @property
    def needles(self) -> Sequence[str]:
        return (
            "candidates will",
            "applicants will",
            "you will",
            "we will",
            "candidate will",
            "applicant will",
            "you’ll",
            "you'll",
            "we’ll",
            "we'll",
        )

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        for index in sorted({page.block_at(hit.start).list for hit in hits} - {-1}):
            rows = [block for _, block in page.items(page.lists[index])]
            future = [block for block in rows if _FUTURE.search(page.text(block))]
            if len(future) < self.least or len(future) < self.share * len(rows):
                continue
            for block in rows:
                match = _PRESENT.match(page.text(block))
                if match is not None and block not in future:
                    start, end = block.start + match.start("verb"), block.start + match.end("verb")
                    model = page.prose.span(future[0].start, future[0].end)
                    related = (Related(Place(page.path, model), "speaks of the future"),)
                    yield Finding(
                        page.prose.span(start, end), {"found": match["verb"]}, related=related
                    )
