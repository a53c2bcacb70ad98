"""Two forms of one mark on a page."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import dataclass
from jdlint.core.page import Page


@dataclass(frozen=True)
class MixedMarks:
    """Reports the rarer of two ``marks`` between letters, once for a page, of equal ones the first;
    the edits make all alike.

    Values: ``found``, ``other``, ``rare``, ``count``.
    """

    marks: tuple[str, ...]

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        first, second = self.marks
        if first not in text or second not in text:
            return
        places = {mark: list(_between_letters(text, mark)) for mark in (first, second)}
        if not all(places.values()):
            return
        rare = min((first, second), key=lambda mark: len(places[mark]))
        other = second if rare == first else first
        spans = [page.prose.span(at, at + len(rare)) for at in places[rare]]
        edits = (
            tuple(Edit(span, other) for span in spans)
            if all(page.source.slice(s) == rare for s in spans)
            else ()
        )
        related = tuple(Related(Place(page.path, span), "here too") for span in spans[1:6])
        values = {
            "found": rare,
            "other": other,
            "rare": str(len(places[rare])),
            "count": str(len(places[other])),
        }
        yield Finding(spans[0], values, edits, related)


def _between_letters(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            yield at
        at = text.find(mark, at + 1)
