"""Headings of one level of which some end in a colon and others do not."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Heading, Page
from jdlint.core.text import Span

_OTHER_ENDS = tuple("?!.…")


@dataclass(frozen=True)
class HeadingMarks:
    """Reports, once for a level, that the fewer headings of a page end in a colon, or without one.

    A level is judged where it has ``least`` headings; those that end in another mark, or are a
    label with its value, count for nothing, and where the fewer are more than ``share`` nobody can
    say which was meant. Values: ``found``, ``rare``, ``count``. Variants: ``colon`` (the fewer
    have one), ``none``;
    ``one-colon`` and ``one-none`` where it is a single heading.
    """

    least: int = 3
    share: float = 0.4
    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        levels: dict[int, list[Heading]] = {}
        for section in page.sections:
            heading = section.heading
            text = heading.text
            if text and not text.endswith(_OTHER_ENDS) and ": " not in text:
                levels.setdefault(heading.level, []).append(heading)
        rows = [row for row in levels.values() if len(row) >= self.least and self._rare(row)]
        # two levels that go two ways: what most headings do counts
        most = max(rows, key=len, default=[])
        for headings in rows:
            rare, other = self._rare(headings)[0], self._rare(most)[0]
            if rare.text.endswith(":") == other.text.endswith(":"):
                yield from self._level(page, headings)

    def _rare(self, headings: list[Heading]) -> list[Heading]:
        """The fewer headings of a level; none where nobody can say which was meant."""
        ending = [heading for heading in headings if heading.text.endswith(":")]
        plain = [heading for heading in headings if not heading.text.endswith(":")]
        rare = min(ending, plain, key=len)
        return rare if len(rare) <= self.share * len(headings) else []

    def _level(self, page: Page, headings: list[Heading]) -> Iterator[Finding]:
        rare = self._rare(headings)
        spans = [heading.span for heading in rare]
        related = tuple(Related(Place(page.path, span), "here too") for span in spans[1:6])
        values = {"found": rare[0].text, "rare": str(len(rare)), "count": str(len(headings))}
        kind = "colon" if rare[0].text.endswith(":") else "none"
        edits = tuple(_edit(page, span, kind) for span in spans)
        variant = kind if len(rare) > 1 else f"one-{kind}"
        fixed = (
            edits
            if all(page.source.slice(s).strip() == h.text for s, h in zip(spans, rare, strict=True))
            else ()
        )
        yield Finding(spans[0], values, fixed, related, variant=variant)


def _edit(page: Page, span: Span, variant: str) -> Edit:
    end = span.start + len(page.source.slice(span).rstrip())
    return Edit(Span(end - 1, end), "") if variant == "colon" else Edit(Span(end, end), ":")
