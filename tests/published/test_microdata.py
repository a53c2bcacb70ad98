"""Postings in Microdata, where they are asked for; all content is invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jdlint
from jdlint.core.text import Source
from jdlint.posting.published.html import read_html
from jdlint.posting.published.nodes import every, plain, text_at
from tests.published.good import GOOD, LONG, html

PAGE = f"""<!doctype html><html><body>
<main itemscope itemtype="https://schema.org/JobPosting">
<h1 itemprop="title">Night Baker &amp; Cook</h1>
<meta itemprop="datePosted" content="2026-01-02">
<p itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
<span itemprop="name">Fernhill Bakery</span> \
<a itemprop="sameAs" href="https://a.example">us</a></p>
<p itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">
<span itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
<span itemprop="addressLocality">Leeds</span>, \
<span itemprop="addressCountry" content="GB">UK</span>
</span></p>
<span itemprop="employmentType">FULL_TIME</span> <span itemprop="employmentType">PART_TIME</span>
<div itemprop="description">{LONG}</div>
<p itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount">
<meta itemprop="currency" content="GBP"><span itemprop="value" itemscope
itemtype="https://schema.org/QuantitativeValue">\
<span itemprop="minValue" content="28000">£28,000</span>
<meta itemprop="unitText" content="YEAR"></span></p>
<a href="/apply/12">Apply now</a></main></body></html>
"""


def rules(tmp_path: Path, text: str, config: dict[str, Any]) -> set[tuple[str, str]]:
    path = tmp_path / "a.html"
    path.write_text(text, encoding="utf-8")
    found = jdlint.check_paths([path], config=config).diagnostics
    return {(d.rule, text[d.span.start : d.span.end]) for d in found if d.severity != "note"}


ASKED = {"posting": {"microdata": True}}


def test_all_that_is_said_is_read_with_its_place() -> None:
    (posting,) = read_html(Source("a.html", PAGE), True).postings
    assert text_at(posting.node, "title") == "Night Baker & Cook"
    assert text_at(posting.node, "datePosted") == "2026-01-02"
    assert text_at(posting.node, "hiringOrganization.name") == "Fernhill Bakery"
    assert text_at(posting.node, "hiringOrganization.sameAs") == "https://a.example"
    assert text_at(posting.node, "jobLocation.address.addressCountry") == "GB"
    assert text_at(posting.node, "baseSalary.value.minValue") == "28000"
    assert [plain(n) for n in every(posting.node, "employmentType")] == ["FULL_TIME", "PART_TIME"]
    assert "<li>" in text_at(posting.node, "description")
    for path, words in (("title", "Night Baker &amp; Cook"), ("datePosted", "2026-01-02")):
        (node,) = every(posting.node, path)
        assert PAGE[node.span.start : node.span.end] == words
    assert PAGE[posting.anchor.start : posting.anchor.end] == "https://schema.org/JobPosting"


def test_it_is_checked_where_it_is_asked_for(tmp_path: Path) -> None:
    assert rules(tmp_path, PAGE, ASKED) == set()
    loud = PAGE.replace("Baker &amp; Cook", "Baker!!").replace('content="GB"', 'content=""')
    assert rules(tmp_path, loud, ASKED) == {
        ("posting/decorated-title", "Night Baker!!"),
        ("posting/missing-property", "h"),  # of its item, whose type says where it is
    }
    assert rules(tmp_path, loud, {}) == set()


def test_json_ld_is_what_counts_where_there_is_both(tmp_path: Path) -> None:
    both = html(GOOD, PAGE.replace("Night Baker &amp; Cook", "Night Baker").replace("UK", "!!"))
    published = read_html(Source("a.html", both), True)
    assert [posting.form for posting in published.postings] == ["jsonld"]


def test_items_within_items_keep_their_own(tmp_path: Path) -> None:
    text = PAGE.replace(
        "</main>", '<p itemscope itemtype="x"><b itemprop="title">No</b></p></main>'
    )
    (posting,) = read_html(Source("a.html", text), True).postings
    assert text_at(posting.node, "title") == "Night Baker & Cook"
    deep = '<p itemscope itemtype="https://schema.org/JobPosting">' + "<i>" * 5_000 + "x"
    assert read_html(Source("a.html", deep), True).postings
