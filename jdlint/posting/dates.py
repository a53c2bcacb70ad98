"""Days that a text names: with a month's name, or in figures with the year first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

# English, German and French, by their first letters; a month is known by its number from 1
_MONTHS = (
    "jan", "feb|fév|fev", "mar|mär|maer", "apr|avr", "may|mai", "jun|juin", "jul|juil",
    "aug|aoû|aou", "sep", "oct|okt", "nov", "dec|dez|déc",
)  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary|uar|vier)?|Feb(?:ruary|ruar)?|F[ée]vrier|Mar(?:ch|s)?|März|Apr(?:il)?|Avril"
    r"|Ma[iy]|June?|Jun?i|Juin|July?|Juillet|Aug(?:ust)?|Ao[ûu]t|Sept?(?:ember|embre)?"
    r"|O[ck]t(?:ober|obre)?|Nov(?:ember|embre)?|De[cz](?:ember)?|D[ée]cembre)"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?:(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\.?,?"
    r"(?: the)? )?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.late(
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?(?: of)? (?P<month>{_MONTH})\b"
        rf"(?:\.?,? {_YEAR}\b)?"
    ),
    # a bare “June 31” may be a month and a count: the year, an ordinal or the end of it says more
    re.late(
        rf"\b{_WEEKDAY}(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})"
        rf"(?:(?:st|nd|rd|th)?,? {_YEAR}\b|(?:st|nd|rd|th)\b|(?=[.,;:)]|$))"
    ),
    re.late(r"(?<![\d/.-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])"),
)
# what each form holds: a quick look first
_STARTS = re.late(
    r"Jan|Feb|F[ée]v|Ma[ryi]|Mär|Apr|Avr|Ju[nil]|Aug|Ao[uû]|Sep|Oct|Okt|Nov|Dec|Dez|Déc"
)
_LONGEST = 31
_LEAP = 2024  # a year that has each day


class NamedDay(NamedTuple):
    """A day as a text names it: ``day`` is None where the calendar has no such day; ``weekday`` is
    the one that stands beside it (0 is Monday), None where none does; ``year`` 0 where none does;
    ``start`` and ``end`` are offsets in the text."""

    start: int
    end: int
    day: date | None
    year: int
    weekday: int | None


def named_days(text: str) -> Iterator[NamedDay]:
    """The days that a text names, in the order of the forms in which they are written."""
    forms = _FORMS if _STARTS.search(text) else _FORMS[2:] if "20" in text else ()
    for form in forms:
        for match in form.finditer(text):
            named = match.groupdict()
            year, number = int(named["year"] or 0), int(named["day"])
            month = _month(named["month"])
            if not year and number > _LONGEST:
                continue  # “45 March Street”
            weekday = named.get("weekday")
            yield NamedDay(
                *match.span(),
                _day(year or _LEAP, month, number),
                year,
                _WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
            )


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    folded = name.lower()
    return next(
        number
        for number, starts in enumerate(_MONTHS, 1)
        if any(folded.startswith(start) for start in starts.split("|"))
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
