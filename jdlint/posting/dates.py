"""Days that a text names: with a month's name, in figures as its language writes them, or in
figures with the year first."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cache
from jdlint.lang.language import Language, language_for

if TYPE_CHECKING:
    from jdlint.core.days import date

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISO = re.late(r"(?<![\d/.-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])")
# what the forms of English hold: a quick look first
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


def named_days(text: str, language: str = "en") -> Iterator[NamedDay]:
    """The days that a text in a language names, in the order of the forms in which they are
    written."""
    spoken, forms = language_for(language), _forms(language)
    if language == "en":
        forms = forms if _STARTS.search(text) else forms[2:] if "20" in text else ()
    for form in forms:
        for match in form.finditer(text):
            named = match.groupdict()
            year, number = int(named["year"] or 0), int(named["day"])
            month = _number(named["month"], spoken.months)
            if not year and number > _LONGEST:
                continue  # “45 March Street”
            weekday = named.get("weekday")
            yield NamedDay(
                *match.span(),
                _day(year or _LEAP, month, number),
                year,
                _number(weekday, spoken.weekdays) - 1 if weekday else None,
            )


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """The forms in which a language names days."""
    language = language_for(code)
    if not language.months:
        return (_ISO,)
    month = f"(?P<month>{'|'.join(language.months)})"
    weekday = f"(?:(?P<weekday>{'|'.join(language.weekdays)}),?{language.before_day} )?"
    # where a month is a noun in capitals, “mai” and “so.” are other words
    flags = 0 if language.months[0][0].isupper() else re.IGNORECASE
    day_first = (
        rf"\b{weekday}(?P<day>\d{{1,2}}){language.after_day} {month}(?!\w)"
        rf"(?:{language.before_year} {_YEAR}\b)?"
    )
    return (re.late(day_first, flags), *_in_other_order(language, month, weekday), _ISO)


def _in_other_order(language: Language, month: str, weekday: str) -> Iterator[re.Pattern[str]]:
    """English puts the month first, others may write a day in figures that starts with it."""
    if language.code == "en":
        # a bare “June 31” may be a month and a count: the year, an ordinal or the end says more
        yield re.late(
            rf"\b{weekday}{month}\.? (?P<day>\d{{1,2}})"
            rf"(?:(?:st|nd|rd|th)?,? {_YEAR}\b|(?:st|nd|rd|th)\b|(?=[.,;:)]|$))"
        )
    for mark in map(re.escape, language.day_first):
        yield re.late(
            rf"(?<![\w{mark}/.,-]){weekday}(?P<day>[0-3]?\d){mark} ?(?P<month>[0-3]?\d){mark} ?"
            rf"(?P<year>20\d\d)(?![\d/-]|[.,]\d)",
            re.IGNORECASE,
        )


def _number(name: str, names: tuple[str, ...]) -> int:
    """The number, from 1, of a month or a weekday; a month may be one already."""
    if name.isdigit():
        return int(name)
    rows = enumerate(names, 1)
    return next(number for number, row in rows if re.fullmatch(row, name, re.IGNORECASE))


def _day(year: int, month: int, day: int) -> date | None:
    from jdlint.core.days import date  # most pages name no day

    try:
        return date(year, month, day)
    except ValueError:
        return None
