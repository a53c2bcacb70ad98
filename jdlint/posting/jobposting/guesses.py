"""Which keys of a site's own are likely to say a property of JobPosting: what “jdlint init” writes
down once, for people to look at. A name alone is no proof, so the types of its values have to fit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.words import word_set
from jdlint.posting.jobposting.keys import KEYS
from jdlint.posting.pay import fold

_DATE, _NUMBER, _TEXT = ("date",), ("integer", "number"), ("string",)
_TEXTS = ("string", "array")
# by property: the names (folded) that sites use, and the types that their values have; keys that
# jobposting/keys reads anyway are not in here
_GUESSES: Mapping[str, tuple[frozenset[str], Sequence[str]]] = {
    "datePosted": (word_set(
        "posted postedon postedat posteddate postdate postingdate publishedon publishedat "
        "publisheddate opened openedon openingdate opendate listedon openson"), _DATE),
    "validThrough": (word_set(
        "closes closeson closesat closedon closedate closing closingon applyby applyuntil "
        "applybefore expireson expiresat expirydate expirationdate enddate validuntil due duedate "
        "bewerbungsfrist frist datelimite"), _DATE),
    "employmentType": (word_set("commitment employment worktype jobtypes"), _TEXTS),
    "hiringOrganization": (word_set(
        "companyname employername organisation organizationname hiringcompany"
    ), ("string", "object")),
    "identifier": (word_set(
        "jobcode jobref jobnumber jobreference ref refno refnumber reqnumber requisitionnumber "
        "postingid vacancyid positionid"), ("string", "integer")),
    "jobLocation": (word_set("joblocations worklocation workplacelocation based basedin"), _TEXTS),
    "addressLocality": (word_set("town locality"), _TEXT),
    "addressCountry": (word_set("countrycode jobcountry"), _TEXT),
    "jobLocationType": (word_set(
        "remoteok isremote workmode workmodel locationtype"
    ), ("boolean", "string")),
    "applicantLocationRequirements": (word_set("remotecountries hirein hiringcountries"), _TEXTS),
    "minValue": (word_set(
        "minsalary salaryfrom salarylow minpay payfrom compmin mincomp salaryminimum lowsalary"
    ), _NUMBER),
    "maxValue": (word_set(
        "maxsalary salaryto salaryhigh maxpay payto compmax maxcomp salarymaximum highsalary"
    ), _NUMBER),
    "currency": (word_set("paycurrency currencycode compcurrency"), _TEXT),
    "unitText": (word_set("salaryperiod salaryinterval payper payinterval payunit"), _TEXT),
    "employmentUnit": (word_set("team division businessunit"), _TEXT),
    "workHours": (word_set("workinghours weeklyhours hoursperweek"), ("string", "integer")),
    "totalJobOpenings": (word_set("vacancies headcount"), ("integer",)),
    "jobStartDate": (word_set("starts startson startingdate"), _DATE),
    "applyUrl": (word_set(
        "apply applyat applyhref applicationform applicationpage howtoapplyurl joburl"), _TEXT),
}  # fmt: skip
_KNOWN = {key: name for name, keys in KEYS.items() for key in keys}


class Own(NamedTuple):
    """A key of a site as it writes it, on how many pages it stands, and the types of its values."""

    name: str
    pages: int
    types: Mapping[str, int]


def guessed(keys: Sequence[Own]) -> dict[str, tuple[str, ...]]:
    """The keys that say properties which no key says that is read anyway, the most used first."""
    said = {_KNOWN[fold(key.name)] for key in keys if fold(key.name) in _KNOWN}
    found: dict[str, tuple[str, ...]] = {}
    for name, (names, types) in _GUESSES.items():
        rows = [key for key in keys if fold(key.name) in names and _fits(key, types)]
        rows = [] if name in said or _said_otherwise(name, said) else rows
        if rows:
            found[name] = tuple(row.name for row in sorted(rows, key=lambda row: -row.pages))
    return found


def likely(key: str) -> str:
    """The property of JobPosting that a key says, or is likely to say by its name (or none)."""
    folded = fold(key)
    guess = (name for name, (names, _) in _GUESSES.items() if folded in names)
    return _KNOWN.get(folded) or next(guess, "")


def _fits(key: Own, types: Sequence[str]) -> bool:
    """Whether nearly all values have one of some types; a slip or two is said by the schema."""
    total = sum(key.types.values())
    return total > 0 and sum(key.types.get(kind, 0) for kind in types) >= 0.8 * total


def _said_otherwise(name: str, said: set[str]) -> bool:
    """Whether another property says it all: a pay as one value, a place."""
    if name in ("minValue", "maxValue"):
        return "baseSalary" in said
    return name in ("addressLocality", "jobLocation") and bool(
        said & {"jobLocation", "addressLocality"}
    )
