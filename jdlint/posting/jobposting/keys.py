"""Which front-matter keys say which property of JobPosting.

Keys are compared without case, underscores and hyphens. ``date`` is no ``datePosted``: generators
use it for the day of the page, and nothing is invented.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from jdlint.core.page import Page, Value
from jdlint.core.words import word_set
from jdlint.posting.pay import fold

# switches that say that the job is over
OVER = word_set("closed filled archived expired isclosed")
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "jobtitle"),
    "datePosted": ("dateposted",),
    "validThrough": ("validthrough", "closingdate", "deadline", "applicationdeadline", "expires"),
    "employmentType": ("employmenttype", "jobtype", "contracttype"),
    "hiringOrganization": ("hiringorganization", "organization", "company", "employer"),
    "identifier": (
        "reqid", "identifier", "requisitionid", "requisition", "jobid", "reference",
    ),
    "jobLocation": ("joblocation", "location", "locations", "office", "offices"),
    "streetAddress": ("streetaddress", "street"),
    "addressLocality": ("city", "cities"),
    "addressRegion": ("region", "state"),
    "postalCode": ("postalcode", "zip", "postcode"),
    "addressCountry": ("country",),
    "jobLocationType": ("joblocationtype", "remote", "workplace"),
    "applicantLocationRequirements": (
        "applicantlocationrequirements", "eligiblecountries", "eligibleregions",
    ),
    "baseSalary": (
        "basesalary", "salary", "salaryrange", "pay", "payrange", "compensation",
    ),
    "minValue": ("salarymin", "paymin"),
    "maxValue": ("salarymax", "paymax"),
    "currency": ("salarycurrency", "currency"),
    "unitText": ("salaryunit", "salaryper", "payperiod"),
    "directApply": ("directapply",),
    "educationRequirements": ("educationrequirements", "education"),
    "experienceRequirements": ("monthsofexperience", "experiencemonths"),
    "experienceInPlaceOfEducation": ("experienceinplaceofeducation",),
    "skills": ("skills", "skill"),
    "industry": ("industry", "industries"),
    "occupationalCategory": ("occupationalcategory", "onetsoc"),
    "workHours": ("workhours", "hours"),
    "jobStartDate": ("jobstartdate", "startdate"),
    "jobImmediateStart": ("jobimmediatestart",),
    "totalJobOpenings": ("totaljobopenings", "openings"),
    "eligibilityToWorkRequirement": ("eligibilitytoworkrequirement",),
    "incentiveCompensation": ("incentivecompensation",),
    "employmentUnit": ("department",),
    "url": ("canonicalurl", "canonical"),
    "applyUrl": ("applyurl", "applylink", "applicationurl", "applicationlink"),
}  # fmt: skip


class Keys:
    """The top-level front matter of a page by property."""

    def __init__(self, page: Page, own: Mapping[str, tuple[str, ...]]) -> None:
        self._own = own
        self._values = {
            fold(str(value.path[0])): value
            for value in reversed(page.meta.values)  # the first of two that fold alike counts
            if len(value.path) == 1
        }

    def get(self, name: str) -> Value | None:
        """The value that says a property; None where no key does, or its value is empty."""
        for key in (*map(fold, self._own.get(name, ())), *KEYS.get(name, ())):
            value: Value | None = self._values.get(key)
            if value is not None and value.value not in (None, "", [], {}):
                return value
        return None

    def first(self, names: Collection[str]) -> Value | None:
        """The value of the first key that is one of ``names`` (folded)."""
        return next((v for key, v in self._values.items() if key in names and v.value), None)

    def text(self, name: str) -> str:
        """The value of a property where it is a text or a number, else an empty string."""
        value = self.get(name)
        return plain(value.value) if value else ""

    def texts(self, name: str) -> list[str]:
        """A property's texts: of a list, each."""
        value = self.get(name)
        return list(each(value.value)) if value else []


def plain(value: object) -> str:
    """A text or a number as text; empty for everything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def each(value: object) -> Iterator[str]:
    """The texts of a list, or the one text that it is."""
    for item in value if isinstance(value, list | tuple) else (value,):
        if text := plain(item):
            yield text
