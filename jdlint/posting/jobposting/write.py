"""Postings as search engines and boards read them. The same postings give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.posting.jobposting.record import Json, Posting

_ORDER = (
    "title", "description", "identifier", "datePosted", "validThrough", "employmentType",
    "hiringOrganization", "employmentUnit", "jobLocation", "jobLocationType",
    "applicantLocationRequirements", "baseSalary", "incentiveCompensation", "directApply",
    "educationRequirements", "experienceRequirements", "experienceInPlaceOfEducation", "skills",
    "industry", "occupationalCategory", "workHours", "jobStartDate", "jobImmediateStart",
    "totalJobOpenings", "eligibilityToWorkRequirement", "url",
)  # fmt: skip

# Liquid, Nunjucks, Go and their like; outside of texts JSON has none of these
_TEMPLATING = re.late(r"\{(?=[{%#<])")


class Feed(NamedTuple):
    """What is written, and for each posting that is left out its path and why."""

    text: str
    left_out: tuple[tuple[str, str], ...] = ()


def json_ld(posting: Posting) -> dict[str, Json]:
    """A posting as JSON-LD, its properties in one order."""
    known = {name: posting.properties[name] for name in _ORDER if name in posting.properties}
    return {"@context": "https://schema.org", "@type": "JobPosting", **known}


def document(postings: Sequence[Posting]) -> str:
    """One posting as one object, several as a list; safe inside a ``script`` element."""
    rows = [json_ld(posting) for posting in postings]
    return _dumped(rows[0] if len(rows) == 1 else rows, indent=2) + "\n"


def snippet(posting: Posting) -> str:
    """A posting as the element that a built page has in its head; what generators would take for
    templating is written as an escape."""
    inner = _TEMPLATING.sub("\\\\u007b", document([posting]))
    return f'<script type="application/ld+json">\n{inner}</script>\n'


def lines(postings: Iterable[Posting]) -> str:
    """One posting a line, as JSON-LD."""
    return "".join(f"{_dumped(json_ld(posting))}\n" for posting in postings)


def _dumped(data: object, indent: int | None = None) -> str:
    separators = (",", ": ") if indent else (",", ":")
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return text.replace("</", "<\\/").replace("<!--", "<\\u0021--")


def complete(postings: Sequence[Posting]) -> tuple[list[Posting], list[tuple[str, str]]]:
    """The postings that have all that search engines require, and of each other one its path and
    why it is left out (Google, “Job posting structured data”, as read on 2026-11-28)."""
    kept, left = [], []
    for posting in postings:
        names = ", ".join(f"“{name}”" for name in _missing(posting.properties))
        if names:
            left.append((posting.path, f"left out: search engines want {names}"))
        else:
            kept.append(posting)
    return kept, left


def _missing(given: Mapping[str, Json]) -> Iterator[str]:
    names = ("title", "description", "datePosted", "hiringOrganization")
    yield from (name for name in names if name not in given)
    places = given.get("jobLocation", [])
    rows = places if isinstance(places, list) else [places]
    if not rows and "jobLocationType" not in given:
        yield "jobLocation"
    elif not rows and "applicantLocationRequirements" not in given:
        yield "applicantLocationRequirements"
    elif not all("addressCountry" in _parts(place) for place in rows):
        yield "addressCountry"


def _parts(place: Json) -> Mapping[str, Json]:
    address = place.get("address", {}) if isinstance(place, Mapping) else {}
    return address if isinstance(address, Mapping) else {}


# what each board wants of a job (https://docs.indeed.com/sponsored-jobs-api/shared-resources/
# xml-job-feed-format, https://learn.microsoft.com/en-us/linkedin/talent/job-postings/
# xml-feeds-development-guide, both as read on 2026-11-28)
_INDEED = ("title", "date", "referencenumber", "url", "company", "city", "country", "description")
_LINKEDIN = (
    "partnerJobId", "company", "title", "description", "location", "applyUrl", "posterEmail",
)  # fmt: skip
# as in the sample of Indeed's feed; what it has no word for is left out
_INDEED_TYPES = {
    "FULL_TIME": "fulltime", "PART_TIME": "parttime", "CONTRACTOR": "contract",
    "TEMPORARY": "temporary", "INTERN": "internship", "VOLUNTEER": "volunteer",
}  # fmt: skip


def indeed_xml(postings: Sequence[Posting]) -> Feed:
    """The feed that Indeed reads; a job that lacks what it wants is left out."""
    return _feed(postings, _indeed_job, _INDEED, "Indeed")


def linkedin_xml(postings: Sequence[Posting], said: Mapping[str, str] = {}) -> Feed:
    """The feed that LinkedIn reads; a job that lacks what it wants is left out. ``said`` has the
    ``poster_email`` and ``company_id`` of the whole feed."""
    return _feed(postings, lambda posting: _linkedin_job(posting, said), _LINKEDIN, "LinkedIn")


_Fields = Mapping[str, str]
# where a page, or the configuration, says a field whose name does not tell
_FROM = {
    "url": " (“apply_url” of the page, or of “posting:” in jdlint.yaml)",
    "applyUrl": " (“apply_url” of the page, or of “posting:” in jdlint.yaml)",
    "posterEmail": " (“posting: linkedin: poster_email:” of jdlint.yaml)",
    "referencenumber": " (“req_id”)",
    "partnerJobId": " (“req_id”)",
    "date": " (“date_posted”)",
}


def _feed(
    postings: Sequence[Posting],
    fields_of: Callable[[Posting], _Fields],
    wanted: Sequence[str],
    board: str,
) -> Feed:
    out, left = ['<?xml version="1.0" encoding="utf-8"?>', "<source>"], []
    for posting in postings:
        fields = fields_of(posting)
        missing = [name for name in wanted if not fields.get(name)]
        if missing:
            names = ", ".join(f"“{name}”{_FROM.get(name, '')}" for name in missing)
            left.append((posting.path, f"left out: {board} wants {names}"))
        else:
            out.extend(_job(fields))
    return Feed("\n".join([*out, "</source>", ""]), tuple(left))


def _job(fields: _Fields) -> Iterator[str]:
    yield "  <job>"
    for name, text in fields.items():
        if text:
            body = _cdata(text) if name == "description" else escape(_clean(text))
            yield f"    <{name}>{body}</{name}>"
    yield "  </job>"


def _cdata(text: str) -> str:
    return "<![CDATA[" + _clean(text).replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _clean(text: str) -> str:
    """Without the characters that XML does not have."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd"
        or c > "\uffff"
    )  # fmt: skip


def _indeed_job(posting: Posting) -> _Fields:
    code = _text(posting, "identifier", "value")
    address = _address(posting)
    return {
        "title": _text(posting, "title"),
        "date": _text(posting, "datePosted"),
        "referencenumber": code,
        "requisitionid": code,
        "url": posting.apply_url or _text(posting, "url"),
        "company": _text(posting, "hiringOrganization", "name"),
        "city": address.get("addressLocality", ""),
        "state": address.get("addressRegion", ""),
        "country": address.get("addressCountry", ""),
        "postalcode": address.get("postalCode", ""),
        "description": _text(posting, "description"),
        "salary": _pay(posting),
        "jobtype": ", ".join(
            _INDEED_TYPES[kind] for kind in _types(posting) if kind in _INDEED_TYPES
        ),
        "expirationdate": _text(posting, "validThrough"),
    }


def _types(posting: Posting) -> list[str]:
    types = posting.properties.get("employmentType", "")
    return [str(kind) for kind in types] if isinstance(types, list) else [str(types)]


def _linkedin_job(posting: Posting, said: Mapping[str, str]) -> _Fields:
    address = _address(posting)
    return {
        "partnerJobId": _text(posting, "identifier", "value")[:40],
        "company": _text(posting, "hiringOrganization", "name"),
        "title": _text(posting, "title"),
        "description": _text(posting, "description"),
        "location": ", ".join(address.values()),
        "applyUrl": posting.apply_url or _text(posting, "url"),
        "companyId": said.get("company_id", ""),
        "posterEmail": said.get("poster_email", ""),
        "workplaceTypes": "Remote" if "jobLocationType" in posting.properties else "",
    }


def _text(posting: Posting, *steps: str) -> str:
    value: Json = posting.properties
    for step in steps:
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    return value if isinstance(value, str) else ""


def _address(posting: Posting) -> Mapping[str, str]:
    """The parts of the first place's address."""
    place = posting.properties.get("jobLocation", {})
    first = place[0] if isinstance(place, list) and place else place
    address = first.get("address", {}) if isinstance(first, Mapping) else {}
    if not isinstance(address, Mapping):
        return {}
    return {key: str(value) for key, value in address.items() if key != "@type"}


def _pay(posting: Posting) -> str:
    """The pay in words and figures: “EUR 52000 - 61000 per year”."""
    pay = posting.properties.get("baseSalary", {})
    amount = pay.get("value", {}) if isinstance(pay, Mapping) else {}
    if not isinstance(pay, Mapping) or not isinstance(amount, Mapping) or not amount:
        return ""
    figures = [str(amount[key]) for key in ("value", "minValue", "maxValue") if key in amount]
    unit = str(amount.get("unitText", "")).lower()
    return f"{pay['currency']} {' - '.join(figures)}" + (f" per {unit}" if unit else "")
