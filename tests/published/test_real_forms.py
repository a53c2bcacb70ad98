"""Forms that real pages have, each with what is wrong beside it; all content is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import jdlint
from tests.published.good import BODY, GOOD, LONG, changed, html


def rules(tmp_path: Path, text: str, name: str = "a.html") -> set[str]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return {d.rule for d in jdlint.check_paths([path], config={}).diagnostics}


def graph(employer: str, owner: dict[str, Any]) -> dict[str, Any]:
    job = {**GOOD, "hiringOrganization": {"@id": employer}}
    return {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, owner, job]}


def test_what_a_graph_says_elsewhere_is_said(tmp_path: Path) -> None:
    owner = {"@type": "Organization", "@id": "/#org", "name": "Fernhill Bakery"}
    assert rules(tmp_path, html(graph("/#org", owner))) == set()
    assert rules(tmp_path, json.dumps(graph("/#org", owner)), "a.json") == set()
    # nothing that the page says is referred to, or what is referred to has no name
    assert rules(tmp_path, html(graph("/#other", owner))) == {"posting/missing-property"}
    del owner["name"]
    owner["url"] = "https://fernhill.example"
    assert rules(tmp_path, html(graph("/#org", owner))) == {"posting/missing-property"}


def test_references_that_go_round_end() -> None:
    text = '[{"@type": "JobPosting", "a": {"@id": "x"}}, {"@id": "x", "b": {"@id": "y"}}, ' + (
        '{"@id": "y", "c": {"@id": "x"}}]'
    )
    assert jdlint.check_text("# Baker\n") is not None
    from jdlint.core.text import Source
    from jdlint.posting.published.nodes import every
    from jdlint.posting.published.read import read_published

    (posting,) = read_published(Source("a.json", text)).postings
    assert every(posting.node, "a.b.c")


def test_soft_hyphens_are_not_seen(tmp_path: Path) -> None:
    assert rules(tmp_path, html(GOOD, BODY.replace("Night", "Ni&shy;ght"))) == set()
    other = html(GOOD, BODY.replace("Night Baker", "Ni&shy;gh Baker"))
    assert rules(tmp_path, other) == {"posting/title-not-shown"}


def test_a_page_that_scripts_fill_is_not_judged_by_what_it_shows(tmp_path: Path) -> None:
    shell = '<div id="root"></div><noscript>Please switch JavaScript on.</noscript>'
    assert rules(tmp_path, html(GOOD, shell + '<script src="/a.js"></script>')) == set()
    assert rules(tmp_path, html(GOOD, shell)) == set()  # a script within, or a part of a page
    assert "posting/title-not-shown" in rules(tmp_path, html(GOOD, shell + "<p>Welcome</p>"))
    other = BODY.replace("Night", "Day") + '<script src="/a.js"></script>'
    assert rules(tmp_path, html(GOOD, other)) == {"posting/title-not-shown"}


def test_what_a_person_seeks_is_no_posting(tmp_path: Path) -> None:
    wish = {"@type": "JobPosting", "description": "Work as a baker."}
    assert rules(tmp_path, html({"@type": "Person", "name": "A B", "seeks": wish})) == set()
    about = {"@type": "WebPage", "mainEntity": wish}
    assert "posting/missing-property" in rules(tmp_path, html(about))


@pytest.mark.parametrize(
    ("name", "shown", "is_seen"),
    [
        ("Fernhill Bakery GmbH", "Fernhill Bakery", True),
        ("Fernhill Bakery, Inc.", "Fernhill Bakery", True),
        ("Fernhill Bakery GmbH & Co. KG", "Fernhill Bakery", True),
        ("Fernhill Bakery Ltda.", "Fernhill Bakery", True),
        ("Fernhill Bakery Sp. z o.o.", "Fernhill Bakery", True),
        ("Fernhill Bakery Sp. z o.o. Sp. k.", "Fernhill Bakery", True),
        ("Fernhill Bakery, s.r.o.", "Fernhill Bakery", True),
        ("Fernhill Bakery S. A. de C. V.", "Fernhill Bakery", True),
        ("Fernhill Bakery (Pty) Ltd", "Fernhill Bakery", True),
        ("ООО «Fernhill Bakery»", "Fernhill Bakery", True),
        ("UAB Fernhill Bakery", "Fernhill Bakery", True),
        ("株式会社Fernhill Bakery", "Fernhill Bakery", True),
        ("Fernhill Bakery Kft.", "Fernhill Bakery", True),
        ("Fernhill Bakery A.Ş.", "Fernhill Bakery", True),
        ("Fernby Sp. z o.o.", "Mill Lane", False),
        ("Fernhill Mills GmbH", "Fernhill Bakery", False),
        ("Fernhill Group", "Fernhill Bakery", False),
        ("SE", "Fernhill Bakery", False),
    ],
)
def test_people_leave_the_legal_form_out(
    tmp_path: Path, name: str, shown: str, is_seen: bool
) -> None:
    page = html(changed("hiringOrganization.name", name), BODY.replace("Fernhill Bakery", shown))
    assert ("posting/employer-not-shown" not in rules(tmp_path, page)) == is_seen


@pytest.mark.parametrize(
    ("low", "high", "shown", "is_seen"),
    [
        (62500, 87500, "$62.5K to $87.5K", True),
        (4000000, 6000000, "年収400万円〜600万円", True),
        (3200000, 4800000, "₹32L – ₹48L", True),
        (3200000, 4800000, "32-48 LPA", True),
        (1200000, 1500000, "1.2m", True),
        (62500, 87500, "$65.5K to $88K", False),
        (4000000, 6000000, "年収400円", False),
        (3200000, 4800000, "32 Linden trees", False),
        (3200000, 4800000, "32", False),
    ],
)
def test_figures_are_shown_with_their_words(
    tmp_path: Path, low: int, high: int, shown: str, is_seen: bool
) -> None:
    job = changed("baseSalary.value.minValue", low)
    job["baseSalary"]["value"]["maxValue"] = high
    page = html(job, BODY.replace("£28,000 to £33,000", shown))
    assert ("posting/pay-not-shown" not in rules(tmp_path, page)) == is_seen


@pytest.mark.parametrize(
    ("content", "is_right"),
    [
        (
            "&lt;p&gt;What you&amp;#39;ll do: bake&amp;nbsp;bread, from 2&amp;ndash;10&lt;/p&gt;",
            True,
        ),
        ("&lt;p&gt;Write &amp;lt;div&amp;gt; &amp;amp; more&lt;/p&gt;", True),
        ("&amp;lt;p&amp;gt;What you do: bake bread&amp;lt;/p&amp;gt;", False),
        ("&lt;p&gt;Bake&amp;amp;nbsp;bread&lt;/p&gt;", False),
    ],
)
def test_greenhouse_escapes_once(tmp_path: Path, content: str, is_right: bool) -> None:
    more = LONG.replace("<", "&lt;").replace(">", "&gt;") if "&lt;" in content else ""
    job = {"id": 1, "title": "Baker", "absolute_url": "https://a.example/1", "content": content}
    job["content"] = content + (more or " You bake for all people of the town." * 5)
    found = rules(tmp_path, json.dumps({"jobs": [job]}), "a.json")
    assert ("posting/escaped-description" not in found) == is_right


def test_a_list_without_texts_was_asked_for_so(tmp_path: Path) -> None:
    jobs: list[dict[str, Any]] = [
        {"id": n, "title": f"Baker {n}", "absolute_url": f"https://a.example/{n}"}
        for n in (1, 2, 3)
    ]
    assert "posting/export-field" not in rules(tmp_path, json.dumps({"jobs": jobs}), "a.json")
    jobs[0]["content"] = LONG.replace("<", "&lt;").replace(">", "&gt;")
    assert "posting/export-field" in rules(tmp_path, json.dumps({"jobs": jobs}), "a.json")
