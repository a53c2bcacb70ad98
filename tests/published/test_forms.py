"""Exports of boards, feeds and lines are read without loss, each value with its place."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

import jdlint
from jdlint.api import Session
from jdlint.core.text import Source
from jdlint.engine.planning.request import Request
from jdlint.posting.published.nodes import Published, first, text_at
from jdlint.posting.published.read import read_published

_GREENHOUSE = {
    "jobs": [
        {
            "id": 4011,
            "title": "Night Baker",
            "absolute_url": "https://boards.example/4011",
            "first_published": "2026-01-02T10:00:00-05:00",
            "requisition_id": "FB-12",
            "company_name": "Fernhill Bakery",
            "location": {"name": "Leeds"},
            "content": "&lt;p&gt;You bake bread.&lt;/p&gt;",
        }
    ],
    "meta": {"total": 1},
}
_LEVER = {
    "id": "a1-b2",
    "text": "Night Baker",
    "hostedUrl": "https://jobs.example/a1-b2",
    "applyUrl": "https://jobs.example/a1-b2/apply",
    "categories": {"location": "Leeds", "commitment": "Full-time", "team": "Ovens"},
    "country": "GB",
    "workplaceType": "onsite",
    "description": "<div>You bake bread.</div>",
    "salaryRange": {"currency": "GBP", "min": 28000, "max": 33000},
}
_ASHBY = {
    "jobs": [
        {
            "id": "e7",
            "title": "Night Baker",
            "jobUrl": "https://jobs.example/e7",
            "publishedAt": "2026-01-02T10:00:00.000+00:00",
            "employmentType": "FullTime",
            "location": "Leeds",
            "address": {"postalAddress": {"addressCountry": "GB"}},
            "descriptionHtml": "<p>You bake bread.</p>",
        }
    ],
    "apiVersion": "1",
}
_WORKABLE = {
    "name": "Fernhill Bakery",
    "jobs": [
        {
            "title": "Night Baker",
            "shortcode": "A1B2",
            "city": "Leeds",
            "country": "United Kingdom",
            "telecommuting": False,
            "published_on": "2026-01-02",
            "url": "https://apply.example/A1B2",
        }
    ],
}
_RECRUITEE = {
    "offers": [
        {
            "id": 7,
            "title": "Night Baker",
            "careers_url": "https://fernhill.example/o/baker",
            "company_name": "Fernhill Bakery",
            "city": "Leeds",
            "country_code": "GB",
            "description": "<p>You bake bread.</p>",
            "salary": {"min": 28000, "max": 33000, "currency": "GBP"},
        }
    ]
}
_SMART = {
    "content": [
        {
            "id": "744",
            "name": "Night Baker",
            "releasedDate": "2026-01-02T10:00:00.000Z",
            "company": {"name": "Fernhill Bakery"},
            "location": {"city": "Leeds", "country": "gb"},
            "jobAd": {"sections": {"jobDescription": {"text": "<p>You bake bread.</p>"}}},
        }
    ]
}
_PERSONIO = """<?xml version="1.0" encoding="UTF-8"?>
<workzag-jobs>
  <position>
    <id>12</id>
    <subcompany>Fernhill Bakery</subcompany>
    <office>Leeds</office>
    <name>Night Baker</name>
    <jobDescriptions>
      <jobDescription><name>Tasks</name><value><![CDATA[<p>You bake bread.</p>]]></value></jobDescription>
    </jobDescriptions>
  </position>
</workzag-jobs>
"""
_CITY = "jobLocation.address.addressLocality"
_WANTED: list[tuple[str, Any, dict[str, str]]] = [
    (
        "greenhouse",
        _GREENHOUSE,
        {
            "identifier.value": "FB-12",
            "hiringOrganization.name": "Fernhill Bakery",
            "datePosted": "2026-01-02T10:00:00-05:00",
            "description": "&lt;p&gt;You bake bread.&lt;/p&gt;",
        },
    ),
    ("lever", [_LEVER], {"baseSalary.value.minValue": "28000", "commitment": "Full-time"}),
    ("lever", _LEVER, {"applyUrl": "https://jobs.example/a1-b2/apply"}),
    ("ashby", _ASHBY, {"commitment": "FullTime", "jobLocation.address.addressCountry": "GB"}),
    ("workable", _WORKABLE, {"identifier.value": "A1B2", "url": "https://apply.example/A1B2"}),
    ("recruitee", _RECRUITEE, {"identifier.value": "7", "baseSalary.value.maxValue": "33000"}),
    ("smartrecruiters", _SMART, {"description": "<p>You bake bread.</p>"}),
    ("personio", _PERSONIO, {"description": "<p>You bake bread.</p>", "identifier.value": "12"}),
]


def _read(data: Any) -> Published:
    text = data if isinstance(data, str) else json.dumps(data, indent=2)
    return read_published(Source("feed", text))


@pytest.mark.parametrize(("form", "data", "wanted"), _WANTED)
def test_an_export_is_read_without_loss(form: str, data: Any, wanted: dict[str, str]) -> None:
    found = _read(data)
    assert [posting.form for posting in found.postings] == [form]
    node = found.postings[0].node
    for path, text in {**wanted, "title": "Night Baker", _CITY: "Leeds"}.items():
        assert text_at(node, path) == text, path
        value = first(node, path)
        assert value is not None
        assert text in found.source.slice(value.span), path


def test_broken_json_has_its_exact_place(tmp_path: Path) -> None:
    path = tmp_path / "job.json"
    path.write_text('{\n  "@type": "JobPosting",\n  "title": "Baker",,\n}\n', encoding="utf-8")
    (found,) = jdlint.check_paths([path], config={}).diagnostics
    assert (found.rule, found.start.line, found.start.column) == ("posting/broken", 3, 20)


def test_lines_are_placed_in_their_file_gzipped_too(tmp_path: Path) -> None:
    good = json.dumps({"@type": "WebPage"})
    bad = json.dumps({"@type": "JobPosting", "title": "Bäcker!"}, ensure_ascii=False)
    text = f"{good}\n\n{bad}\n"
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text(text, encoding="utf-8")
    packed.write_bytes(gzip.compress(text.encode()))
    for path in (plain, packed):
        report = jdlint.check_paths([path], config={}, select=["posting/decorated-title"])
        (found,) = report.diagnostics
        assert (found.start.line, found.start.column) == (3, 34)
        assert text[found.span.start : found.span.end] == '"Bäcker!"'


def test_a_feed_with_a_document_type_is_refused_and_reads_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    path = tmp_path / "feed.xml"
    path.write_text(
        f'<!DOCTYPE source [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<source><job><title>&x;</title></job></source>",
        encoding="utf-8",
    )
    (found,) = jdlint.check_paths([path], config={}).diagnostics
    assert found.rule == "posting/broken"
    assert "document type" in found.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.json", b"[" * 100_000),
        ("deep.xml", b"<a>" * 100_000),
        ("number.json", b'{"a": ' + b"9" * 10_000 + b"}"),
        ("bytes.json", bytes(range(256))),
        ("cut.jsonl.gz", gzip.compress(b'{"a": 1}\n' * 1000, mtime=0)[:40]),
        ("no.json.gz", b"this is no gzip file"),
        ("nul.html", b'<html><script type=application/ld+json>\0{"@type": "JobPosting"</script>'),
    ],
)
def test_hostile_files_are_one_finding(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = jdlint.check_paths([path], config={}).diagnostics
    assert len(found) == 1
    assert found[0].rule in ("posting/broken", "file/unreadable")


def test_configuration_names_what_is_published(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "dist" / "a.json").write_text('{"@type": "JobPosting",}', encoding="utf-8")
    (tmp_path / "jobs" / "a.md").write_text("---\ntitle: Baker\n---\nYou bake.\n", encoding="utf-8")
    (tmp_path / "jdlint.yaml").write_text('published: ["dist/*.json"]\n', encoding="utf-8")
    report = jdlint.check_paths([tmp_path])
    assert report.pages == 2
    assert [d.rule for d in report.diagnostics if d.path.endswith(".json")] == ["posting/broken"]
    (tmp_path / "jdlint.yaml").unlink()
    assert not any(d.path.endswith(".json") for d in jdlint.check_paths([tmp_path]).diagnostics)


def test_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    """Named or found by a pattern: what a checkout brings may point anywhere."""
    (tmp_path / "secret.json").write_text('{"@type": "JobPosting", "title": "Hidden!!"}')
    site = tmp_path / "site"
    site.mkdir()
    (site / "job.json").symlink_to(tmp_path / "secret.json")
    (site / "jdlint.yaml").write_text("published: ['*.json']\n")
    for paths in ([site / "job.json"], [site]):
        report = jdlint.check_paths(paths)
        assert [d.rule for d in report.diagnostics] == ["file/unreadable"]
        assert "out of the project" in report.diagnostics[0].message
        assert "Hidden" not in str(report.diagnostics)


def test_what_is_not_reached_in_time_is_said(tmp_path: Path) -> None:
    path = tmp_path / "jobs.jsonl"
    path.write_text('{"@type": "JobPosting"}\n' * 3)
    report = Session(tmp_path).run(Request(tmp_path, (path,), seconds=1e-9))
    (found,) = report.diagnostics
    assert found.rule == "file/unreadable"
    assert "the time of this run" in found.message
