"""Each rule about what is published has a wrong file that gives its finding and no other, and one
beside it that gives none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import jdlint
from jdlint.rules import catalogue
from tests.published.good import BODY, GOOD, LONG, changed, html
from tests.published.test_differences import FEED, PAGE
from tests.published.test_mutants import BODIES, MUTANTS

_REMOTE = changed("jobLocation", None) | {"jobLocationType": "TELECOMMUTE"}
_HOME = BODY.replace("Fernhill Bakery, Leeds.", "Fernhill Bakery. All of the work is remote.")
_FULLY = {"jobLocationType": "TELECOMMUTE"}
_INDEED = FEED.format(text="You bake bread for the town. " * 9)
_LINKEDIN = (
    "<source><job><partnerJobId>FB-12</partnerJobId><posterEmail>a@x.example</posterEmail>"
    "<company>Fernhill Bakery</company>"
    f"<title>Night Baker</title><description>{'You bake bread for the town. ' * 9}</description>"
    "<location>Leeds</location><applyUrl>https://fernhill.example/12</applyUrl></job></source>"
)
_GREENHOUSE = json.dumps(
    {
        "jobs": [
            {
                "id": 1,
                "title": "Night Baker",
                "absolute_url": "https://x.example/1",
                "content": LONG,
            }
        ]
    }
)
_DAYS = [
    changed("identifier.value", f"X-{n}") | {"title": f"Baker {n}", "datePosted": f"2026-01-0{n}"}
    for n in range(1, 7)
]
_OTHER_DAYS = [
    {**row, "validThrough": f"2099-03-0{n}"} for n, row in enumerate(_DAYS, 1)
]  # fmt: skip


def _lines(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


class Case(NamedTuple):
    """``wrong`` and ``near`` are files by name."""

    rule: str
    wrong: dict[str, str]
    near: dict[str, str]
    config: Mapping[str, Any] = {}


def _page(text: str) -> dict[str, str]:
    return {"job.html": text}


def _more(text: str) -> dict[str, str]:
    """The good description and one paragraph more."""
    return {"description": f"{LONG}<p>{text}</p>"}


def _value(rule: str, path: str, wrong: Any, near: Any, body: str = BODY) -> Case:
    made = html(changed(path, wrong), body), html(changed(path, near), body)
    return Case(rule, _page(made[0]), _page(made[1]))


_ADDRESS = "jobLocation.address"
_LOCALITY = f"{_ADDRESS}.addressLocality"
_APPLY = '<a href="/apply/12">Apply now</a>'
_BLOCK = "You bake bread for the town, from two until ten, five days a week. " * 16


def _titled(title: str, shown: str | None = None) -> dict[str, str]:
    """A page whose markup has a title, and what it shows as one (without a word, the same)."""
    return _page(html(changed("title", title), BODY.replace("Night Baker", shown or title)))


def _title(rule: str, wrong: str, near: str, config: Mapping[str, Any] | None = None) -> Case:
    """Two titles, each as the page shows it."""
    return Case(rule, _titled(wrong), _titled(near), config or {})


_SHOWN = BODY.replace("£28,000", "£8,000 or £28,000")
CASES = (
    _value("missing-property", "title", None, "Night Baker"),
    _value("date-format", "datePosted", "02/01/2026", "2026-01-02T08:00"),
    _value("date-without-zone", "validThrough", "2099-03-01T23:59:00", "2099-03-01T23:59:00Z"),
    _value("ends-before-it-starts", "validThrough", "2026-01-01", "2099-01-02"),
    _value("expired", "validThrough", "2026-01-03", "2099-12-31"),
    _value("future-date", "datePosted", "2098-01-01", "2026-01-02"),
    _value("workplace-type", "jobLocationType", "Remote", None),
    _value("employment-type", "employmentType", "Full-time", "PER_DIEM"),
    _value("no-country", "applicantLocationRequirements",
           {"@type": "Country", "name": "Worldwide"}, {"@type": "Country", "name": "France"}),
    _value("pay-unit", "baseSalary.value.unitText", "annual", "YEAR"),
    _value("pay-unit-missing", "baseSalary.value.unitText", None, "YEAR"),
    _value("pay-currency", "baseSalary.currency", "£", "EUR"),
    _value("pay-order", "baseSalary.value.minValue", 33001, 33000),
    _value("pay-too-wide", "baseSalary.value.minValue", 8000, 28000, _SHOWN),
    _value("pay-in-words", "baseSalary.value.minValue", "£28,000", "28000"),
    _value("pay-of-nothing", "baseSalary.value", {"minValue": 0, "maxValue": 0, "unitText": "YEAR"},
           {"minValue": 0, "maxValue": 33000, "unitText": "YEAR"}),
    Case("pay-not-shown", _page(html(GOOD, BODY.replace("£28,000 to £33,000", "good money"))),
         _page(html(GOOD, BODY.replace("£28,000 to £33,000", "28k–33k")))),
    Case("decorated-title", _titled("Night Baker!"),
         _titled("Night Baker & Cook", "Night Baker &amp; Cook")),
    _title("pay-in-title", "Night Baker, £28,000", "Night Baker 401k"),
    _title("place-in-title", "Night Baker – Leeds", "Leeds Market Baker"),
    Case("title-in-capitals", _titled("NIGHT SHIFT BAKER", "Night Shift Baker"),
         _titled("SQL DBA")),
    Case("title-not-shown", _page(html(changed("title", "Pastry Cook"))),
         _page(html(changed("title", "NIGHT baker")))),
    Case("employer-not-shown", _page(html(changed("hiringOrganization.name", "Mill Lane Jobs"))),
         _page(html(changed("hiringOrganization.name", "fernhill bakery")))),
    _value("description-is-title", "description", "<p>Night baker</p>", LONG),
    _value("short-description", "description", "<p>Come and bake bread.</p>", LONG),
    _value("cut-description", "description", LONG[:-4] + " And more …</p>",
           LONG + "<p>… and so on.</p>"),
    _value("escaped-description", "description", LONG.replace("<", "&lt;").replace(">", "&gt;"),
           LONG + "<p>x &lt; y &amp;&amp; y &gt; z</p>"),
    _value("address-part", _ADDRESS, {"@type": "PostalAddress", "addressCountry": "GB"},
           {"@type": "PostalAddress", "addressCountry": "GB", "addressRegion": "Leeds"}),
    _value("no-city", _LOCALITY, "Various locations", "Bath"),
    _value("address-country", f"{_ADDRESS}.addressCountry", "Worldwide", "England"),
    _value("joined-address", _ADDRESS, {"addressLocality": "Leeds, UK", "addressCountry": "GB"},
           {"addressLocality": "Leeds", "addressCountry": "GB"}),
    Case("hybrid-as-remote",
         _page(html(GOOD | _FULLY | _more("It is a hybrid role."), _HOME)),
         _page(html(GOOD | _FULLY | _more("It is no hybrid role."), _HOME))),
    _title("remote-in-title-only", "Bread Planner (Remote)", "Remote Bread Planner"),
    _value("pay-without-figure", "baseSalary.value", {"unitText": "YEAR"},
           {"minValue": 28000, "unitText": "YEAR"}),
    _value("bare-pay", "baseSalary", 28000, None),
    Case("pay-in-text-only",
         _page(html(changed("baseSalary", None) | _more("Pay: £28,000 to £33,000"))),
         _page(html(changed("baseSalary", None) | _more("Budget: £28,000 to £33,000")))),
    _value("placeholder", _LOCALITY, "undefined", "Nullburg"),
    Case("entity-in-name", _titled("Baker &amp; Cook"),
         _titled("Baker & Cook", "Baker &amp; Cook")),
    _value("unbroken-description", "description", _BLOCK, f"<p>{_BLOCK}</p>"),
    _title("no-open-job", "Open application", "Open Kitchen Baker"),
    _title("code-in-title", "Night Baker FB-12", "Night Baker B-52"),
    _title("employer-in-title", "Night Baker at Fernhill Bakery",
           "Manager of Fernhill Bakery Shops"),
    Case("linkedin-id", {"a.xml": _LINKEDIN.replace("FB-12", "F" * 41)},
         {"a.xml": _LINKEDIN.replace("FB-12", "F" * 40)}),
    _value("education-value", "educationRequirements", {"credentialCategory": "BSc"},
           {"credentialCategory": "bachelor degree"}),
    _value("employer-address", "hiringOrganization.sameAs", "www.fernhill.example",
           "https://fernhill.example"),
    _value("direct-apply", "directApply", "https://fernhill.example/apply", True),
    Case("remote-without-countries", _page(html(_REMOTE, _HOME)),
         _page(html(_REMOTE | {"jobLocation": GOOD["jobLocation"]}, _HOME))),
    Case("remote-not-shown",
         _page(html(GOOD | _FULLY)),
         _page(html(GOOD | _FULLY, BODY.replace("You earn", "Work from home. You earn")))),
    Case("closed-page", _page(html(GOOD, BODY + "<p>This position has been filled.</p>")),
         _page(html(GOOD, BODY + "<p>Close the oven when the position of the loaf is right.</p>"))),
    Case("no-way-to-apply", _page(html(GOOD, BODY.replace(_APPLY, ""))),
         _page(html(GOOD, BODY.replace(_APPLY, "<p>a@fernhill.example</p>")))),
    Case("list-page", _page(html([GOOD, changed("identifier.value", "FB-13")])),
         _page(html([GOOD, GOOD]))),
    Case("same-identifier", {"a.json": json.dumps([GOOD, changed("title", "Cook")])},
         {"a.json": json.dumps([GOOD, changed("title", "Cook") | {"identifier": "FB-13"}])}),
    Case("rolling-end", {"a.jsonl": _lines(_DAYS)}, {"a.jsonl": _lines(_OTHER_DAYS)}),
    Case("broken", {"a.json": json.dumps(GOOD)[:-1]}, {"a.json": json.dumps(GOOD) + "\n\n"}),
    Case("other-employer", _page(html(GOOD)),
         _page(html(changed("hiringOrganization.name", "FERNHILL BAKERY"))),
         {"posting": {"organization": "Fernhill Bakery Ltd"}}),
    Case("recommended-property", _page(html(changed("identifier", None))), _page(html(GOOD)),
         {"rules": {"posting/recommended-property": "note"}}),
    Case("indeed-field", {"a.xml": _INDEED.replace("<requisitionid>FB-12</requisitionid>", "")},
         {"a.xml": _INDEED}),
    Case("linkedin-field", {"a.xml": _LINKEDIN.replace("<location>Leeds</location>", "")},
         {"a.xml": _LINKEDIN}),
    Case("export-field",
         {"a.json": _GREENHOUSE.replace('"content": "', '"content": "", "text": "')},
         {"a.json": _GREENHOUSE.replace('"content"', '"text"')}),
    Case("differs-from-source", {"jobs/a.md": PAGE.replace("Leeds", "Hull"), "a.xml": _INDEED},
         {"jobs/a.md": PAGE.replace("Leeds", "Leeds, West Yorkshire"), "a.xml": _INDEED}),
    Case("closed-at-source",
         {"jobs/a.md": PAGE.replace("req_id", "closed: true\nreq_id"), "a.xml": _INDEED},
         {"jobs/a.md": PAGE.replace("req_id", "closed: false\nreq_id"), "a.xml": _INDEED}),
)  # fmt: skip


def _rules(folder: Path, files: dict[str, str], config: Mapping[str, Any]) -> set[str]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    names = [name for name in files if not name.endswith(".md")]
    (folder / "jdlint.yaml").write_text(json.dumps(dict(config)))
    report = jdlint.check_paths([folder / name for name in names])
    return {d.rule for d in report.diagnostics}


def test_every_rule_has_a_case() -> None:
    shipped = {rule.name for rule in catalogue.shipped_rules() if rule.group == "posting"}
    assert {f"posting/{case.rule}" for case in CASES} == shipped
    assert len(CASES) + len(MUTANTS) + len(BODIES) >= 80


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_wrong_file_gives_its_finding_and_no_other(case: Case, tmp_path: Path) -> None:
    assert _rules(tmp_path, case.wrong, case.config) == {f"posting/{case.rule}"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_near_miss_gives_none(case: Case, tmp_path: Path) -> None:
    config = dict(case.config)
    if case.rule == "other-employer":
        config = {"posting": {"organization": "Fernhill Bakery"}}
    assert _rules(tmp_path, case.near, config) == set()
