"""What is wrong with the front matter as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page


@dataclass(frozen=True)
class FrontMatter:
    """Reports one kind of defect: unclosed, unparsable, duplicate-key, no-mapping or
    too-large.

    Values: ``detail`` (what the parser says, the key, or the limit). Variants: the kind.
    """

    defects: tuple[str, ...]

    @property
    def facets(self) -> tuple[str, ...]:
        return self.defects

    def check(self, page: Page) -> Iterator[Finding]:
        for defect in page.meta.defects:
            if defect.kind in self.defects:
                yield Finding(defect.span, {"detail": defect.detail}, variant=defect.kind)
