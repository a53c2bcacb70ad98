"""Headings that break off."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.regex import late

_GOES_ON = late(r"[ \t]*\r?\n(?P<words>[a-z][^\n]*)")


@dataclass(frozen=True)
class BrokenHeadings:
    """Reports a heading (``#``) whose sentence goes on in the next line, in small letters: Markdown
    ends the heading at the line's end. Values: ``found``, ``rest``."""

    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for heading in page.headings:
            if not text.startswith("#", heading.line.start) or not heading.text:
                continue
            rest = _GOES_ON.match(text, heading.line.end)
            if rest and heading.text[-1] not in ".!?":
                words = " ".join(rest["words"].split()[:6])
                yield Finding(heading.span, {"found": heading.text, "rest": words})
