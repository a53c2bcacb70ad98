"""Sections in another order than the configured one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Any, dataclass, field
from jdlint.core.page import Heading, Page
from jdlint.posting.sections import Spec, spec_of, specs_of

_MOST = 200  # headings compared at one level: the search is quadratic


@dataclass(frozen=True)
class SectionOrder:
    """Reports the fewest headings that would have to move for the page to follow the order of
    ``sections``.

    Only headings of one level below one parent are compared. Values: ``section``, ``before``.
    """

    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())
    _specs: tuple[Spec, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ordered = [row for row in self.sections if row.get("order", True) is not False]
        object.__setattr__(self, "_specs", specs_of(ordered))

    @property
    def facets(self) -> tuple[str, ...]:
        return ("sections",) if len(self._specs) > 1 else ()

    def check(self, page: Page) -> Iterator[Finding]:
        if len(self._specs) < 2:
            return
        groups: dict[tuple[int, int], list[tuple[int, Heading]]] = {}
        for section in page.sections:
            spec = spec_of(section.heading.text, self._specs)
            if spec:
                row = (self._specs.index(spec), section.heading)
                groups.setdefault((section.parent, section.heading.level), []).append(row)
        for rows in groups.values():
            yield from self._moved(page, rows[:_MOST])

    def _moved(self, page: Page, rows: list[tuple[int, Heading]]) -> Iterator[Finding]:
        kept = _longest_rising([rank for rank, _ in rows])
        for index, (rank, heading) in enumerate(rows):
            if index in kept:
                continue
            after = [rows[i] for i in sorted(kept) if rows[i][0] > rank]
            other = min(after)[1] if after and after[0][1].span < heading.span else None
            before = other or max((rows[i] for i in kept), key=lambda row: row[0])[1]
            where = f"before “{before.text}”" if other else f"after “{before.text}”"
            related = (Related(Place(page.path, before.span), f"“{before.text}” stands here"),)
            yield Finding(heading.span, {"section": heading.text, "where": where}, related=related)


def _longest_rising(ranks: list[int]) -> set[int]:
    """The indices of a longest part of ``ranks`` that never falls; of several, the one that starts
    first."""
    length: list[int] = []
    before: list[int] = []
    for index, rank in enumerate(ranks):
        fitting = [j for j in range(index) if ranks[j] <= rank]
        best = max(fitting, key=lambda j: (length[j], -j), default=-1)
        before.append(best)
        length.append(length[best] + 1 if best >= 0 else 1)
    kept: set[int] = set()
    index = max(range(len(ranks)), key=lambda i: (length[i], -i), default=-1)
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
