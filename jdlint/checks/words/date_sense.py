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
    r"|[-–:])[^.!?\n]{0,25}$",
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
_BEFORE = 60  # characters before a date that tell what it is for


@dataclass(frozen=True)
class DateSense:
    """``report: day`` finds a date that no calendar has (31 June), ``weekday`` a date with a year
    that falls on another day of the week, ``past`` a day up to which people could apply, where the
    page does not say that it is closed, ``order`` a first day of work before that
    day. ``pay`` may name ``today`` (for tests). Values: ``found``,
    ``named``, ``real``."""

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
        if self.report in ("past", "order"):
            yield from self._past(page) if self.report == "past" else _order(page)
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
        for text, named in _days(page):
            if named.day is None or not named.year or named.day >= self._today:
                continue
            if _closes(page, text, named):
                found = text.words[named.start : named.end]
                yield Finding(text.span(page, named.start, named.end), {"found": found})


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


def _order(page: Page) -> Iterator[Finding]:
    """The first day of work where it comes before the one last day on which people can apply."""
    days = [(text, named) for text, named in _days(page) if named.day and named.year]
    last = [row for row in days if _closes(page, *row)]
    first = [row for row in days if _STARTING.search(_told(page, *row))]
    if len({named.day for _, named in last}) != 1 or len({named.day for _, named in first}) != 1:
        return
    (until, end), (text, start) = last[0], first[0]
    if start.day and end.day and start.day < end.day and (text, start) not in last:
        values = {"found": text.words[start.start : start.end]}
        values["real"] = until.words[end.start : end.end]
        related = (Related(Place(page.path, until.span(page, end.start, end.end)), "the last day"),)
        yield Finding(text.span(page, start.start, start.end), values, related=related)


@read_once
def _days(page: Page) -> tuple[tuple[Text, NamedDay], ...]:
    """The days that a page names, each with the text that does."""
    return tuple(
        [(text, day) for text in figured(page) for day in named_days(text.words, page.language)]
    )
