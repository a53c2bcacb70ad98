"""Headings that leave out a level."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Heading, Page

_SHOWN = 5


@dataclass(frozen=True)
class HeadingLevels:
    """Reports, once for a page, the first heading that is two levels or more below the one before
    it; the others are related.

    Values: ``found``, ``level`` and ``better`` (the marks that it has, and that it needs),
    ``above`` (the heading before it).
    """

    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        rows = [
            (before, heading)
            for before, heading in zip(page.headings, page.headings[1:], strict=False)
            if heading.level > before.level + 1
            and _is_marked(page, heading)
            and not heading.text.endswith(".")  # a sentence that is set small
        ]
        if not rows:
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


def _is_marked(page: Page, heading: Heading) -> bool:
    """Whether the heading is written with “#”; those of HTML are the layout's."""
    return page.source.text.startswith("#", heading.line.start)
