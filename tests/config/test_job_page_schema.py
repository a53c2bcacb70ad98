"""The shipped schema of a job page's front matter: what it accepts, what it refuses,
how a project builds on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from jdlint.core.schema.faults import SurelyValid
from jdlint.core.schema.validator import OURS, errors

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "schemas" / "job-page.schema.json").read_text(encoding="utf-8")
)
CORPUS = (
    ROOT.parent
    / "shared"
    / "corpora"
    / "gitlab-2022"
    / "sites"
    / "uncategorized"
    / "source"
    / "job-families"
)
LEAST = {"layout": "job", "title": "Heat pump engineer"}


class WrittenDates(yaml.SafeLoader):
    """YAML values as jdlint sees them: a date stays the string that was written."""


WrittenDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def wrong(data: object) -> list[tuple[str, str]]:
    """Where ``data`` breaks the schema, and by which keyword."""
    found = [
        ("/".join(map(str, error.path)), error.keyword) for error in errors(SCHEMA, data, {}, OURS)
    ]
    return sorted(found)


def read(text: str) -> object:
    return yaml.load(text, Loader=WrittenDates)


def test_schema_is_valid_2020_12() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:jdlint:schema:job-page"


def test_every_key_is_documented() -> None:
    for name, schema in SCHEMA["properties"].items():
        text = str(schema.get("description", ""))
        assert text.endswith("."), name
        if text.startswith("As "):  # another spelling of a documented key
            assert text[3:-1] in SCHEMA["properties"], name


GOOD = [
    "date_posted: 2026-01-01",
    "date_posted: '2026-01-01'",
    "datePosted: 2026-01-01T09:30:00Z",
    "valid_through: 2026-03-31 17:00:00 +0100",
    "valid-through: 2028-02-29",
    "validThrough:",
    "date: March 2026",
    "closing_date: open until filled",
    "start_date: as soon as possible",
    "employment_type: FULL_TIME",
    "employment_type: [FULL_TIME, PART_TIME]",
    "employmentType: Full-time",
    "job_type: Permanent, full-time (37.5 hours)",
    "contract_type: CDI",
    "location: Leeds",
    "locations: [Leeds, {city: Utrecht, country: NL}]",
    "remote: true",
    "remote: Two days a week",
    "eligible_countries: [NL, DE]",
    "salary: {currency: EUR, min: 52000, max: 61000, per: year}",
    "baseSalary: {currency: GBP, value: {minValue: 14.5, maxValue: 16, unitText: HOUR}}",
    "salary: £31,000 to £34,000",
    "salary:",
    "req_id: 2041",
    "identifier: {name: Fernhill Energy, value: FE-2041}",
    "direct_apply: false",
    "education: no requirements",
    "experience_months: 24",
    "skills: [brazing, F-gas handling]",
    "skills: {must: [brazing], nice: [Dutch]}",
    "lang: pt-BR",
    "draft: true",
    "redirect_from: /jobs/fitter",
    "aliases: [/jobs/fitter, /jobs/installer]",
    "permalink: false",
    "url: /jobs/{{ slug }}/",
    "slug: 2041",
    "extra_js: [libs/diagram.js]\nmood: sunny",
]


@pytest.mark.parametrize("text", GOOD)
def test_accepts_what_sites_write(text: str) -> None:
    data = read(text)
    assert isinstance(data, dict)
    assert wrong(LEAST | data) == []


# What most pages write must be judged without jsonschema, which takes longer to import than all
# else on a page.
QUICK = [
    "description: We build heat pumps.\ndate_posted: 2026-01-12\nvalidThrough: 2026-03-31",
    "employment_type: FULL_TIME\nlocation: Leeds\nremote: true",
    "employmentType: [Full-time, Part-time]",
    "salary: {currency: GBP, min: 44000, max: 52000.5, per: year}\nreq_id: FE-2041",
    "baseSalary: {currency: GBP, value: {minValue: 14, maxValue: 16, unitText: HOUR}}",
    "date: 2026-01-12\ntags: [heat, pumps]\ndraft: false\ndirect_apply: true\nlang: en",
    "company: {name: Fernhill Energy}\nlocations: [Leeds, York]\nmood: sunny\nclosing_date:",
]


@pytest.mark.parametrize("text", QUICK)
def test_common_front_matter_needs_no_judge(text: str) -> None:
    data = read(text)
    assert isinstance(data, dict)
    assert SurelyValid(SCHEMA, OURS)(LEAST | data)


BAD = [
    ("date_posted: 2026-02-30", "date_posted", "format"),
    ("datePosted: 2026-13-01T09:00:00Z", "datePosted", "format"),
    ("valid_through: 2026-02-30 17:00", "valid_through", "format"),
    ("valid-through: 31.03.2026", "valid-through", "format"),
    ("valid_through: 2027-02-29", "valid_through", "format"),
    ("date: 2026-02-30", "date", "format"),
    ("closing_date: 2026-04-31", "closing_date", "format"),
    ("date_posted: 2026", "date_posted", "type"),
    ("employment_type: FULLTIME", "employment_type", "enum"),
    ("employment_type: Fultime", "employment_type", "enum"),
    ("employmentType: [FULL_TIME, PARTTIME]", "employmentType/1", "enum"),
    ("employment_type: true", "employment_type", "type"),
    ("location: 7", "location", "type"),
    ("country: NO", "country", "type"),
    ("salary: {currency: €, min: 52000}", "salary/currency", "enum"),
    ("salary: {currency: eur}", "salary/currency", "enum"),
    ("salary: {currency: EUR, min: 52k}", "salary/min", "pattern"),
    ("salary: {currency: EUR, value: 52000, per: fortnight}", "salary/per", "enum"),
    ("baseSalary: {value: {unitText: YEARS}}", "baseSalary/value/unitText", "enum"),
    ("direct_apply: maybe", "direct_apply", "enum"),
    ("experience_months: two years", "experience_months", "type"),
    ("experience_months: -1", "experience_months", "minimum"),
    ("lang: e", "lang", "minLength"),
    ("draft: 1", "draft", "enum"),
    ("aliases: {old: /jobs/fitter}", "aliases", "type"),
    ("apply_url: [here]", "apply_url", "type"),
    ("description: [one, two]", "description", "type"),
]


@pytest.mark.parametrize(("text", "path", "keyword"), BAD)
def test_refuses_on_the_very_value(text: str, path: str, keyword: str) -> None:
    data = read(text)
    assert isinstance(data, dict)
    assert wrong(LEAST | data) == [(path, keyword)]


def test_a_page_may_have_no_layout() -> None:
    data = read("layout: null")  # as Jekyll's pages say it
    assert isinstance(data, dict)
    assert wrong(LEAST | data) == []


@pytest.mark.parametrize("value", ["layout: ''", "layout: [job]"])
def test_layout_is_text(value: str) -> None:
    data = read(value)
    assert isinstance(data, dict)
    assert [path for path, _ in wrong(LEAST | data)] == ["layout"]


@pytest.mark.parametrize("value", ["title:", "title: ''", "title: 2041", "title: [a, b]"])
def test_title_is_text(value: str) -> None:
    data = read(value)
    assert isinstance(data, dict)
    assert [path for path, _ in wrong(LEAST | data)] == ["title"]


def test_a_title_is_required() -> None:
    assert wrong({}) == [("", "required")]


def test_a_project_builds_on_it() -> None:
    resource: Resource[Any] = Resource.from_contents(SCHEMA)
    registry: Registry[Any] = Registry().with_resource(SCHEMA["$id"], resource)
    own = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "urn:jdlint:schema:job-page",
        "required": ["department"],
        "properties": {
            "employment_type": {
                "$ref": "urn:jdlint:schema:job-page#/$defs/jobPostingEmploymentType"
            }
        },
    }
    validator = Draft202012Validator(
        own, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert validator.is_valid(LEAST | {"department": "Service", "employment_type": "FULL_TIME"})
    assert not validator.is_valid(LEAST | {"department": "Service", "employment_type": "Full-time"})
    assert not validator.is_valid(LEAST)


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real job pages is not beside this repository"
)
def test_quiet_on_real_job_pages() -> None:
    judged = 0
    for path in sorted(CORPUS.rglob("*.md*")):
        head, found, _ = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---")
        if found and isinstance(data := read(head), dict):
            judged += 1
            assert wrong(data) == [], path.name
    assert judged > 200


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heat-pump-engineer", []),
        ("service-technician", [("date_posted", "format")]),
        ("commissioning-lead", [("employment_type", "enum"), ("salary/currency", "enum")]),
        ("workshop-apprentice", []),
    ],
)
def test_examples_hold_the_planted_defects(name: str, expected: list[tuple[str, str]]) -> None:
    text = (ROOT / "examples" / "jobs" / f"{name}.md").read_text(encoding="utf-8")
    assert wrong(read(text.removeprefix("---\n").partition("\n---\n")[0])) == expected
