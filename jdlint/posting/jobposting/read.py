"""Read a page as a JobPosting: what the page does not say is left out, and said.

What is required: Google's “Job posting (JobPosting) structured data”, as read on 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from jdlint.core.page import Page
from jdlint.core.text import Span
from jdlint.lang.language import language_for
from jdlint.posting.jobposting import places, values
from jdlint.posting.jobposting.description import description, is_templated
from jdlint.posting.jobposting.keys import Keys, each
from jdlint.posting.jobposting.record import Json, Lack, Own, Posting

_TEXTS = (
    "skills", "industry", "occupationalCategory", "workHours", "jobStartDate", "totalJobOpenings",
    "eligibilityToWorkRequirement", "incentiveCompensation",
)  # fmt: skip
_SWITCHES = ("directApply", "experienceInPlaceOfEducation", "jobImmediateStart")


def read(page: Page, own: Own) -> Posting:
    """The posting that a page is."""
    keys, reader = Keys(page, own.keys), _Reader(page, own)
    reader.basics(keys)
    reader.dates(keys)
    reader.employment(keys)
    reader.place(keys)
    reader.pay(keys)
    reader.rest(keys)
    apply = _absolute(keys.text("applyUrl") or _apply_for_all(keys, own), own.url)
    return Posting(page.path, reader.found, tuple(reader.lacks), apply)


def _apply_for_all(keys: Keys, own: Own) -> str:
    """Where to apply for any job of the project; empty where it takes an identifier that the page
    lacks."""
    code = keys.text("identifier")
    needed = "{identifier}" in own.apply_url
    return "" if needed and not code else own.apply_url.replace("{identifier}", quote(code))


class _Reader:
    """Takes property after property, and remembers what is not there."""

    def __init__(self, page: Page, own: Own) -> None:
        self.page, self.own = page, own
        self.found: dict[str, Json] = {}
        self.lacks: list[Lack] = []

    def _put(self, name: str, value: Json | Mapping[str, Json]) -> None:
        if value not in ("", [], {}):
            self.found[name] = value

    def _lack(self, message: str, span: Span | None = None) -> None:
        self.lacks.append(Lack(span or self.page.meta.opening, message))

    def basics(self, keys: Keys) -> None:
        heading = next((h.text for h in self.page.headings if h.level == 1), "")
        self._put("title", keys.text("title") or heading)
        if "title" not in self.found:
            self._lack("“title” is missing: search engines show no job without one")
        self._put("description", description(self.page, self.own.url))
        if is_templated(self.page):
            self._lack(
                "the text has templating, which only the site's build fills in: it is left out",
                Span(self.page.body.start, self.page.body.start),
            )
        value = keys.get("hiringOrganization")
        given = value.value if value else self.own.organization
        self._put("hiringOrganization", values.organization(given))
        if "hiringOrganization" not in self.found:
            self._lack(
                "the employer is missing: name it in “organization”, or once for all pages in "
                "“posting: organization:” of jdlint.yaml"
            )
        code = keys.text("identifier")
        employer = self.found.get("hiringOrganization")
        name = {"name": employer["name"]} if isinstance(employer, Mapping) else {}
        self._put("identifier", {"@type": "PropertyValue", **name, "value": code} if code else "")

    def dates(self, keys: Keys) -> None:
        for name, needed in (("datePosted", True), ("validThrough", False)):
            value = keys.get(name)
            if value is None:
                if needed:
                    self._lack("“date_posted” is missing: search engines want the day of posting")
                continue
            self._put(name, values.date(str(value.value).strip(), self.page.language))
            if name not in self.found:
                self._lack(f"this is no date such as 2026-03-31: {name} is left out", value.span)

    def employment(self, keys: Keys) -> None:
        value = keys.get("employmentType")
        if value is None:
            return
        known, unknown = values.employment_types(value)
        self._put("employmentType", known[0] if len(known) == 1 else list(known))
        if unknown:
            types = ", ".join(values.TYPES)
            shown = ", ".join(f"“{text}”" for text in unknown)
            self._lack(f"{shown} is no employment type that is read: {types}", value.span)

    def place(self, keys: Keys) -> None:
        remote, where = places.is_remote(keys), places.locations(keys)
        value = keys.get("jobLocation")
        self._put("jobLocation", where[0] if len(where) == 1 else where)
        if any("addressCountry" not in _address(place) for place in where):
            self._lack(
                "the country of the place is missing: search engines need it (“country”)",
                value.span if value else None,
            )
        if remote:
            self._put("jobLocationType", "TELECOMMUTE")
            people = places.applicants(keys)
            self._put("applicantLocationRequirements", people[0] if len(people) == 1 else people)
            if not people and not where:
                self._lack(
                    "the job is remote: name the countries that people can work from in "
                    "“eligible_countries”, or it is not shown"
                )
        elif not where:
            self._lack("where the job is done is missing: say it in “location”")

    def pay(self, keys: Keys) -> None:
        value = keys.get("baseSalary") or keys.get("minValue") or keys.get("maxValue")
        value = value or keys.first(language_for(self.page.language).pay_keys)
        text = str(value.value) if value and isinstance(value.value, str) else ""
        pay = values.salary(keys) or values.salary_in_words(text, self.page.language)
        self._put("baseSalary", pay)
        quantity = pay.get("value")
        if isinstance(quantity, Mapping) and "unitText" not in quantity:
            self._lack(
                "for what the pay is, is missing: per hour, day, week, month or year",
                value.span if value else None,
            )
        if value is not None and "baseSalary" not in self.found:
            self._lack(
                "the pay cannot be read: write {currency: EUR, min: 52000, max: 61000, per: year}",
                value.span,
            )

    def rest(self, keys: Keys) -> None:
        for name in _SWITCHES:
            value = keys.get(name)
            if value is not None and isinstance(value.value, bool):
                self._put(name, value.value)
        value = keys.get("educationRequirements")
        credentials = values.education(value) if value else []
        self._put("educationRequirements", _one(credentials))
        self._put("experienceRequirements", values.experience(keys.text("experienceRequirements")))
        for name in _TEXTS:
            value = keys.get(name)
            self._put(name, _one(list(each(value.value))) if value else "")
        unit = keys.get("employmentUnit")
        self._put("employmentUnit", values.organization(unit.value) if unit else {})
        address = keys.text("url")
        self._put("url", address if address.startswith(("https://", "http://")) else "")


def _absolute(address: str, site: str) -> str:
    """An address with its host; empty for words, and where the host is not known."""
    if address.startswith("/") and site.startswith(("https://", "http://")):
        return site.rstrip("/") + address
    return address if address.startswith(("https://", "http://")) else ""


def _one(items: list[Json] | list[str]) -> Json:
    return items[0] if len(items) == 1 else list(items)


def _address(place: Json) -> Mapping[str, Json]:
    address = place["address"] if isinstance(place, Mapping) else {}
    return address if isinstance(address, Mapping) else {}
