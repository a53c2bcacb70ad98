"""The same item twice in one series between commas: “HTML, CSS, Sass, JS, Sass”."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.words import word_set
from jdlint.posting.jobposting.countries import code_of
from jdlint.posting.roles import HEADS

# parts of a few words each, inside one sentence: from its first comma on, which is quickly found
_SERIES = late(r",[ ][^,.;:!?()\n]{1,30}(?:,[ ][^,.;:!?()\n]{1,30}){2,39}")
_FIRST = late(r"[^,.;:!?()\n]{1,80}\Z")  # the part before it
_PART = late(r"(?:,[ ](?:(?:and|or)[ ])?|[ ](?:and|or)[ ])")
_FAR = 80  # characters of the first part
_LEAST = 5  # parts: a shorter row is read again before it is sent
_LONGEST = 3  # words of a part
_SHORT = 3  # letters: shorter ones are codes of states and countries
_RANKS = word_set("evp svp avp ceo cto cfo coo cmo cpo bsc msc phd")


@dataclass(frozen=True)
class RepeatedInSeries:
    """Reports a part of a series that stands in it already: a name or term with a capital or a
    figure, of up to three words, in a series of five or more. Values: ``found``."""

    scope: tuple[str, ...] = ("paragraphs", "items")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.prose.text
        for block in page.blocks:
            if block.kind in kinds and text.count(", ", block.start, block.end) >= _LEAST - 2:
                for row in _SERIES.finditer(text, block.start, block.end):
                    first = _FIRST.search(text[max(row.start() - _FAR, block.start) : row.start()])
                    if first is not None:
                        yield from _repeats(page, first[0] + row[0], row.start() - len(first[0]))


def _repeats(page: Page, series: str, at: int) -> Iterator[Finding]:
    """The one part that stands twice; of cities with their countries, and people with their
    teams, that take turns, more than one does."""
    parts = _parts(series)
    seen: dict[str, int] = {}
    again = list[tuple[int, int]]()
    for number, (first, last) in enumerate(parts):
        part = series[first:last]
        if _is_term(part) and number - seen.setdefault(part, number) > 1:
            again.append((first, last))
    if len(parts) >= _LEAST and len(again) == 1:
        first, last = again[0]
        yield Finding(page.prose.span(at + first, at + last), {"found": series[first:last]})


def _parts(series: str) -> list[tuple[int, int]]:
    """Where the parts of a series stand; of the first only its last word, and nothing where a
    capital before it tells that it may have more."""
    joints = list(_PART.finditer(series))
    before, _, _ = series[: joints[0].start()].rpartition(" ")
    named = before.rpartition(" ")[2][:1].isupper()
    start = joints[0].start() if named else len(before) + bool(before)
    starts = [start, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(series.rstrip())]
    return list(zip(starts, ends, strict=True))


def _is_term(part: str) -> bool:
    words = part.split()
    if len(part) < _SHORT or len(words) > _LONGEST or code_of(part.lower()):
        return False
    if words[-1].lower() in HEADS or words[-1].lower() in _RANKS:
        return False
    return any(char.isupper() for char in part)
