"""Dates that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.checks.words._told_days import PAIRS, Told, closes, days, full_days
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import TYPE_CHECKING, Any, ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.tools import cached_property

if TYPE_CHECKING:
    from jdlint.core.days import date

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# a day stands beside a month, or in figures: most pages have neither
_MARKS = (
    " Jan", " Feb", " Mar", " Apr", " May", " Jun", " Jul", " Aug", " Sep", " Oct", " Nov", " Dec",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "19-", "20", "Mai",
    "Juin", "Août", "Avril", "Okt", "Dez", "Fév", "Déc", "vrier", "juin", "avril", "embre",
)  # fmt: skip
_SHUT = late(
    r"^[\"']?(?:draft[\"']?[ \t]*[:=][ \t]*[\"']?(?:true|yes)|(?:open|published|active|live)"
    r"[\"']?[ \t]*[:=][ \t]*[\"']?(?:false|no)|status[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"(?:closed|filled|archived|expired|draft|inactive)|(?:closed|filled|archived|expired)[\"']?"
    r"[ \t]*[:=][ \t]*[\"']?(?:true|yes))\b",
    re.IGNORECASE | re.MULTILINE,
)


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
        if self.report in PAIRS:
            yield from PAIRS[self.report](page)
            return
        for told in days(page):
            values = self._values(told)
            if values:
                yield Finding(told.span(page), values)

    def _values(self, told: Told) -> dict[str, str]:
        found, named = told.words, told.named
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
        same: dict[date, list[Told]] = {}
        for told in full_days(page):
            if told.named.day and told.named.day < self._today and closes(page, told):
                same.setdefault(told.named.day, []).append(told)
        for first, *others in same.values():
            related = tuple(
                Related(Place(page.path, other.span(page)), "here too") for other in others
            )
            yield Finding(first.span(page), {"found": first.words}, related=related)
