"""The group's rules on pages and sites that they were not written from."""

from __future__ import annotations

from jdlint.config.config import Config
from jdlint.core.diagnostic import Finding
from jdlint.core.text import Source
from jdlint.engine.checker import Checker
from jdlint.engine.planning.plan import Active, Plan
from jdlint.parse import parse
from jdlint.rules.catalogue import shipped_rules
from jdlint.site import Site
from jdlint.site.facts import facts_of


def findings(texts: dict[str, str]) -> list[tuple[str, int, str, Finding]]:
    """Path, 1-based line, rule and finding of all of the group's findings."""
    rules = [rule for rule in shipped_rules() if rule.group == "consistency"]
    runner = Checker(Plan(Config(), tuple(Active(rule, True) for rule in rules))).base
    sources = {path: Source(path, text) for path, text in texts.items()}
    site = Site(tuple(facts_of(parse(source)) for source in sources.values()))
    return [
        (f.path, sources[f.path].position(f.span.start).line, rules[index].name, f)
        for index, f in runner.over_site(site, runner.site_rules)
    ]


def titled(*titles: str) -> dict[str, str]:
    return {f"jobs/{n:02}.md": f"---\ntitle: {title}\n---\n" for n, title in enumerate(titles)}


def test_a_title_with_another_mark_than_those_of_its_role() -> None:
    texts = titled("Pump Fitter, North", "Pump Fitter, South", "Pump Fitter - West", "Van Driver")
    [(path, line, rule, finding)] = findings(texts)
    assert (path, line, rule) == ("jobs/02.md", 2, "consistency/title-separator")
    assert finding.certain


def test_a_title_that_abbreviates_what_its_siblings_spell_out() -> None:
    towns = ("Bern", "Chur", "Genf", "Zug")
    texts = titled(*(f"Heat Pump Technician, {town}" for town in towns), "HPT, Basel")
    [(path, line, rule, finding)] = findings(texts)
    assert (path, line, rule) == ("jobs/04.md", 2, "consistency/abbreviated-title")
    assert finding.certain


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
