"""What applicant tracking systems publish, as data: which keys say which property of JobPosting.

Sources, as read on 2026-11-28: the documents of Greenhouse's Job Board API, Lever's Postings API,
Ashby's Job Postings API, Workable's widget, Recruitee's Careers Site API and SmartRecruiters'
Posting API. For want of documents, the keys of Teamtailor, BambooHR, Breezy, Pinpoint and Workday
are those that public programs read; those of USAJOBS were not checked against a source.
"""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import NamedTuple

Fields = Mapping[str, tuple[str, ...]]


class Part(NamedTuple):
    """Values that belong together, such as one place: ``rows`` is the path of what holds them (a
    list: each), ``fields`` are as a shape's; ``only`` is a key and the value that it has to have;
    ``over`` is by how much figures are divided."""

    rows: str
    fields: Fields
    only: tuple[str, str] | None = None
    over: int = 1


class Shape(NamedTuple):
    """One system's way to say a job.

    ``rows`` are paths of the jobs (empty: the whole, or each of a list), ``marks`` are paths of
    which a job has all, ``fields`` are properties and the paths that say them, the first that
    does; ``texts`` are the parts of the description in order; all ``places`` count, of ``pay`` the
    first; ``around`` is what stands once, beside the jobs.
    """

    name: str
    rows: tuple[str, ...]
    marks: tuple[str, ...]
    fields: Fields
    texts: tuple[tuple[str, ...], ...] = (("description",),)
    places: tuple[Part, ...] = ()
    pay: tuple[Part, ...] = ()
    around: Mapping[str, tuple[str, ...]] = {}


def address(
    city: str, region: str = "", country: str = "", code: str = "", street: str = ""
) -> Fields:
    """The fields of an address; several paths of one are parted by a space, the first that says
    something counts (``.`` is the value itself)."""
    given = {
        "addressLocality": city, "addressRegion": region, "addressCountry": country,
        "postalCode": code, "streetAddress": street,
    }  # fmt: skip
    return {name: tuple(paths.split(" ")) for name, paths in given.items() if paths}


def pay(low: str, high: str, currency: str, unit: str = "") -> Fields:
    """The fields of a pay."""
    given = {"minValue": low, "maxValue": high, "currency": currency, "unitText": unit}
    return {name: tuple(paths.split(" ")) for name, paths in given.items() if paths}


_ASHBY = address(
    "address.postalAddress.addressLocality address.addressLocality location",
    "address.postalAddress.addressRegion address.addressRegion",
    "address.postalAddress.addressCountry address.addressCountry",
)
_ASHBY_PAY = pay("minValue", "maxValue", "currencyCode", "interval")
_SALARY = ("compensationType", "Salary")
_TEAMTAILOR = "_jobposting."

SHAPES = (
    Shape("greenhouse", (
        "jobs", "departments.jobs", "offices.departments.jobs", "",
    ), ("absolute_url", "title", "id"), {
        "title": ("title",), "datePosted": ("first_published", "first_published_at"),
        "validThrough": ("application_deadline",),
        "identifier.value": ("id",), "requisitionid": ("requisition_id",),
        "hiringOrganization.name": ("company_name",), "url": ("absolute_url",),
        "employmentUnit.name": ("departments.name",),
    }, texts=(("content",),), places=(
        Part("location", address("name")), Part("offices", address("location name")),
    ), pay=(Part("pay_input_ranges", pay("min_cents", "max_cents", "currency_type"), over=100),)),
    Shape("lever", ("postings", ""), ("text", "hostedUrl"), {
        "title": ("text",), "identifier.value": ("id",), "datePosted": ("createdAt",),
        "commitment": ("categories.commitment",), "workplace": ("workplaceType",),
        "employmentUnit.name": ("categories.department", "categories.team"),
        "team": ("categories.team",), "salary": ("salaryDescriptionPlain", "salaryDescription"),
        "url": ("hostedUrl",), "applyUrl": ("applyUrl",),
    }, texts=(
        ("description", "descriptionPlain"), ("lists.content",), ("additional", "additionalPlain"),
    ), places=(
        Part("", address("categories.location", country="country")),
        Part("categories.allLocations", address(".")),
    ), pay=(Part("salaryRange", pay("min", "max", "currency", "interval")),)),
    Shape("ashby", ("jobs",), ("title", "jobUrl"), {
        "title": ("title",), "datePosted": ("publishedAt",), "commitment": ("employmentType",),
        "identifier.value": ("id",), "workplace": ("workplaceType",), "remote": ("isRemote",),
        "employmentUnit.name": ("department", "team"), "team": ("team",), "url": ("jobUrl",),
        "applyUrl": ("applyUrl",), "salary": ("compensation.compensationTierSummary",),
        "validThrough": ("applicationDeadline",),
    }, texts=(("descriptionHtml", "descriptionPlain"),), places=(
        Part("", _ASHBY), Part("secondaryLocations", _ASHBY),
    ), pay=(
        Part("compensation.summaryComponents", _ASHBY_PAY, _SALARY),
        Part("compensation.compensationTiers.components", _ASHBY_PAY, _SALARY),
    )),
    Shape("workable", ("jobs", ""), ("title", "shortcode"), {
        "title": ("title",), "datePosted": ("published_on", "created_at"),
        "identifier.value": ("code", "shortcode"), "commitment": ("employment_type", "type"),
        "remote": ("telecommuting", "remote"), "workplace": ("workplace",),
        "employmentUnit.name": ("department",), "industry": ("industry",),
        "url": ("url", "shortlink"), "applyUrl": ("application_url",),
        "educationRequirements": ("education",), "experience": ("experience",),
    }, texts=(("description",), ("requirements",), ("benefits",)), places=(
        Part("", address(
            "city location.city", "state location.region", "country location.country",
        )),
        Part("locations", address("city", "region", "country countryCode")),
    ), around={"hiringOrganization.name": ("name",)}),
    Shape("recruitee", ("offers", "offer", ""), ("title", "careers_url"), {
        "title": ("title",), "datePosted": ("published_at", "created_at"),
        "validThrough": ("close_at",), "identifier.value": ("id", "guid"),
        "hiringOrganization.name": ("company_name",), "commitment": ("employment_type_code",),
        "remote": ("remote",), "employmentUnit.name": ("department",), "status": ("status",),
        "url": ("careers_url",), "applyUrl": ("careers_apply_url",),
        "educationRequirements": ("education_code",), "experience": ("experience_code",),
    }, texts=(("description",), ("requirements",)), places=(
        Part("", address(
            "city", "state_name state_code", "country_code", "postal_code", "street_address",
        )),
        Part("locations", address(
            "city name", "state", "country_code country", "postal_code", "street",
        )),
    ), pay=(Part("salary", pay("min", "max", "currency", "period")),)),
    Shape("smartrecruiters", ("content", ""), ("name", "releasedDate"), {
        "title": ("name",), "datePosted": ("releasedDate",),
        "identifier.value": ("refNumber", "id"),
        "hiringOrganization.name": ("company.name",), "commitment": ("typeOfEmployment.label",),
        "remote": ("location.remote",), "employmentUnit.name": ("department.label",),
        "industry": ("industry.label",), "experience": ("experienceLevel.label",),
        "url": ("postingUrl", "ref"), "applyUrl": ("applyUrl",),
    }, texts=(
        ("jobAd.sections.companyDescription.text",), ("jobAd.sections.jobDescription.text",),
        ("jobAd.sections.qualifications.text",), ("jobAd.sections.additionalInformation.text",),
    ), places=(
        Part("location", address("city", "region", "country", "postalCode", "address")),
    )),
    Shape("teamtailor", ("items",), ("_jobposting",), {
        "title": ("title", _TEAMTAILOR + "title"), "url": ("url",),
        "datePosted": (_TEAMTAILOR + "datePosted", "date_published"),
        "validThrough": (_TEAMTAILOR + "validThrough",),
        "identifier.value": (_TEAMTAILOR + "identifier.value", "id"),
        "employmentType": (_TEAMTAILOR + "employmentType",),
        "hiringOrganization.name": (_TEAMTAILOR + "hiringOrganization.name",),
        "jobLocationType": (_TEAMTAILOR + "jobLocationType",),
    }, texts=((_TEAMTAILOR + "description", "content_html"),), places=(
        Part(_TEAMTAILOR + "jobLocation.address", address(
            "addressLocality", "addressRegion", "addressCountry", "postalCode", "streetAddress",
        )),
    ), pay=(Part(_TEAMTAILOR + "baseSalary", pay(
        "value.minValue", "value.maxValue", "currency", "value.unitText",
    )),)),
    Shape("bamboohr", ("result.jobOpening", "result"), ("jobOpeningName",), {
        "title": ("jobOpeningName",), "datePosted": ("datePosted",), "identifier.value": ("id",),
        "commitment": ("employmentStatusLabel",), "remote": ("isRemote",),
        "employmentUnit.name": ("departmentLabel",), "url": ("jobOpeningShareUrl",),
        "salary": ("compensation",), "status": ("jobOpeningStatus",),
        "experience": ("minimumExperience",),
    }, places=(
        Part("location", address("city", "state", "addressCountry country", "postalCode")),
        Part("atsLocation", address("city", "state province", "country")),
    )),
    Shape("breezy", ("",), ("friendly_id", "name"), {
        "title": ("name",), "datePosted": ("published_date", "creation_date"),
        "identifier.value": ("id", "friendly_id"), "commitment": ("type.name", "type"),
        "hiringOrganization.name": ("company.name",), "remote": ("location.is_remote",),
        "employmentUnit.name": ("department",), "url": ("url",), "salary": ("salary",),
    }, places=tuple(
        Part(rows, address("city name", "state.name state.id", "country.id country.name"))
        for rows in ("location", "locations")
    )),
    Shape("pinpoint", ("data", ""), ("title", "key_responsibilities"), {
        "title": ("title",), "identifier.value": ("job.requisition_id", "id"), "url": ("url",),
        "commitment": ("employment_type_text", "employment_type"), "validThrough": ("deadline_at",),
        "workplace": ("workplace_type", "workplace_type_text"), "salary": ("compensation",),
        "employmentUnit.name": ("job.department.name",),
    }, texts=(
        ("description",), ("key_responsibilities",), ("skills_knowledge_expertise",), ("benefits",),
    ), places=(
        Part("location", address("city name", "province", "", "postal_code", "street_address")),
    ), pay=(Part("", pay(
        "compensation_minimum", "compensation_maximum", "compensation_currency",
        "compensation_frequency",
    )),)),
    Shape("workday", ("jobPostings",), ("title", "externalPath"), {
        "title": ("title",), "url": ("externalPath",), "identifier.value": ("bulletFields",),
        "posted": ("postedOn",), "commitment": ("timeType",), "remote": ("remoteType",),
    }, places=(Part("", address("locationsText")),)),
    Shape("workday", ("jobPostingInfo",), ("title", "jobReqId"), {
        "title": ("title",), "url": ("externalUrl",), "identifier.value": ("jobReqId",),
        "datePosted": ("startDate",), "validThrough": ("endDate",), "commitment": ("timeType",),
        "workplace": ("remoteType",), "posted": ("postedOn",),
    }, texts=(("jobDescription",),), places=(
        Part("", address("location", country="country.alpha2Code country.descriptor")),
        Part("additionalLocations", address(".")),
    ), around={"hiringOrganization.name": ("hiringOrganization.name",)}),
    Shape("usajobs", (
        "SearchResult.SearchResultItems.MatchedObjectDescriptor", "",
    ), ("PositionTitle", "PositionURI"), {
        "title": ("PositionTitle",), "url": ("PositionURI",), "identifier.value": ("PositionID",),
        "applyUrl": ("ApplyURI",), "datePosted": ("PublicationStartDate",),
        "validThrough": ("ApplicationCloseDate",), "commitment": ("PositionSchedule.Name",),
        "hiringOrganization.name": ("OrganizationName",),
        "employmentUnit.name": ("DepartmentName",),
    }, texts=(
        ("UserArea.Details.JobSummary",), ("UserArea.Details.MajorDuties",),
        ("QualificationSummary",),
    ), places=(
        Part("PositionLocation", address("CityName", "CountrySubDivisionCode", "CountryCode")),
    ), pay=(Part("PositionRemuneration", pay(
        "MinimumRange", "MaximumRange", "CurrencyCode", "RateIntervalCode",
    )),)),
)  # fmt: skip
