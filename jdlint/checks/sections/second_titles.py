"""Pages with several headings of the first level."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.sections._hashes import is_hashed
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page

_SHOWN = 5


@dataclass(frozen=True)
class SecondTitles:
    """Reports, once for a page, the second heading of the first level that is written with “#”; the
    others are related. Values: ``found``, ``title`` (the first one)."""

    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        titles = [row for row in page.headings if row.level == 1 and is_hashed(page, row)]
        if len(titles) > 1:
            first, second, *more = titles
            related = tuple(
                Related(Place(page.path, row.span), "here too") for row in (first, *more)[:_SHOWN]
            )
            values = {"found": second.text, "title": first.text}
            yield Finding(second.span, values, related=related)
