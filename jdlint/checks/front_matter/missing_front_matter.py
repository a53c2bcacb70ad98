"""Pages without front matter on a site whose pages have it."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.text import Span
from jdlint.site import Site
from jdlint.site.vote import share_of


@dataclass(frozen=True)
class MissingFrontMatter:
    """Reports pages without front matter where at least ``least`` other pages have it
    (certain where ``share`` of all have); and pages without a word. A repository whose pages have
    none needs none: it is read where it lies. Values: ``evidence``. Variants: ``empty``."""

    least: int = 2
    share: float = 0.66
    across: ClassVar[tuple[str, ...]] = ("pages",)
    facets: ClassVar[tuple[str, ...]] = ("missing",)

    def check(self, page: Page) -> Iterator[Finding]:
        if not page.source.text.strip():
            yield Finding(page.source.line_span(1), {}, variant="empty")

    def check_site(self, site: Site) -> Iterator[Finding]:
        without = [facts for facts in site.pages if facts.title_span.end == 0]
        having, count = len(site.pages) - len(without), len(site.pages)
        if having < self.least:
            return
        certain = having >= self.share * count
        for facts in without:
            if facts.blocks or facts.links:
                end = facts.blocks[0].end if facts.blocks else facts.links[0].span.end
                values = {"evidence": share_of(having, count, "job pages")}
                yield Finding(Span(0, end), values, path=facts.path, certain=certain)
