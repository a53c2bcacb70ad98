"""Sections that a page must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, dataclass, field
from jdlint.core.page import Heading, Page
from jdlint.core.text import Span
from jdlint.posting.sections import (
    Spec,
    applies,
    fold_heading,
    headings_of,
    misspelt,
    spec_of,
    specs_of,
)


@dataclass(frozen=True)
class RequiredSections:
    """Reports each configured section that a page lacks, at the place where it belongs.

    The place is the heading that follows it in the configured order, else the end of the page, as
    for a section that may stand anywhere. A recommended section is shown as a note. Values:
    ``section``, ``where``, ``headings``.
    """

    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())
    _specs: tuple[Spec, ...] = field(init=False, repr=False)
    _names: Mapping[str, str] = field(init=False, repr=False)
    _free: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_specs", specs_of(self.sections))
        names = {fold_heading(spec.name): spec.name for spec in self._specs}
        object.__setattr__(self, "_names", names)
        free = (str(row["name"]) for row in self.sections if row.get("order", True) is False)
        object.__setattr__(self, "_free", frozenset(free))

    @property
    def facets(self) -> tuple[str, ...] | None:
        return None if self._specs else ()

    def check(self, page: Page) -> Iterator[Finding]:
        if not self._specs:
            return
        headings = headings_of(page)
        found = [(heading, self._spec(heading)) for heading in headings]
        present = {spec.name for _, spec in found if spec}
        for index, spec in enumerate(self._specs):
            if spec.presence and spec.name not in present and applies(spec, page.meta):
                span, where = self._place(page, found, index)
                names = ", ".join(f"“{heading.text}”" for heading in headings[:12]) or "no headings"
                values = {"section": spec.name, "where": where, "headings": names}
                yield Finding(
                    span, values, certain=spec.presence == "required", variant=spec.presence
                )

    def _spec(self, heading: Heading) -> Spec | None:
        spec = spec_of(heading.text, self._specs)
        if spec is None:
            name = misspelt(heading.text, self._names)
            spec = next((s for s in self._specs if s.name == name), None)
        return spec

    def _place(
        self, page: Page, found: Sequence[tuple[Heading, Spec | None]], index: int
    ) -> tuple[Span, str]:
        later = {spec.name for spec in self._specs[index + 1 :]} - self._free
        if self._specs[index].name in self._free:
            later = set()
        for heading, spec in found:
            if spec and spec.name in later:
                return heading.span, f"before “{heading.text}”"
        if found:
            return found[-1][0].span, f"after “{found[-1][0].text}”"
        end = page.body.start + len(page.source.text[page.body.start :].rstrip())
        return Span(end, end), "at the end"
