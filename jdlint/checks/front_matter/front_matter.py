"""What is wrong with the front matter as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page


@dataclass(frozen=True)
class FrontMatter:
    """Reports one kind of defect: missing, unclosed, unparsable, duplicate-key, no-mapping or
    too-large.

    Values: ``detail`` (what the parser says, the key, or the limit). Variants: the kind.
    """

    defects: tuple[str, ...]

    @property
    def facets(self) -> tuple[str, ...]:
        return self.defects

    def check(self, page: Page) -> Iterator[Finding]:
        meta = page.meta
        if "missing" in self.defects and not meta.format:
            yield Finding(page.source.line_span(1), {}, variant="missing")
        for defect in meta.defects:
            if defect.kind in self.defects:
                yield Finding(defect.span, {"detail": defect.detail}, variant=defect.kind)
