"""Headings that break off."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_GOES_ON = late(r"[ \t]*\r?\n(?P<words>[a-z][^\n]*)")

_STOP = late(r"(?<![.!?])\.$")
# what ends in a full stop of its own: abbreviations, initials, a name such as “Node.”
_SHORT = late(
    r"(?:\b(?:etc|inc|ltd|co|corp|sr|jr|dr|no|st|vs|dept|approx|e\.g|i\.e|a\.m|p\.m)|\b\w)\.$", re.I
)


@dataclass(frozen=True)
class BrokenHeadings:
    """Reports a heading (``#``) whose sentence goes on in the next line, in small letters: Markdown
    ends the heading at the line's end. ``report: full-stop`` reports a heading of one phrase that
    ends in a full stop; where most headings of the page do, that is a style (uncertain). Values:
    ``found``, ``rest``, ``better``."""

    report: str = "broken"
    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        return self._stops(page) if self.report == "full-stop" else self._broken(page)

    def _stops(self, page: Page) -> Iterator[Finding]:
        ended = [h for h in page.headings if _STOP.search(h.text) and not _SHORT.search(h.text)]
        for heading in ended:
            better = heading.text[:-1]
            if ". " in better or "? " in better or "! " in better:
                continue  # sentences, not a phrase
            end = heading.span.end
            exact = page.source.text[end - 1 : end] == "."
            edits = (Edit(Span(end - 1, end), ""),) if exact else ()
            values = {"found": heading.text, "better": better}
            few = 2 * len(ended) <= len(page.headings) or len(page.headings) == 1
            yield Finding(heading.span, values, edits, certain=few)

    def _broken(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for heading in page.headings:
            if not text.startswith("#", heading.line.start) or not heading.text:
                continue
            rest = _GOES_ON.match(text, heading.line.end)
            if rest and heading.text[-1] not in ".!?":
                words = " ".join(rest["words"].split()[:6])
                yield Finding(heading.span, {"found": heading.text, "rest": words})
