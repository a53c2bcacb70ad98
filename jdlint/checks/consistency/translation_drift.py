"""Pages that are translations of each other and do not say the same."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.consistency import _same_figures, _same_sections, _same_values, _untranslated
from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.posting.translations import pairs
from jdlint.site import Site

_REPORTS = {
    "values": _same_values.differ,
    "figures": _same_figures.differ,
    "sections": _same_sections.differ,
}


@dataclass(frozen=True)
class TranslationDrift:
    """Compares a page with its translation: one with the same ``translationKey``, the same ``ref``
    beside a ``lang``, or the same path but for the language in it.

    ``report: values`` finds days, amounts, kinds of employment and switches of the front matter
    that differ, and texts (a place, a team) that are the translation of another one on the pages
    around; ``figures`` one number or day of the text that differs where all others agree;
    ``sections`` a section that only one has, or two that stand in another order; ``missing`` a page
    without a translation that ``share`` of the pages in its language have, at least ``least``.
    Values: ``language`` and ``path`` of the other page, ``found``, ``better``, ``key``,
    ``evidence``. Variants of ``values``: differs, here, there; of ``sections``: fewer, more, order.
    """

    report: str
    least: int = 4
    share: float = 0.8
    across: ClassVar[tuple[str, ...]] = ("languages",)

    def __post_init__(self) -> None:
        if self.report not in (*_REPORTS, "missing"):
            raise ValueError("“report” is values, figures, sections or missing")

    def check_site(self, site: Site) -> Iterator[Finding]:
        if self.report == "missing":
            yield from _untranslated.lacking_pages(site, self.least, self.share)
        else:
            yield from _REPORTS[self.report](pairs(site))
