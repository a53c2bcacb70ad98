"""``jdlint export``: what a page says as JobPosting, what it lacks,
and that nothing is invented."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.core.light import replace
from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.posting.jobposting import write
from jdlint.posting.jobposting.read import read
from jdlint.posting.jobposting.record import Own, Posting

GOOD = """title: Night Baker
organization: {name: Mill & Loaf, url: https://mill.example}
date_posted: 2026-03-02
valid_through: 2026-05-31
employment_type: Full-time
location: Leeds, United Kingdom
salary: {currency: GBP, min: 31000, max: 36000, per: year}
req_id: 77
apply_url: https://mill.example/apply
"""
BODY = "## Responsibilities\n\n* Bake *bread*\n* Clean the [ovens](/handbook/ovens)\n"


def posting(front: str = GOOD, body: str = BODY, own: Own | None = None) -> Posting:
    return read(parse(Source("jobs/baker.md", f"---\n{front}---\n\n{body}")), own or Own())


def said(front: str, body: str = BODY) -> list[str]:
    page = parse(Source("jobs/baker.md", f"---\n{front}---\n\n{body}"))
    return [
        f"{page.source.slice(lack.span)}|{lack.message}" if lack.span.start else lack.message
        for lack in read(page, Own()).lacks
    ]


def test_a_complete_page_lacks_nothing() -> None:
    found = posting()
    assert not found.lacks
    assert write.json_ld(found) == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Night Baker",
        "description": "<h2>Responsibilities</h2>\n<ul>\n<li>Bake <em>bread</em></li>\n"
        '<li>Clean the <a href="/handbook/ovens">ovens</a></li>\n</ul>',
        "identifier": {"@type": "PropertyValue", "name": "Mill & Loaf", "value": "77"},
        "datePosted": "2026-03-02",
        "validThrough": "2026-05-31",
        "employmentType": "FULL_TIME",
        "hiringOrganization": {
            "@type": "Organization", "name": "Mill & Loaf", "sameAs": "https://mill.example",
        },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress", "addressLocality": "Leeds", "addressCountry": "GB",
            },
        },
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "GBP",
            "value": {
                "@type": "QuantitativeValue", "minValue": 31000, "maxValue": 36000,
                "unitText": "YEAR",
            },
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "lack"),
    [
        ("date_posted: 2026-03-02\n", "", "“date_posted” is missing"),
        ("2026-03-02", "last week", "last week|this is no date such as"),
        ("2026-03-02", "date: 2026-03-02", ""),
        ("valid_through: 2026-05-31\n", "", None),
        ("organization: {name: Mill & Loaf, url: https://mill.example}\n", "", "the employer"),
        ("location: Leeds, United Kingdom\n", "", "where the job is done is missing"),
        ("location: Leeds, United Kingdom", "location: Leeds", "Leeds|the country of the place"),
        ("location: Leeds, United Kingdom", "location: San Jose, CA", "|the country of the place"),
        ("location: Leeds, United Kingdom", "city: Leeds\ncountry: GB", None),
        ("location: Leeds, United Kingdom", "remote: true", "the job is remote: name the"),
        ("location: Leeds, United Kingdom", "location: Remote (Canada)", None),
        ("location: Leeds, United Kingdom", "remote: true\ncountry: Canada", None),
        ("Full-time", "Permanent", "Permanent|“Permanent” is no employment type"),
        ("Full-time", "[Full-time, part time]", None),
        (
            "{currency: GBP, min: 31000, max: 36000, per: year}",
            "competitive",
            "competitive|the pay",
        ),
        ("{currency: GBP, min: 31000, max: 36000, per: year}", "{currency: £, min: 1}", "|the pay"),
        (", per: year", "", "|for what the pay is"),
    ],
)
def test_what_is_missing_is_said_where_it_belongs(old: str, new: str, lack: str | None) -> None:
    assert old in GOOD
    found = said(GOOD.replace(old, new))
    assert (lack is None) == (not found), found
    if lack:
        assert any(lack in text for text in found), found


def test_nothing_is_invented() -> None:
    bare = posting("title: Baker\ndate: 2026-03-02\nremote: Two days a week\n")
    assert set(bare.properties) == {"title", "description"}


def test_the_project_says_once_what_holds_for_all_pages() -> None:
    own = Own({"name": "Mill"}, {"datePosted": ("published_on",)}, "https://mill.example/")
    found = posting("title: Baker\npublished_on: 2026-03-02\n", own=own).properties
    assert found["datePosted"] == "2026-03-02"
    assert found["hiringOrganization"] == {"@type": "Organization", "name": "Mill"}
    assert 'href="https://mill.example/handbook/ovens"' in str(found["description"])


def test_a_remote_job_names_its_countries() -> None:
    front = "title: Baker\nremote: true\neligible_countries: [Deutschland, Austria, EMEA]\n"
    found = posting(front).properties
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"] == [
        {"@type": "Country", "name": "DE"},
        {"@type": "Country", "name": "AT"},
        {"@type": "AdministrativeArea", "name": "EMEA"},
    ]


def test_nothing_that_runs_reaches_the_description() -> None:
    body = (
        "Hi <b>all</b> [x](javascript:alert) [y](JaVaScRiPt:alert) ![p](x.png)\n\n"
        "<script>\nalert(1)\n</script>\n\n<div onclick='x()'>Text</div>\n\n{{ evil }}\n\n`<b>`\n"
    )
    html = str(posting(body=body).properties["description"])
    for bad in ("<script", "javascript", "JaVaScRiPt", "<img", "onclick", "evil", "<div", "<b>all"):
        assert bad not in html
    assert "Text" in html
    assert "&lt;b&gt;" in html


def test_a_snippet_stays_inside_its_element() -> None:
    found = posting(body="`</script><!-- <script>`\n")
    inner = write.snippet(found).removeprefix('<script type="application/ld+json">')
    assert inner.removesuffix("</script>\n").count("</") == 0
    assert "<!--" not in inner
    assert json.loads(inner.removesuffix("</script>\n")) == json.loads(write.document([found]))


def test_feeds_hold_what_boards_want_and_leave_out_the_rest() -> None:
    whole, bare = posting(body="Bake ]]> bread \x07\n"), posting("title: Baker\n")
    feed = write.indeed_xml([whole, bare])
    jobs = ET.fromstring(feed.text).findall("job")
    assert [job.findtext("title") for job in jobs] == ["Night Baker"]
    assert jobs[0].findtext("company") == "Mill & Loaf"
    assert jobs[0].findtext("description") == "<p>Bake ]]&gt; bread </p>"
    assert jobs[0].findtext("salary") == "GBP 31000 - 36000 per year"
    assert feed.left_out[0][1].startswith("left out: Indeed wants “date”")
    assert jobs[0].findtext("jobtype") == "fulltime"
    other = write.linkedin_xml([whole], {"poster_email": "jobs@mill.example", "company_id": "7"})
    assert ET.fromstring(other.text).findtext("job/location") == "Leeds, GB"
    assert ET.fromstring(other.text).findtext("job/companyId") == "7"
    assert not other.left_out
    (left,) = write.linkedin_xml([whole]).left_out
    assert left[1] == (
        "left out: LinkedIn wants “posterEmail” (“posting: linkedin: poster_email:” of jdlint.yaml)"
    )


@given(st.dictionaries(
    st.sampled_from(["title", "location", "salary", "remote", "date_posted", "organization",
                     "employment_type", "eligible_countries", "salary_min", "city", "req_id"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=12),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["min", "max", "currency", "per", "name"]), inner),
        max_leaves=6,
    ),
    max_size=6,
))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_front_matter_gives_json_and_the_same_twice(data: dict[str, object]) -> None:
    front = json.dumps(data) + "\n"
    found = posting(front)
    text = write.document([found])
    assert json.loads(text)["@type"] == "JobPosting"
    assert write.document([posting(front)]) == text
    ET.fromstring(write.indeed_xml([found]).text)


def test_the_command(tmp_path: Path) -> None:

    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "baker.md").write_text(f"---\n{GOOD}---\n\n{BODY}", encoding="utf-8")
    (tmp_path / "jobs" / "draft.md").write_text(f"---\ndraft: true\n{GOOD}---\n", encoding="utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "jdlint", "export", *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip

    done = run("--strict")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["title"] == "Night Baker"
    assert "1 posting written, 1 draft or closed job left out" in done.stderr
    assert run("--output-dir", "out").returncode == 0
    assert (tmp_path / "out" / "jobs" / "baker.jsonld").read_text() == done.stdout
    (tmp_path / "jobs" / "bare.md").write_text("---\ntitle: Cook\n---\n\nCook.\n")
    done = run("--strict")
    assert done.returncode == 1
    assert "jobs/bare.md:1:1: “date_posted” is missing" in done.stderr
    assert run("--output-dir", "out", "--format", "indeed-xml").returncode == 2


@pytest.mark.parametrize(
    ("language", "written", "currency", "quantity"),
    [
        ("de", "60.000 €", "EUR", {"value": 60000}),
        ("fr", "60 000 €", "EUR", {"value": 60000}),
        ("de", "3.500 € brutto/Monat", "EUR", {"value": 3500, "unitText": "MONTH"}),
        (
            "de", "42.000 bis 48.000 € im Jahr", "EUR",
            {"minValue": 42000, "maxValue": 48000, "unitText": "YEAR"},
        ),
        (
            "fr", "38 à 45 k€ brut annuel", "EUR",
            {"minValue": 38000, "maxValue": 45000, "unitText": "YEAR"},
        ),
        ("pt", "R$ 5.200,50 por mês", "BRL", {"value": 5200.5, "unitText": "MONTH"}),
        ("de", "CHF 95'000.– im Jahr", "CHF", {"value": 95000, "unitText": "YEAR"}),
    ],
)  # fmt: skip
def test_pay_is_read_by_the_language_of_the_page(
    language: str, written: str, currency: str, quantity: dict[str, object]
) -> None:
    page = parse(Source("jobs/baker.md", f'---\ntitle: X\nsalary: "{written}"\n---\n'))
    found = write.json_ld(read(replace(page, language=language), Own()))
    assert found["baseSalary"]["currency"] == currency
    amount = found["baseSalary"]["value"]
    assert {key: value for key, value in amount.items() if key != "@type"} == quantity


@pytest.mark.parametrize(
    "written",
    ["nach Vereinbarung", "bis zu 14 Gehälter", "48.000 bis 42.000 €", "40 bis 50 bis 60 €"],
)
def test_pay_that_is_no_figure_or_range_is_not_invented(written: str) -> None:
    page = parse(Source("jobs/baker.md", f'---\ntitle: X\nsalary: "{written}"\n---\n'))
    assert "baseSalary" not in write.json_ld(read(replace(page, language="de"), Own()))


def test_days_and_pay_under_the_words_of_the_language() -> None:
    front = (
        "title: X\ndate_posted: 01.03.2027\nvalid_through: 31. Mai 2027\n"
        'gehalt: "3.500 € im Monat"\n'
    )
    page = parse(Source("jobs/baker.md", f"---\n{front}---\n"))
    found = write.json_ld(read(replace(page, language="de"), Own()))
    assert (found["datePosted"], found["validThrough"]) == ("2027-03-01", "2027-05-31")
    assert found["baseSalary"]["value"]["unitText"] == "MONTH"


@pytest.mark.parametrize(
    ("given", "site", "address"),
    [
        ("https://mill.example/apply", "", "https://mill.example/apply"),
        ("/apply/12", "https://mill.example/", "https://mill.example/apply/12"),
        ("/apply/12", "", ""),
        ("Send us your CV", "https://mill.example", ""),
        ("mailto:jobs@mill.example", "https://mill.example", ""),
    ],
)
def test_an_address_to_apply_at_is_whole_or_none(given: str, site: str, address: str) -> None:
    page = parse(
        Source("jobs/baker.md", f"---\ntitle: Baker\napply_url: '{given}'\n---\n\nBake.\n")
    )
    assert read(page, Own({}, {}, site)).apply_url == address


def test_what_is_published_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "export", "a.json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "a.json: export reads job pages" in done.stderr
    assert not done.stdout


def test_json_lines_have_no_posting_that_search_engines_would_refuse(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "baker.md").write_text(f"---\n{GOOD}---\n\n{BODY}", encoding="utf-8")
    (tmp_path / "jobs" / "bare.md").write_text(f"---\ntitle: Cook\n---\n\n{BODY}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "export", "--format", "jsonl"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["Night Baker"]
    assert "jobs/bare.md:1:1:" in done.stderr


def test_a_feed_without_a_job_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "bare.md").write_text(f"---\ntitle: Cook\n---\n\n{BODY}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "export", "--format", "indeed-xml"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert not done.stdout
    assert "Indeed would take none of these" in done.stderr


def test_the_address_of_a_page_is_what_its_generator_says(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("collections:\n  jobs: {output: true}\n")
    config = "pages: [_jobs/*.md]\nsite: {url: https://mill.example, generator: jekyll}\n"
    (tmp_path / "jdlint.yaml").write_text(config)
    (tmp_path / "_jobs").mkdir()
    page = f"---\n{GOOD}---\n\n{BODY}".replace("apply_url: https://mill.example/apply\n", "")
    (tmp_path / "_jobs" / "baker.md").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "export", "--format", "indeed-xml"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ET.fromstring(done.stdout).findtext("job/url") == "https://mill.example/jobs/baker.html"
    assert "1 posting written" in done.stderr


def test_one_address_serves_all_jobs_that_have_an_identifier() -> None:
    own = Own({"name": "Mill"}, apply_url="/apply/{identifier}", url="https://mill.example")
    text = GOOD.replace("apply_url: https://mill.example/apply\n", "")
    page = parse(Source("a.md", f"---\n{text}---\n\n{BODY}"))
    assert read(page, own).apply_url == "https://mill.example/apply/77"
    bare = parse(Source("a.md", f"---\ntitle: Cook\n---\n\n{BODY}"))
    assert not read(bare, own).apply_url
