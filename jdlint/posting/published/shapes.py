"""What applicant tracking systems publish as JSON, in JobPosting's terms.

Sources, as read on 2026-11-28: Greenhouse's Job Board API, Lever's Postings API, Ashby's Job
Postings API, Workable's widget, Recruitee's Careers Site API, SmartRecruiters' Posting API.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import NamedTuple
from jdlint.core.text import Span
from jdlint.posting.published.nodes import Node, Posting, first


class Shape(NamedTuple):
    """One system: ``rows`` is the key of the list of jobs, ``marks`` are keys of which a job has
    all, ``fields`` are paths of properties and the paths that say them, the first that does."""

    name: str
    rows: str
    marks: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]


SHAPES = (
    Shape("greenhouse", "jobs", ("absolute_url", "title", "id"), {
        "title": ("title",), "description": ("content",), "datePosted": ("first_published",),
        "validThrough": ("application_deadline",),
        "identifier.value": ("requisition_id", "id"), "hiringOrganization.name": ("company_name",),
        "jobLocation.address.addressLocality": ("location.name",), "url": ("absolute_url",),
        "baseSalary.currency": ("pay_input_ranges.currency_type",),
    }),
    Shape("lever", "", ("text", "hostedUrl"), {
        "title": ("text",), "description": ("description", "descriptionPlain"),
        "jobLocation.address.addressLocality": ("categories.location",),
        "jobLocation.address.addressCountry": ("country",), "identifier.value": ("id",),
        "commitment": ("categories.commitment",), "workplace": ("workplaceType",),
        "employmentUnit.name": ("categories.team", "categories.department"),
        "baseSalary.currency": ("salaryRange.currency",),
        "baseSalary.value.minValue": ("salaryRange.min",),
        "baseSalary.value.maxValue": ("salaryRange.max",),
        "url": ("hostedUrl",), "applyUrl": ("applyUrl",),
    }),
    Shape("ashby", "jobs", ("title", "jobUrl"), {
        "title": ("title",), "description": ("descriptionHtml", "descriptionPlain"),
        "datePosted": ("publishedAt",), "commitment": ("employmentType",),
        "identifier.value": ("id",), "workplace": ("workplaceType",),
        "jobLocation.address.addressLocality": (
            "address.postalAddress.addressLocality", "location",
        ),
        "jobLocation.address.addressRegion": ("address.postalAddress.addressRegion",),
        "jobLocation.address.addressCountry": ("address.postalAddress.addressCountry",),
        "employmentUnit.name": ("team", "department"), "url": ("jobUrl",),
        "applyUrl": ("applyUrl",),
    }),
    Shape("workable", "jobs", ("title", "shortcode"), {
        "title": ("title",), "description": ("description",),
        "datePosted": ("published_on", "created_at"), "identifier.value": ("shortcode",),
        "jobLocation.address.addressLocality": ("city", "location.city"),
        "jobLocation.address.addressRegion": ("state", "location.region"),
        "jobLocation.address.addressCountry": ("country", "location.country"),
        "commitment": ("employment_type",), "remote": ("telecommuting",),
        "employmentUnit.name": ("department",), "url": ("url", "shortlink"),
        "applyUrl": ("application_url",),
    }),
    Shape("recruitee", "offers", ("title", "careers_url"), {
        "title": ("title",), "description": ("description",), "requirements": ("requirements",),
        "datePosted": ("published_at", "created_at"), "identifier.value": ("id", "guid"),
        "hiringOrganization.name": ("company_name",), "commitment": ("employment_type_code",),
        "jobLocation.address.addressLocality": ("city",),
        "jobLocation.address.postalCode": ("postal_code",),
        "jobLocation.address.addressCountry": ("country_code",), "remote": ("remote",),
        "baseSalary.currency": ("salary.currency",), "baseSalary.value.minValue": ("salary.min",),
        "baseSalary.value.maxValue": ("salary.max",),
        "url": ("careers_url",), "applyUrl": ("careers_apply_url",),
    }),
    Shape("smartrecruiters", "content", ("name", "releasedDate"), {
        "title": ("name",), "description": ("jobAd.sections.jobDescription.text",),
        "qualifications": ("jobAd.sections.qualifications.text",),
        "datePosted": ("releasedDate",), "identifier.value": ("refNumber", "id"),
        "hiringOrganization.name": ("company.name",),
        "jobLocation.address.addressLocality": ("location.city",),
        "jobLocation.address.addressRegion": ("location.region",),
        "jobLocation.address.addressCountry": ("location.country",),
        "commitment": ("typeOfEmployment.label",), "remote": ("location.remote",),
        "url": ("postingUrl", "ref"), "applyUrl": ("applyUrl",),
    }),
)  # fmt: skip


def postings_of(node: Node) -> Iterator[Posting]:
    """The postings of an export: a list of jobs under a key, a bare list, or one job."""
    for shape, job in _rows(node):
        made = job_of(job, shape.fields)
        yield Posting(shape.name, made, Span(job.span.start, job.span.start + 1))


def _rows(node: Node) -> Iterator[tuple[Shape, Node]]:
    for shape in SHAPES:
        rows = node.value.get(shape.rows) if isinstance(node.value, dict) else node
        given = rows.value if rows and isinstance(rows.value, list) else [node]
        found = [
            job
            for job in given
            if isinstance(job.value, dict) and all(mark in job.value for mark in shape.marks)
        ]
        if found:
            yield from ((shape, job) for job in found)
            return


def job_of(job: Node, fields: Mapping[str, tuple[str, ...]]) -> Node:
    """A job as a mapping of properties, each value with the place that it has in the file."""
    made: dict[str, Node] = {}
    for path, sources in fields.items():
        value = next((v for v in (first(job, s) for s in sources) if v), None)
        if value is not None:
            put(made, path.split("."), value, job.span)
    return Node(made, job.span)


def put(into: dict[str, Node], steps: list[str], value: Node, span: Span) -> None:
    """Put a value at a path of mappings, which are made where they are not there."""
    for step in steps[:-1]:
        into = into.setdefault(step, Node({}, value.span)).value
    into[steps[-1]] = value
