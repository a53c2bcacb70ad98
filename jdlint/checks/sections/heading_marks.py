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

    A level is judged where it has ``least`` headings; those that end in another mark count for
    nothing, and where the fewer are more than ``share`` nobody can say which was meant. Values:
    ``found``, ``rare``, ``count``. Variants: ``colon`` (the fewer have one), ``none``;
    ``one-colon`` and ``one-none`` where it is a single heading.
    """

    least: int = 3
    share: float = 0.4
    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        levels: dict[int, list[Heading]] = {}
        for section in page.sections:
            heading = section.heading
            if heading.text and not heading.text.endswith(_OTHER_ENDS):
                levels.setdefault(heading.level, []).append(heading)
        for headings in levels.values():
            if len(headings) >= self.least:
                yield from self._level(page, headings)

    def _level(self, page: Page, headings: list[Heading]) -> Iterator[Finding]:
        ending = [heading for heading in headings if heading.text.endswith(":")]
        plain = [heading for heading in headings if not heading.text.endswith(":")]
        rare = min(ending, plain, key=len)
        if not rare or len(rare) > self.share * len(headings):
            return
        spans = [heading.span for heading in rare]
        related = tuple(Related(Place(page.path, span), "here too") for span in spans[1:6])
        values = {"found": rare[0].text, "rare": str(len(rare)), "count": str(len(headings))}
        kind = "colon" if rare is ending else "none"
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
