"""Headings that leave out a level."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.sections._hashes import is_hashed
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page

_SHOWN = 5
_LEAST, _DEEP = 2, 3  # headings of a page, and the level that all of them have at least


@dataclass(frozen=True)
class HeadingLevels:
    """Reports, once for a page, the first heading that is two levels or more below the one before
    it; the others are related. Where there is none, the first of several headings that all stand
    three levels deep or more (variant ``first``, uncertain: a layout may add one).

    Values: ``found``, ``level`` and ``better`` (the marks that it has, and that it needs),
    ``above`` (the heading before it).
    """

    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        rows = [
            (before, heading)
            for before, heading in zip(page.headings, page.headings[1:], strict=False)
            if heading.level > before.level + 1
            and is_hashed(page, heading)
            and not heading.text.endswith(".")  # a sentence that is set small
        ]
        if not rows:
            yield from _first(page)
            return
        before, heading = rows[0]
        values = {
            "found": heading.text,
            "above": before.text,
            "level": "#" * heading.level,
            "better": "#" * (before.level + 1),
        }
        related = tuple(
            Related(Place(page.path, row.span), "here too") for _, row in rows[1 : _SHOWN + 1]
        )
        yield Finding(heading.span, values, related=related)


def _first(page: Page) -> Iterator[Finding]:
    """The first heading of a page that has no heading of the levels that pages start with."""
    headings = page.headings
    if len(headings) < _LEAST or min(heading.level for heading in headings) < _DEEP:
        return
    first = headings[0]
    if is_hashed(page, first):
        values = {"found": first.text, "above": "", "level": "#" * first.level, "better": "##"}
        related = tuple(Related(Place(page.path, row.span), "here too") for row in headings[1:6])
        yield Finding(first.span, values, related=related, variant="first", certain=False)
