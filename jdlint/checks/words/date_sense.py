"""Dates that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.read_once import read_once
from jdlint.posting.dates import NamedDay, named_days
from jdlint.posting.texts import Text, figured

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# a day stands beside a month, or in figures: most pages have neither
_MARKS = (
    " Jan", " Feb", " Mar", " Apr", " May", " Jun", " Jul", " Aug", " Sep", " Oct", " Nov", " Dec",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "19-", "20", "Mai",
    "Juin", "Août", "Avril", "Okt", "Dez", "Fév", "Déc",
)  # fmt: skip


@dataclass(frozen=True)
class DateSense:
    """``report: day`` finds a date that no calendar has (31 June), ``weekday`` a date with a year
    that falls on another day of the week. Values: ``found``, ``named``, ``real``."""

    report: str
    marks: ClassVar[tuple[str, ...]] = _MARKS

    def check(self, page: Page) -> Iterator[Finding]:
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


@read_once
def _days(page: Page) -> tuple[tuple[Text, NamedDay], ...]:
    """The days that a page names, each with the text that does."""
    return tuple([(text, day) for text in figured(page) for day in named_days(text.words)])
