"""What is wrong with the front matter as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.text import Span

_MOVED = ("indented", "low")


@dataclass(frozen=True)
class FrontMatter:
    """Reports kinds of defects: unclosed, indented, indented-end, low, unparsable, duplicate-key,
    no-mapping or too-large. The edit takes the spaces before a fence, or lines above it, away.

    Values: ``detail`` (what the parser says, the key, or the limit). Variants: the kind.
    """

    defects: tuple[str, ...]

    @property
    def facets(self) -> tuple[str, ...]:
        return self.defects

    def check(self, page: Page) -> Iterator[Finding]:
        for defect in page.meta.defects:
            if defect.kind in self.defects:
                edits: tuple[Edit, ...] = ()
                if defect.kind.startswith(_MOVED):
                    end = defect.span.end - len(defect.detail)
                    edits = (Edit(Span(defect.span.start, end), ""),)
                yield Finding(defect.span, {"detail": defect.detail}, edits, variant=defect.kind)
