"""Dates that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import TYPE_CHECKING, Any, ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.read_once import read_once
from jdlint.core.tools import cached_property
from jdlint.posting.dates import NamedDay, named_days
from jdlint.posting.texts import Text, figured

if TYPE_CHECKING:
    from jdlint.core.days import date

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# a day stands beside a month, or in figures: most pages have neither
_MARKS = (
    " Jan", " Feb", " Mar", " Apr", " May", " Jun", " Jul", " Aug", " Sep", " Oct", " Nov", " Dec",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "19-", "20", "Mai",
    "Juin", "Août", "Avril", "Okt", "Dez", "Fév", "Déc", "vrier", "juin", "avril", "embre",
)  # fmt: skip


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
_SHUT = late(
    r"^[\"']?(?:draft[\"']?[ \t]*[:=][ \t]*[\"']?(?:true|yes)|(?:open|published|active|live)"
    r"[\"']?[ \t]*[:=][ \t]*[\"']?(?:false|no)|status[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"(?:closed|filled|archived|expired|draft|inactive)|(?:closed|filled|archived|expired)[\"']?"
    r"[ \t]*[:=][ \t]*[\"']?(?:true|yes))\b",
    re.IGNORECASE | re.MULTILINE,
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
    r"\b(?:rounds?|extend\w*|early|priorit\w*|first|second|third|final|late|spring|summer|autumn"
    r"|fall|winter|intakes?|cohorts?|either|batch\w*|referr\w*|referees?|references?|interviews?"
    r"|internal\w*|external\w*|updated?|previous\w*|was|were|or)\b",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a date that tell what it is for


@dataclass(frozen=True)
class DateSense:
    """``report: day`` finds a date that no calendar has (31 June), ``weekday`` a date with a year
    that falls on another day of the week, ``past`` a day up to which people could apply, where the
    page does not say that it is closed, ``order`` a first day of work before that
    day, ``opening`` a day from which people can apply, or on which the page went out, after it,
    ``twice`` two different such days, or two first days of work. ``pay`` may name ``today`` (for
    tests). Values: ``found``, ``named``, ``real``."""

    report: str
    pay: Mapping[str, Any] = setting("pay", {})
    marks: ClassVar[tuple[str, ...]] = _MARKS

    @cached_property
    def _today(self) -> date:
        from jdlint.core.days import date  # most pages name no day

        given = self.pay.get("today")
        if given is None:
            return date.today()
        return given if isinstance(given, date) else date.fromisoformat(str(given))

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "past":
            yield from self._past(page)
            return
        if self.report in _PAIRS:
            yield from _PAIRS[self.report](page)
            return
        for text, named in _days(page):
            values = self._values(text.words, named)
            if values:
                yield Finding(text.span(page, named.start, named.end), values)

    def _values(self, text: str, named: NamedDay) -> dict[str, str]:
        found = text[named.start : named.end]
        if self.report == "day":
            return {"found": found} if named.day is None else {}
        if named.day is None or not named.year or named.weekday in (None, named.day.weekday()):
            return {}
        real = _NAMES[named.day.weekday()]
        return {"found": found, "named": _NAMES[named.weekday or 0], "real": real}

    def _past(self, page: Page) -> Iterator[Finding]:
        front = page.meta.span.end if page.meta.format else 0
        if _SHUT.search(page.source.text, 0, front):
            return
        same: dict[date, list[_Row]] = {}
        for text, named in _full(page):
            if named.day and named.day < self._today and _closes(page, text, named):
                same.setdefault(named.day, []).append((text, named))
        for (text, named), *others in same.values():
            related = tuple(
                Related(Place(page.path, other.span(page, day.start, day.end)), "here too")
                for other, day in others
            )
            found = text.words[named.start : named.end]
            span = text.span(page, named.start, named.end)
            yield Finding(span, {"found": found}, related=related)


def _told(page: Page, text: Text, named: NamedDay) -> str:
    """The words before a day; for a value its key, which stands before it on the line."""
    if text.block is not None:
        return text.words[max(named.start - _BEFORE, 0) : named.start]
    line = page.source.text.rfind("\n", 0, text.offset) + 1
    return page.source.text[line : text.offset + named.start].replace("_", " ").replace("-", " ")


def _closes(page: Page, text: Text, named: NamedDay) -> bool:
    """Whether a day is the last on which people can apply."""
    before = _told(page, text, named)
    until = text.block is None or _UNTIL.search(before)
    return bool(until and _CLOSING.search(before))


_Row = tuple[Text, NamedDay]


def _full(page: Page) -> list[_Row]:
    """The days of a page that the calendar has, with their years."""
    return [(text, named) for text, named in _days(page) if named.day and named.year]


def _order(page: Page) -> Iterator[Finding]:
    """The first day of work where it comes before the one last day on which people can apply."""
    days = _full(page)
    last = [row for row in days if _closes(page, *row)]
    first = [row for row in days if _STARTING.search(_told(page, *row)) and row not in last]
    yield from _earlier(page, first, last, "the last day")


def _opening(page: Page) -> Iterator[Finding]:
    """The one last day where it comes before the day on which the page or applications opened."""
    days = _full(page)
    last = [row for row in days if _closes(page, *row)]
    first = [row for row in days if _opens(page, *row) and row not in last]
    yield from _earlier(page, last, first, "the first day")


def _opens(page: Page, text: Text, named: NamedDay) -> bool:
    if text.block is None:
        return _folded(text.key) in _PUBLISHED_KEYS
    return _OPENING.search(_told(page, text, named)) is not None


def _folded(key: str) -> str:
    """A key without what parts its words."""
    return key.lower().replace("_", "").replace("-", "")


def _earlier(page: Page, early: list[_Row], late_days: list[_Row], label: str) -> Iterator[Finding]:
    """The day of ``early`` where it comes before that of ``late_days``, each being one."""
    if len({named.day for _, named in early}) != 1 or len({n.day for _, n in late_days}) != 1:
        return
    (until, end), (text, start) = late_days[0], early[0]
    if start.day and end.day and start.day < end.day:
        yield _pair(page, (text, start), (until, end), label)


def _twice(page: Page) -> Iterator[Finding]:
    """Two last days on which people can apply, or two first days of work, in two texts."""
    days = _full(page)
    last = [row for row in days if _closes(page, *row)]
    first = [row for row in days if _STARTING.search(_told(page, *row)) and row not in last]
    for rows in (last, first):
        if len({named.day for _, named in rows}) != _TWO or len({id(t) for t, _ in rows}) < _TWO:
            continue
        if any(_ROUNDS.search(text.words) for text, _ in rows if text.block is not None):
            continue
        other = next(row for row in rows if row[1].day != rows[0][1].day)
        yield _pair(page, other, rows[0], "the other day")


def _pair(page: Page, here: _Row, there: _Row, label: str) -> Finding:
    (text, named), (other, day) = here, there
    values = {"found": text.words[named.start : named.end]}
    values["real"] = other.words[day.start : day.end]
    related = (Related(Place(page.path, other.span(page, day.start, day.end)), label),)
    return Finding(text.span(page, named.start, named.end), values, related=related)


_TWO = 2
_PAIRS = {"order": _order, "opening": _opening, "twice": _twice}


@read_once
def _days(page: Page) -> tuple[tuple[Text, NamedDay], ...]:
    """The days that a page names, each with the text that does."""
    return tuple(
        [(text, day) for text in figured(page) for day in named_days(text.words, page.language)]
    )
