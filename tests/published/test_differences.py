"""One job in its source page, its built page and feeds: what differs is said, with both places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jdlint
from jdlint.core.diagnostic import Diagnostic
from tests.published.good import changed, html

PAGE = """---
title: Night Baker
req_id: FB-12
date_posted: 2026-01-02
valid_through: 2099-03-01
organization: Fernhill Bakery
city: Leeds
country: United Kingdom
salary: {currency: GBP, min: 28000, max: 33000, per: year}
---

You bake bread for the town.
"""
FEED = """<source><job><title>Night Baker</title><date>2026-01-02</date>
<referencenumber>FB-12</referencenumber><requisitionid>FB-12</requisitionid>
<url>https://fernhill.example/12</url><company>Fernhill Bakery</company><city>Leeds</city>
<state>WY</state><country>GB</country><description>{text}</description></job></source>
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("jobs", "dist/jobs/baker", "feeds"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "jobs" / "baker.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "dist/jobs/baker/index.html").write_text(html(changed("@type", "JobPosting")))
    text = "You bake bread for the town. " * 9
    (tmp_path / "feeds" / "indeed.xml").write_text(FEED.format(text=text))
    (tmp_path / "jdlint.yaml").write_text('published: ["dist/**/*.html", "feeds/*"]\n')
    return tmp_path


def found(site: Path, *names: str) -> list[Diagnostic]:
    report = jdlint.check_paths([site / name for name in names] or [site], select=["posting"])
    return list(report.diagnostics)


def test_what_is_one_is_quiet(site: Path) -> None:
    assert found(site) == []


def test_a_page_and_a_feed_that_were_not_built_again_are_named(site: Path) -> None:
    page = site / "jobs" / "baker.md"
    new = (
        PAGE.replace("2099-03-01", "2099-04-30").replace("28000", "29000").replace("Leeds", "Hull")
    )
    page.write_text(new, encoding="utf-8")
    rows = found(site)
    assert {d.rule for d in rows} == {"posting/differs-from-source"}
    assert [d.path for d in rows] == ["dist/jobs/baker/index.html"] * 3 + ["feeds/indeed.xml"]
    for row in rows:
        text = (site / row.path).read_text(encoding="utf-8")
        written = text[row.span.start : row.span.end]
        assert written.strip('"') in row.message
        assert text.splitlines()[row.start.line - 1][row.start.column - 1 :].startswith(written)
        (there,) = row.related
        assert there.path == "jobs/baker.md"
        line = new.splitlines()[there.start.line - 1]
        assert line[there.start.column - 1 : there.end.column - 1].strip() in there.message + line


def test_a_job_that_is_over_at_its_source(site: Path) -> None:
    (site / "jobs" / "baker.md").write_text(PAGE.replace("req_id", "closed: true\nreq_id"))
    rows = found(site)
    assert [(d.rule, d.path) for d in rows] == [
        ("posting/closed-at-source", "dist/jobs/baker/index.html"),
        ("posting/closed-at-source", "feeds/indeed.xml"),
    ]
    assert "“closed: true”" in rows[0].message
    assert rows[0].related[0].start.line == 3


def test_lines_have_the_place_of_their_line(site: Path) -> None:
    rows = [changed("identifier.value", f"FB-{n}") | {"title": f"Baker {n}"} for n in (7, 8, 9)]
    rows[2]["identifier"]["value"] = "FB-7"
    path = site / "feeds" / "all.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (row,) = [d for d in found(site) if d.path == "feeds/all.jsonl"]
    assert row.rule == "posting/same-identifier"
    assert row.start.line == 3
    line = path.read_text().splitlines()[2]
    assert line[row.start.column - 1 : row.end.column - 1] == '"FB-7"'
    assert row.related[0].start.line == 1


def test_ends_that_move_with_each_build_are_seen_over_pages_and_lines(site: Path) -> None:
    rows = [
        changed("identifier.value", f"X-{n}")
        | {"title": f"Baker {n}", "datePosted": f"2026-01-0{n}", "validThrough": "2099-05-05"}
        for n in range(1, 7)
    ]
    (site / "feeds" / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert [d.rule for d in found(site)] == ["posting/rolling-end"]
    rows[3]["validThrough"] = "2099-05-06"
    (site / "feeds" / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert found(site) == []


def test_translations_share_an_identifier(site: Path) -> None:
    folder = site / "dist" / "de"
    folder.mkdir()
    text = html(changed("title", "Nachtbäcker")).replace("<html>", '<html lang="de">')
    (folder / "baecker.html").write_text(text.replace("Night Baker", "Nachtbäcker"))
    assert found(site) == []
