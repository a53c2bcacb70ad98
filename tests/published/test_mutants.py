"""A good posting is quiet; each mutant of it gives exactly its own finding,
and the near miss of that mutant gives none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jdlint
from tests.published.good import BODY, GOOD, LONG, changed, html

_ADDRESS = "jobLocation.address"
MUTANTS: list[tuple[str, str, Any]] = [
    ("missing-property", "title", None),
    ("missing-property", "description", None),
    ("missing-property", "datePosted", None),
    ("missing-property", "datePosted", ""),
    ("missing-property", "hiringOrganization", None),
    ("missing-property", "hiringOrganization.name", None),
    ("missing-property", "hiringOrganization", "Fernhill Bakery"),
    ("missing-property", "jobLocation", None),
    ("missing-property", f"{_ADDRESS}.addressCountry", None),
    ("missing-property", _ADDRESS, None),
    ("date-format", "datePosted", "02/01/2026"),
    ("date-format", "validThrough", "1 March 2099"),
    ("date-without-zone", "validThrough", "2099-03-01T23:59:00"),
    ("ends-before-it-starts", "validThrough", "2026-01-01"),
    ("expired", "validThrough", "2026-01-03"),
    ("workplace-type", "jobLocationType", "Remote"),
    ("employment-type", "employmentType", "Full-time"),
    ("employment-type", "employmentType", ["FULL_TIME", "fixed term"]),
    ("no-country", "applicantLocationRequirements", {"@type": "Country", "name": "Worldwide"}),
    ("pay-unit", "baseSalary.value.unitText", "annual"),
    ("pay-unit-missing", "baseSalary.value.unitText", None),
    ("pay-unit-missing", "baseSalary.currency", None),
    ("pay-currency", "baseSalary.currency", "£"),
    ("pay-order", "baseSalary.value.minValue", 33001),
    ("pay-too-wide", "baseSalary.value.minValue", 8000),
    ("pay-in-words", "baseSalary", "£28,000 a year"),
    ("pay-in-words", "baseSalary.value.minValue", "£28,000"),
    ("decorated-title", "title", "Night Baker!"),
    ("escaped-description", "description", LONG.replace("<", "&lt;").replace(">", "&gt;")),
    ("short-description", "description", "<p>Come and bake bread.</p>"),
    ("description-is-title", "description", "<p>Night baker</p>"),
    ("cut-description", "description", LONG[:-4] + " And more …</p>"),
    ("title-not-shown", "title", "Pastry Cook"),
    ("employer-not-shown", "hiringOrganization.name", "Mill Lane Jobs"),
    ("address-part", _ADDRESS, {"@type": "PostalAddress", "addressCountry": "GB"}),
    ("missing-property", "jobLocation", "Leeds"),
    ("missing-property", _ADDRESS, "Leeds, GB"),
    ("no-city", f"{_ADDRESS}.addressLocality", "Remote"),
    ("no-city", f"{_ADDRESS}.addressLocality", "United Kingdom"),
    ("address-country", f"{_ADDRESS}.addressCountry", "Worldwide"),
    ("joined-address", _ADDRESS, {"addressLocality": "Leeds, UK", "addressCountry": "GB"}),
    ("no-country", "applicantLocationRequirements", {"@type": "Country", "name": "US/CA"}),
    ("pay-without-figure", "baseSalary.value", {"unitText": "YEAR"}),
    ("pay-unit-missing", "baseSalary.value", 28000),
    ("bare-pay", "baseSalary", 28000),
    ("placeholder", f"{_ADDRESS}.addressRegion", "undefined"),
    ("unbroken-description", "description", "You bake bread for the town at night. " * 30),
    ("education-value", "educationRequirements", {"credentialCategory": "BSc"}),
    ("direct-apply", "directApply", "yes"),
    ("employer-address", "hiringOrganization.sameAs", "www.fernhill.example"),
]
BODIES = [
    ("closed-page", BODY + "<p>This position has been filled.</p>"),
    ("no-way-to-apply", BODY.replace('<a href="/apply/12">Apply now</a>', "")),
    ("pay-not-shown", BODY.replace("£28,000 to £33,000", "good money")),
    ("pay-in-title", BODY.replace("Night Baker", "Night Baker, £28,000")),
    ("place-in-title", BODY.replace("Night Baker", "Night Baker – Leeds")),
    ("title-in-capitals", BODY.replace("Night Baker", "Night Shift Baker")),
    ("code-in-title", BODY.replace("Night Baker", "Night Baker FB-12")),
    ("employer-in-title", BODY.replace("Night Baker", "Night Baker at Fernhill Bakery")),
    ("no-open-job", BODY.replace("Night Baker", "Open application")),
    ("remote-in-title-only", BODY.replace("Night Baker", "Bread Planner (Remote)")),
    ("entity-in-name", BODY.replace("Night Baker", "Baker &amp; Cook")),
]
TITLES = {
    "pay-in-title": "Night Baker, £28,000",
    "place-in-title": "Night Baker – Leeds",
    "title-in-capitals": "NIGHT SHIFT BAKER",
    "code-in-title": "Night Baker FB-12",
    "employer-in-title": "Night Baker at Fernhill Bakery",
    "no-open-job": "Open application",
    "remote-in-title-only": "Bread Planner (Remote)",
    "entity-in-name": "Baker &amp; Cook",
}
NEAR: list[tuple[str, Any]] = [
    ("title", "Night  Baker"),
    ("description", LONG.replace("bread", "bread &amp; cake")),
    ("datePosted", "2026-01-02T08:00:00Z"),
    ("validThrough", None),
    ("validThrough", "2099-03-01"),
    ("employmentType", "INTERN"),
    ("identifier", None),
    ("baseSalary", None),
    ("baseSalary.value.maxValue", "33000"),
    ("baseSalary.value.minValue", 28000.0),
    ("hiringOrganization.name", "confidential"),
    ("applicantLocationRequirements", {"@type": "Country", "name": "GB"}),
    ("jobLocation", [GOOD["jobLocation"], GOOD["jobLocation"]]),
    (f"{_ADDRESS}.streetAddress", None),
    (f"{_ADDRESS}.addressLocality", "Washington, D.C."),
    ("baseSalary.value.minValue", None),
    ("educationRequirements", "no requirements"),
    ("directApply", True),
    ("hiringOrganization.sameAs", "https://fernhill.example"),
    ("@type", ["JobPosting"]),
    ("@type", "https://schema.org/JobPosting"),
]


def rules(folder: Path, text: str) -> list[str]:
    path = folder / "job.html"
    path.write_text(text, encoding="utf-8")
    return [d.rule for d in jdlint.check_paths([path], config={}).diagnostics]


def test_a_good_posting_is_quiet(tmp_path: Path) -> None:
    assert rules(tmp_path, html(GOOD)) == []
    assert rules(tmp_path, html([GOOD])) == []
    assert rules(tmp_path, html({"@graph": [{"@type": "WebSite"}, GOOD]})) == []


@pytest.mark.parametrize(("rule", "path", "value"), MUTANTS)
def test_a_mutant_gives_its_own_finding(rule: str, path: str, value: Any, tmp_path: Path) -> None:
    body = BODY
    if rule in ("decorated-title", "pay-too-wide", "pay-order"):
        body = BODY.replace("Night Baker", "Night Baker!").replace("£28,000", "£8,000")
    assert rules(tmp_path, html(changed(path, value), body)) == [f"posting/{rule}"]


@pytest.mark.parametrize(("rule", "body"), BODIES)
def test_a_page_that_differs_gives_its_own_finding(rule: str, body: str, tmp_path: Path) -> None:
    data = changed("title", TITLES.get(rule, "Night Baker"))
    assert rules(tmp_path, html(data, body)) == [f"posting/{rule}"]


@pytest.mark.parametrize(("path", "value"), NEAR)
def test_a_near_miss_is_quiet(path: str, value: Any, tmp_path: Path) -> None:
    assert rules(tmp_path, html(changed(path, value))) == []


def test_two_jobs_on_a_page_are_one_finding(tmp_path: Path) -> None:
    assert rules(tmp_path, html([GOOD, changed("title", "Cook")])) == [
        "posting/list-page",
        "posting/same-identifier",
    ]


def test_a_remote_job_without_countries(tmp_path: Path) -> None:
    data = changed("jobLocation", None) | {"jobLocationType": "TELECOMMUTE"}
    body = BODY.replace("You earn", "All of the work is remote. You earn")
    assert rules(tmp_path, html(data, body)) == ["posting/remote-without-countries"]
    data["applicantLocationRequirements"] = {"@type": "Country", "name": "GB"}
    assert rules(tmp_path, html(data, body)) == []
    here = changed("jobLocationType", "TELECOMMUTE")
    assert rules(tmp_path, html(here, body)) == []


def test_hybrid_work_is_not_remote(tmp_path: Path) -> None:
    data = GOOD | {"jobLocationType": "TELECOMMUTE"}
    body = BODY.replace("You earn", "Two days a week you work from home. You earn")
    hybrid = data | {"description": LONG + "<p>It is a hybrid role.</p>"}
    assert rules(tmp_path, html(hybrid, body)) == ["posting/hybrid-as-remote"]
    assert rules(tmp_path, html(data, body)) == []


def test_pay_in_the_text_only(tmp_path: Path) -> None:
    data = changed("baseSalary", None)
    data["description"] = LONG + "<p>You earn £28,000 to £33,000 a year.</p>"
    assert rules(tmp_path, html(data)) == ["posting/pay-in-text-only"]
    data["description"] = LONG + "<p>You look after a budget of £28,000 to £33,000 a year.</p>"
    assert rules(tmp_path, html(data)) == []


def test_pay_of_nothing(tmp_path: Path) -> None:
    data = changed("baseSalary.value", {"minValue": 0, "maxValue": 0, "unitText": "YEAR"})
    assert rules(tmp_path, html(data)) == ["posting/pay-of-nothing"]
