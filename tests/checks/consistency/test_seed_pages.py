"""The group's rules on pages and sites that they were not written from."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.config.config import Config
from jdlint.core.diagnostic import Finding
from jdlint.core.text import Source
from jdlint.engine.plan import Active, Plan
from jdlint.parse import parse
from jdlint.rules.catalogue import shipped_rules
from jdlint.site import Site
from jdlint.site.facts import facts_of

SHARED = Path(__file__).resolve().parents[4] / "shared"


def findings(texts: dict[str, str]) -> list[tuple[str, int, str, Finding]]:
    """Path, 1-based line, rule and finding of all of the group's findings."""
    rules = [rule for rule in shipped_rules() if rule.group == "consistency"]
    runner = Plan(Config(), tuple(Active(rule, True) for rule in rules)).runner("")
    sources = {path: Source(path, text) for path, text in texts.items()}
    site = Site(tuple(facts_of(parse(source)) for source in sources.values()))
    return [
        (f.path, sources[f.path].position(f.span.start).line, rules[index].name, f)
        for index, check in runner.site_checks
        for f in check.check_site(site)
    ]


@pytest.mark.skipif(not (SHARED / "pages").is_dir(), reason="the sample pages are not here")
def test_titles_of_the_sample_pages() -> None:
    found = findings(
        {p.name: p.read_text(encoding="utf-8") for p in sorted((SHARED / "pages").glob("*.md"))}
    )
    loud = {(path, line, rule) for path, line, rule, f in found if f.certain}
    assert {
        ("003.md", 3, "consistency/abbreviated-title"),
        ("004.md", 3, "consistency/title-separator"),
    } <= loud
    assert len(loud) <= 4


def test_one_page_agrees_with_itself() -> None:
    page = (
        "---\ntitle: Fitter\n---\n\n## Tasks\n\n* Repair pumps in old houses with a team of five\n"
    )
    assert findings({"jobs/a.md": page}) == []


def test_equal_pages_are_quiet() -> None:
    body = "You repair [pumps](/pumps/).\n\n## Tasks\n\n* Repair pumps in old houses with a team\n"
    page = f"---\ntitle: Fitter\n---\n\n{body}"
    assert findings({f"jobs/{n:02}.md": page for n in range(12)}) == []


def test_findings_slice_to_what_they_name() -> None:
    good = (
        "* Write down all types of faults that a [customer](/customers/) reports to the workshop\n"
    )
    texts = {f"jobs/{n}.md": good for n in range(5)} | {"jobs/9.md": good.replace("types", "type")}
    [(path, _, rule, finding)] = findings(texts)
    assert rule == "consistency/wording-drift"
    assert texts[path][finding.span.start : finding.span.end] == finding.values["found"] == "type"
    assert [edit.text for edit in finding.edits] == ["types"]
    assert len(finding.related) == 5
    assert finding.values["evidence"] == "5 of 6 pages with this text"
