"""Every grammar rule does what its examples say, and its literals lose nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.checks import Hit
from jdlint.checks.words.tokens import Tokens
from jdlint.core.diagnostic import Finding
from jdlint.core.page import Page
from jdlint.core.text import Source
from jdlint.lang.en.tokens import words
from jdlint.parse import parse
from jdlint.rules.build import build
from jdlint.rules.rule import Rule, read_rule

ROOT = Path(__file__).resolve().parents[2]
_ALL = [
    read_rule(yaml.safe_load(path.read_text(encoding="utf-8")), f"rules/grammar/{path.name}")
    for path in sorted((ROOT / "rules" / "grammar").glob("*.yaml"))
]
CHECKS = {rule.name: build(rule) for rule in _ALL}
RULES = [rule for rule in _ALL if not hasattr(CHECKS[rule.name], "check_site")]
SEQUENCES = [check for check in CHECKS.values() if isinstance(check, Tokens)]


def _hits(page: Page, needles: tuple[str, ...]) -> list[Hit]:
    text = page.lower.replace("\n", " ")
    found = []
    for number, needle in enumerate(needles):
        at = text.find(needle)
        while at >= 0:
            found.append(Hit(number, at, at + len(needle)))
            at = text.find(needle, at + 1)
    return sorted(found, key=lambda hit: hit.end)


def _findings(rule: Rule, text: str) -> tuple[Page, list[Finding]]:
    page, check = parse(Source("page.md", text)), CHECKS[rule.name]
    if hasattr(check, "check_hits"):
        return page, list(check.check_hits(page, _hits(page, tuple(check.needles))))
    return page, list(check.check(page))


def _plain(text: str) -> str:
    return text.replace("«", "").replace("»", "")


def _marks(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for part in text.split("«")[1:]:
        before = text.index("«" + part, at)
        at = before + 1
        start = len(_plain(text[:before]))
        spans.append((start, start + part.index("»")))
    return spans


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples(rule: Rule) -> None:
    assert sum(bool(example.bad) for example in rule.examples) >= 3
    assert sum(bool(example.good) for example in rule.examples) >= 3
    for example in rule.examples:
        text = example.bad or example.good
        _, found = _findings(rule, _plain(text))
        assert sorted((f.span.start, f.span.end) for f in found) == _marks(text), text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_edits_reach_the_fixed_text(rule: Rule) -> None:
    for example in rule.examples:
        if not example.fixed:
            continue
        text = _plain(example.bad)
        _, found = _findings(rule, text)
        for edit in sorted((edit for f in found for edit in f.edits), reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        assert text == example.fixed
        assert not _findings(rule, text)[1]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_messages_name_only_what_the_check_gives(rule: Rule) -> None:
    for example in rule.examples:
        if example.bad:
            for finding in _findings(rule, _plain(example.bad))[1]:
                message = rule.words(finding.variant, finding.values)
                assert not [sign for sign in ("{", "“”") if sign in message], message


VOCABULARY = sorted(
    {word for rule in RULES for ex in rule.examples for word in _plain(ex.bad).split()}
)


@pytest.mark.slow
@settings(max_examples=75, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=12))
def test_literals_lose_nothing(chosen: list[str]) -> None:
    """What a pattern matches when it is tried everywhere,
    it matches when only its literals are looked for."""
    page = parse(Source("page.md", " ".join(chosen)))
    if not page.blocks:
        return
    cut, text = words(page.text(page.blocks[0])), page.lower.replace("\n", " ")
    for check in SEQUENCES:
        for pattern in (row.compiled for row in check._rows):
            anchor = pattern.anchor()
            for start in range(len(cut)):
                match = pattern.match(cut, start)
                if match is None:
                    continue
                at = cut.starts[match.items[anchor.item][0]]
                ends = [
                    at + len(needle) for needle in anchor.needles if text.startswith(needle, at)
                ]
                assert any(anchor.possible(text, at, end) for end in ends), (pattern, chosen)


@pytest.mark.parametrize("text", ["", "😀", "team " * 5, "(2)", "a", "the the", "\ufffc"])
def test_odd_pages(text: str) -> None:
    for rule in RULES:
        _findings(rule, text)


def test_spans_in_a_page_with_emoji_links_and_emphasis() -> None:
    text = "😀 Talk **with [sales lead](https://fernhill.example)** about all *type* of pumps.\r\n"
    pages = [(rule, *_findings(rule, text)) for rule in RULES]
    found = {
        (rule.name, page.source.slice(f.span)) for rule, page, findings in pages for f in findings
    }
    assert ("grammar/missing-article", "sales lead") in found
    assert ("grammar/number-disagreement", "type") in found


def test_a_long_page_takes_its_time_in_proportion() -> None:
    line = (
        "We work with sales lead and our teams to build the process, and we report on all type of "
        "pumps. "
    )
    few, many = (_steps((line * 8 + "\n\n") * size) for size in (40, 160))
    assert many < few * 6


def _steps(text: str) -> int:
    """How many functions all rules call on a text: the same on each machine."""
    calls = 0

    def count(frame: object, event: str, given: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for rule in RULES:
            _findings(rule, text)
    finally:
        sys.setprofile(before)
    return calls
