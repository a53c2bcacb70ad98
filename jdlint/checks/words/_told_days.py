"""The days that a page names by what it says of them: the last on which people can apply, the first
of work, the one on which the page went out; and two of them that do not go together."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import NamedTuple
from jdlint.core.names import fold
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.read_once import read_once
from jdlint.core.text import Span
from jdlint.posting.dates import NamedDay, named_days
from jdlint.posting.several import several_jobs
from jdlint.posting.texts import Text, figured

# what a day after which nobody can apply is told by: a key, or the words before it
_CLOSING = late(
    r"(?:^|[^a-z])(?:clos(?:es|ing|e)|deadline|expir(?:es|y|e|ation)|valid[ _-]?(?:through|until)"
    r"|apply|applications?|applying|submit|due|no later than|send)(?:[^a-z]|$)",
    re.IGNORECASE,
)
_UNTIL = late(
    r"(?:\b(?:by|before|until|till|through|no later than|deadline|closes?|closing|ends|due)\b"
    r"|[-–:])[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
# a label right before the day says what the day is for, whatever stands before the label
_LABEL = late(r"(?:^|[^\w(])([A-Z][A-Za-z ()/-]{2,40}:)\s*$")
_WRITE_BY = late(
    r"\b(?:write|e-?mail|contact|reach out|get in touch)\b[^.!?\n]{0,40}"
    r"\b(?:by|before|until|no later than) $",
    re.IGNORECASE,
)
# what a first day of work is told by
_STARTING = late(
    r"(?:\bstart(?:ing)? date|\b(?:position|job|role|contract|appointment|internship|you)"
    r"(?: will| to| can| should| is to)? (?:start|begin|commence)s?)\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
# what a day from which people can apply, or on which the page went out, is told by
_OPENING = late(
    r"(?:\bapplications? (?:will )?(?:opens?|starts?|be accepted)(?: on| from)?"
    r"|\b(?:apply|applications are (?:accepted|welcome)) (?:from|starting|as of)"
    r"|\b(?:posted|published|advertised|posting date|publication date|opening date|date posted)"
    r"(?: on)?)\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_PUBLISHED_KEYS = frozenset("date posted published dateposted datepublished publishdate".split())
# words that make a second day right: rounds, places, a day that was put off
_ROUNDS = late(
    r"\b(?:rounds?|extend\w*|earl(?:y|iest)|latest|priorit\w*|first|second|third|final|late|spring|summer|autumn"
    r"|fall|winter|intakes?|cohorts?|either|batch\w*|referr\w*|referees?|references?|interviews?"
    r"|internal\w*|external\w*|updated?|previous\w*|was|were|or)\b",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a date that tell what it is for
_TWO = 2


class Told(NamedTuple):
    """A day and the text that names it."""

    text: Text
    named: NamedDay

    def span(self, page: Page) -> Span:
        """Where it stands in the source."""
        return self.text.span(page, self.named.start, self.named.end)

    @property
    def words(self) -> str:
        """As it is written."""
        return self.text.words[self.named.start : self.named.end]


@read_once
def days(page: Page) -> tuple[Told, ...]:
    """The days that a page names."""
    return tuple(
        [Told(text, day) for text in figured(page) for day in named_days(text.words, page.language)]
    )


def full_days(page: Page) -> list[Told]:
    """Those that the calendar has, with their years."""
    return [told for told in days(page) if told.named.day and told.named.year]


def closes(page: Page, told: Told) -> bool:
    """Whether a day is the last on which people can apply."""
    before = _before(page, told)
    if told.text.block is None:
        return _CLOSING.search(before) is not None
    label = _LABEL.search(before)
    before = label[1] if label else before
    return bool((_UNTIL.search(before) and _CLOSING.search(before)) or _WRITE_BY.search(before))


def _before(page: Page, told: Told) -> str:
    """The words before a day; for a value its key, which stands before it on the line."""
    text, start = told.text, told.named.start
    if text.block is not None:
        return text.words[max(start - _BEFORE, 0) : start]
    line = page.source.text.rfind("\n", 0, text.offset) + 1
    return page.source.text[line : text.offset + start].replace("_", " ").replace("-", " ")


def _starts(page: Page, told: Told) -> bool:
    return _STARTING.search(_before(page, told)) is not None


def _opens(page: Page, told: Told) -> bool:
    if told.text.block is None:
        return fold(told.text.key) in _PUBLISHED_KEYS
    return _OPENING.search(_before(page, told)) is not None


def _order(page: Page) -> Iterator[Finding]:
    """The first day of work where it comes before the one last day on which people can apply."""
    rows = full_days(page)
    last = [row for row in rows if closes(page, row)]
    first = [row for row in rows if _starts(page, row) and row not in last]
    yield from _earlier(page, first, last, "the last day")


def _opening(page: Page) -> Iterator[Finding]:
    """The one last day where it comes before the day on which the page or applications opened."""
    rows = full_days(page)
    last = [row for row in rows if closes(page, row)]
    first = [row for row in rows if _opens(page, row) and row not in last]
    yield from _earlier(page, last, first, "the first day")


def _earlier(page: Page, early: list[Told], late_days: list[Told], label: str) -> Iterator[Finding]:
    """The day of ``early`` where it comes before that of ``late_days``, each being one."""
    if any(len({row.named.day for row in rows}) != 1 for rows in (early, late_days)):
        return
    start, end = early[0], late_days[0]
    if start.named.day and end.named.day and start.named.day < end.named.day:
        yield _pair(page, start, end, label)


def _twice(page: Page) -> Iterator[Finding]:
    """Two last days on which people can apply, or two first days of work, in two texts; each of
    several jobs has its own."""
    if several_jobs(page):
        return
    rows = full_days(page)
    last = [row for row in rows if closes(page, row)]
    first = [row for row in rows if _starts(page, row) and row not in last]
    for same in (last, first):
        if len({row.named.day for row in same}) != _TWO or len({id(r.text) for r in same}) < _TWO:
            continue
        if any(_ROUNDS.search(row.text.words) for row in same if row.text.block is not None):
            continue
        other = next(row for row in same if row.named.day != same[0].named.day)
        yield _pair(page, other, same[0], "the other day")


def _pair(page: Page, here: Told, there: Told, label: str) -> Finding:
    related = (Related(Place(page.path, there.span(page)), label),)
    values = {"found": here.words, "real": there.words}
    return Finding(here.span(page), values, related=related)


PAIRS = {"order": _order, "opening": _opening, "twice": _twice}
