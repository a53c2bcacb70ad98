"""What is exported is checked without an error, checking changes nothing,
feeds hold to their XSD."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

import jdlint
from tests.published.feeds import INDEED, LINKEDIN

PAGE = """---
layout: job
title: {title}
req_id: {code}
date_posted: 2026-01-02
valid_through: 2099-03-01
organization: Fernhill Bakery
employment_type: full-time
city: Leeds
country: United Kingdom
apply_url: https://fernhill.example/apply/{code}
salary: {{currency: GBP, min: 28000, max: 33000, per: year}}
---

You bake bread & cake for the town of Fernhill, from two in the morning until ten, \
with two colleagues.

## Responsibilities

- Knead and bake
- Order flour, and look after the oven

## Requirements

- Two years of work in a bakery
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "jobs").mkdir()
    config = "posting: {linkedin: {poster_email: jobs@fernhill.example}}\n"
    (tmp_path / "jdlint.yaml").write_text(config, encoding="utf-8")
    for title, code in (("Night Baker", "FB-1"), ("Pastry Cook", "FB-2")):
        text = PAGE.format(title=title, code=code)
        (tmp_path / "jobs" / f"{code}.md").write_text(text, encoding="utf-8")
    return tmp_path


def export(site: Path, form: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "export", "jobs", "--format", form, "--strict"],
        cwd=site,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("jsonld", "a.json"),
        ("jsonl", "a.jsonl"),
        ("indeed-xml", "a.xml"),
        ("linkedin-xml", "b.xml"),
    ],
)
def test_what_is_exported_is_checked_without_a_finding(form: str, name: str, site: Path) -> None:
    text = export(site, form)
    path = site / name
    path.write_text(text, encoding="utf-8")
    report = jdlint.check_paths([path], config={})
    assert [(d.rule, d.message) for d in report.diagnostics] == []
    assert path.read_text(encoding="utf-8") == text
    assert export(site, form) == text
    broken = text.replace("Night Baker", "Night Baker!!!")
    path.write_text(broken, encoding="utf-8")
    assert {d.rule for d in jdlint.check_paths([path], config={}).diagnostics} == {
        "posting/decorated-title"
    }


@pytest.mark.parametrize(("form", "xsd"), [("indeed-xml", INDEED), ("linkedin-xml", LINKEDIN)])
def test_a_feed_holds_to_its_schema(form: str, xsd: str, site: Path) -> None:
    schema = etree.XMLSchema(etree.fromstring(xsd))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.fromstring(export(site, form).encode(), parser)
    assert schema.validate(tree), schema.error_log
    assert len(tree) == 2
    tree[0].remove(tree[0].find("title"))
    assert not schema.validate(tree)


@pytest.mark.parametrize("folder", ["examples", "tests/published/complete"])
def test_what_is_exported_of_whole_sites_has_no_error(folder: str, tmp_path: Path) -> None:
    def written() -> str:
        done = subprocess.run(
            [sys.executable, "-m", "jdlint", "export", "."],
            cwd=Path(__file__).parents[2] / folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    text = written()
    path = tmp_path / "postings.json"
    path.write_text(text, encoding="utf-8")
    report = jdlint.check_paths([path], config={})
    assert report.count("error") == 0
    assert text.count('"JobPosting"') >= 3
    assert written() == text == path.read_text(encoding="utf-8")
