"""From what was found on each page and across pages to what a reader gets."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import TYPE_CHECKING
from jdlint.engine.settle import plainest

if TYPE_CHECKING:
    from jdlint.core.diagnostic import Diagnostic
    from jdlint.core.page import Reader
    from jdlint.engine.checker import Checker
    from jdlint.engine.records import PageRecord, SiteRecord


def reduced(
    checker: Checker,
    pages: Sequence[PageRecord],
    site: SiteRecord,
    sources: Reader,
    *,
    external: bool = False,
) -> list[Diagnostic]:
    """The diagnostics on the reported pages, in order of path and place: one for each defect, none
    that a comment silences."""
    found = {d for page in pages for d in page.diagnostics}
    found.update(site.diagnostics)
    left = plainest(checker.plan, found)
    silencing = [page for page in pages if page.suppressions and page.reported]
    if silencing:
        from jdlint.engine.suppressions import unasked, unsilenced

        mute = unasked(checker.plan, external, site.notices)
        left = unsilenced(checker, left, silencing, sources, mute)
    return sorted(left, key=lambda d: d.sort_key)
