"""Enumerations in a sentence whose first number is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.tools import cached_property

_NUMBER_WORDS = (
    "two",
    "second",
    "section",
    "figure",
    "table",
    "step",
    "tier",
    "level",
    "grade",
    "item",
    "clause",
)


@dataclass(frozen=True)
class SequenceStart:
    """Reports the second mark of an enumeration, such as “(2)”, where the first stands nowhere
    before it.

    ``marks`` maps second marks to first ones. The mark must follow a comma, a semicolon, a colon,
    “and” or “or”, else it is none: “two (2)”. Values: ``found``, ``first``.
    """

    marks: Mapping[str, str]
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        return tuple(self.marks)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.lower
        for hit in hits:
            block = page.block_at(hit.start)
            mark = self.needles[hit.needle]
            first = self.marks[mark]
            before = text[block.start : hit.start].rstrip()
            if block.kind not in kinds or not before or first in text[: hit.start]:
                continue
            last = before.rpartition(" ")[2]
            if last[-1] not in ",;:" and last not in ("and", "or"):
                continue
            if last in _NUMBER_WORDS or not text[hit.end : hit.end + 1].isspace():
                continue
            values = {"found": mark.strip(), "first": first.strip()}
            start = hit.start + len(mark) - len(mark.lstrip())
            yield Finding(page.prose.span(start, hit.end), values)
