"""One heading in several forms on the pages of a site: “Start Date”, “Start date”."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._evidence import SHOWN
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.text import Span
from jdlint.core.tools import Counter, defaultdict
from jdlint.site import Facts, Site
from jdlint.site.facts import HeadingFact


class _Use(NamedTuple):
    facts: Facts
    heading: HeadingFact


@dataclass(frozen=True)
class HeadingForms:
    """Reports a heading that differs in capitals from how at least ``least`` other pages write it;
    no more than ``share`` of the pages that have it may differ. Colons at its end do not count.
    Values: ``found``, ``better``, ``count``.
    """

    least: int = 2
    share: float = 0.34
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        found: dict[str, dict[str, _Use]] = defaultdict(dict)
        for facts in site.pages:
            for heading in facts.headings:
                if heading.level > 1 and heading.text:
                    key = _form(heading).casefold()
                    found[key].setdefault(facts.path, _Use(facts, heading))
        for uses in found.values():
            if len(uses) > self.least:
                yield from self._heading(list(uses.values()))

    def context(self, _site: Site) -> tuple[()]:
        """Nothing but the headings counts."""
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[str, ...]:
        """The page's headings."""
        return tuple(f"{heading.level} {heading.text}" for heading in facts.headings)

    def _heading(self, uses: list[_Use]) -> Iterator[Finding]:
        counts = Counter(_form(use.heading) for use in uses)
        better, count = counts.most_common(1)[0]
        rare = [use for use in uses if _form(use.heading) != better]
        if not rare or count < self.least or len(rare) > self.share * len(uses):
            return
        related = tuple(
            Related(Place(use.facts.path, use.heading.span), f"“{better}” here")
            for use in uses
            if _form(use.heading) == better
        )[:SHOWN]
        for use in rare:
            whole, text = use.heading.span, _form(use.heading)
            plain = whole.end - whole.start == len(use.heading.text)
            span = Span(whole.start, whole.start + len(text)) if plain else whole
            values = {"found": text, "better": better, "count": str(count)}
            edits = (Edit(span, better),) if plain else ()
            yield Finding(span, values, edits, related, use.facts.path)


def _form(heading: HeadingFact) -> str:
    return heading.text.rstrip(" :")
