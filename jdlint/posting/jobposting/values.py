"""Values of JobPosting from what pages write: dates, employment types, pay, employers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from jdlint.core.page import Value
from jdlint.core.patterns import regex as re
from jdlint.lang.language import language_for
from jdlint.posting.amounts import figures, money
from jdlint.posting.dates import named_days
from jdlint.posting.jobposting.keys import KEYS, Keys, each, plain
from jdlint.posting.jobposting.record import Json
from jdlint.posting.pay import fold

TYPES = (
    "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
)  # fmt: skip
_WORDS = {
    "fulltime": "FULL_TIME", "vollzeit": "FULL_TIME", "tempsplein": "FULL_TIME",
    "parttime": "PART_TIME", "teilzeit": "PART_TIME", "tempspartiel": "PART_TIME",
    "contractor": "CONTRACTOR", "contract": "CONTRACTOR", "freelance": "CONTRACTOR",
    "freelancer": "CONTRACTOR", "selfemployed": "CONTRACTOR",
    "temporary": "TEMPORARY", "temp": "TEMPORARY", "fixedterm": "TEMPORARY",
    "seasonal": "TEMPORARY", "befristet": "TEMPORARY",
    "intern": "INTERN", "internship": "INTERN", "praktikum": "INTERN",
    "tempscomplet": "FULL_TIME", "jornadacompleta": "FULL_TIME", "tiempocompleto": "FULL_TIME",
    "tempointegral": "FULL_TIME", "mediajornada": "PART_TIME", "jornadaparcial": "PART_TIME",
    "tiempoparcial": "PART_TIME", "meioperíodo": "PART_TIME", "tempoparcial": "PART_TIME",
    "tempopieno": "FULL_TIME", "voltijd": "FULL_TIME", "deeltijd": "PART_TIME",
    "fulltid": "FULL_TIME", "stage": "INTERN", "estágio": "INTERN", "prácticas": "INTERN",
    "cdd": "TEMPORARY", "intérim": "TEMPORARY", "minijob": "PART_TIME",
    "volunteer": "VOLUNTEER", "voluntary": "VOLUNTEER", "perdiem": "PER_DIEM", "other": "OTHER",
}  # fmt: skip
_UNITS = {
    "hour": "HOUR", "hourly": "HOUR", "day": "DAY", "daily": "DAY", "week": "WEEK",
    "weekly": "WEEK", "month": "MONTH", "monthly": "MONTH", "year": "YEAR", "yearly": "YEAR",
    "annual": "YEAR", "annually": "YEAR", "annum": "YEAR",
}  # fmt: skip
_PERIODS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
_RANGE = 2  # amounts
_THOUSAND = 1_000
_CURRENCY = re.late(r"[A-Z]{3}")
_NUMBER = re.late(r"\d{1,12}(?:\.\d{1,2})?")
# the categories that Google reads
_CREDENTIALS = frozenset((
    "high school", "associate degree", "bachelor degree", "professional certificate",
    "postgraduate degree",
))  # fmt: skip


def date(text: str, language: str = "en") -> str:
    """A date or a date with a time in ISO 8601, as it stands, or a day as a language writes it
    (31.03.2027); empty where it is none."""
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        days = () if language == "en" else named_days(text, language)
        return next(
            (str(d.day) for d in days if d.day and d.year and d.end - d.start == len(text)), ""
        )
    return text if re.match(r"\d{4}-\d{2}-\d{2}", text) else ""


def employment_types(value: Value) -> tuple[list[str], list[str]]:
    """The types that search engines read, each once, and the words that are none of them."""
    known: dict[str, None] = {}
    unknown = []
    for text in each(value.value):
        kinds, others = _kinds(text)
        known.update(dict.fromkeys(kinds))
        unknown += others
    return list(known), unknown


def _kinds(text: str) -> tuple[list[str], list[str]]:
    known: list[str] = []
    unknown: list[str] = []
    for part in re.split(r" ?[,/] ?| (?:or|and|oder|und|ou|et) ", text):
        kind = part if part in TYPES else _WORDS.get(fold(part.replace(" ", "")), "")
        (known if kind else unknown).append(kind or part)
    return known, unknown


def kinds_of(text: str) -> frozenset[str]:
    """The employment types that a text names and no other words; empty where it has some."""
    known, unknown = _kinds(text)
    return frozenset() if unknown else frozenset(known)


def organization(value: object) -> dict[str, Json]:
    """An employer by its name, or by a mapping with a name; empty where it has none."""
    if not isinstance(value, Mapping):
        name = plain(value)
        return {"@type": "Organization", "name": name} if name else {}
    name = plain(value.get("name"))
    if not name:
        return {}
    same = next((u for k in ("sameAs", "url", "website") if (u := plain(value.get(k)))), "")
    logo = plain(value.get("logo"))
    more = {key: text for key, text in (("sameAs", same), ("logo", logo)) if text}
    return {"@type": "Organization", "name": name, **more}


def salary(keys: Keys) -> dict[str, Json]:
    """The pay in figures; empty where the page has no currency with it, or no figure."""
    given = keys.get("baseSalary")
    folded: dict[str, object] = {}
    if given is not None and isinstance(given.value, Mapping):
        inner = given.value.get("value")
        both = {**given.value, **(inner if isinstance(inner, Mapping) else {})}
        folded = {fold(str(key)): item for key, item in both.items()}
    elif given is not None:
        folded = {"value": given.value}
    amounts = {
        name: amount
        for name, others in (("value", ()), ("minValue", ("min",)), ("maxValue", ("max",)))
        if (amount := _amount(folded, keys, name, *others)) is not None
    }
    currency = _first(folded, keys, "currency")
    if not amounts or not _CURRENCY.fullmatch(currency):
        return {}
    if len(amounts) > 1:
        amounts.pop("value", None)
    unit = _UNITS.get(_first(folded, keys, "unitText", "per").casefold(), "")
    quantity = {"@type": "QuantitativeValue", **amounts, **({"unitText": unit} if unit else {})}
    return {"@type": "MonetaryAmount", "currency": currency, "value": quantity}


def salary_in_words(text: str, language: str) -> dict[str, Json]:
    """The pay that a text in another language than English names: one amount or a range, with its
    currency (“3.500 € brutto/Monat”); empty where it has another number, or says none."""
    currencies = {figure.currency for figure in money(text)}
    numbers = [figure.number for figure in figures(text)]
    currency = next(iter(currencies)) if len(currencies) == 1 else ""
    if language == "en" or not _CURRENCY.fullmatch(currency) or not 0 < len(numbers) <= _RANGE:
        return {}
    if numbers[-1] >= _THOUSAND > numbers[0] and "k" in text.casefold():
        numbers[0] *= _THOUSAND  # “38 à 45 k€”
    amounts = [int(number) if number.is_integer() else number for number in numbers]
    if len(amounts) == _RANGE and amounts[0] >= amounts[1]:
        return {}
    names = ("value",) if len(amounts) == 1 else ("minValue", "maxValue")
    unit = period(text, language)
    quantity = {
        "@type": "QuantitativeValue",
        **dict(zip(names, amounts, strict=True)),
        **({"unitText": unit} if unit else {}),
    }
    return {"@type": "MonetaryAmount", "currency": currency, "value": quantity}


def period(text: str, language: str) -> str:
    """For what a pay is, where a text says it once: HOUR, DAY, WEEK, MONTH or YEAR."""
    rows = zip(_PERIODS, language_for(language).periods, strict=False)
    found = [unit for unit, words in rows if re.search(words, text, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def _first(folded: Mapping[str, object], keys: Keys, name: str, *others: str) -> str:
    texts = (plain(folded.get(key)) for key in (name.casefold(), *others, *KEYS.get(name, ())))
    return next(filter(None, texts), "") or keys.text(name)


def _amount(
    folded: Mapping[str, object], keys: Keys, name: str, *others: str
) -> int | float | None:
    text = _first(folded, keys, name, *others)
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return int(number) if number.is_integer() else number


def education(value: Value) -> list[Json]:
    """Credentials: a category that search engines read, else the words."""
    return [
        {"@type": "EducationalOccupationalCredential", "credentialCategory": text.casefold()}
        if text.casefold() in _CREDENTIALS
        else text
        for text in each(value.value)
    ]


def experience(text: str) -> dict[str, Json]:
    """Months of experience; empty where it is no number."""
    if not text.isdecimal():
        return {}
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": int(text[:6])}
