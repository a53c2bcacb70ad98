"""Every rule is proven by its own examples; and the catalogue itself is in order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache

import pytest

from jdlint.config import project
from jdlint.io import shipped
from jdlint.rules import catalogue
from jdlint.rules.build import build, check_names
from jdlint.rules.rule import Rule, read_rule
from jdlint.testing import UNPROVEN, prove

RULES = catalogue.shipped_rules(examples=True)
PROVEN = [rule for rule in RULES if rule.check not in UNPROVEN]


@cache
def settings() -> dict[str, object]:
    return dict(project.default_settings())


@pytest.mark.parametrize("rule", PROVEN, ids=lambda rule: rule.name)
def test_examples_hold(rule: Rule) -> None:
    failures = list(prove(rule, settings()))
    assert not failures, "\n".join(f"example {f.example}: {f.message}" for f in failures)


@pytest.mark.slow
def test_examples_hold_where_a_project_owns_the_rule() -> None:
    """The same examples, with patterns in linear time: a project may copy any rule."""
    folder = shipped.data_folder("rules")
    for data_path, data in catalogue.read_files(catalogue.files_below(folder)):
        rule = read_rule(data, data_path, shipped=False)
        if rule.check not in UNPROVEN:
            failures = list(prove(rule, settings()))
            assert not failures, f"{rule.name}: {failures[0].message}"


@pytest.mark.parametrize("rule", PROVEN, ids=lambda rule: rule.name)
def test_a_rule_has_examples_on_both_sides(rule: Rule) -> None:
    bad = [
        e for e in rule.examples if "«" in e.bad or any("«" in text for text in e.pages.values())
    ]
    good = [e for e in rule.examples if e not in bad]
    assert len(bad) >= 3, "three examples that fire"
    assert len(good) >= 3, "three near misses that do not"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_words_for_people(rule: Rule) -> None:
    messages = [rule.message] if isinstance(rule.message, str) else list(rule.message.values())
    for message in (*messages, rule.summary):
        assert not message.endswith("."), message
        assert '"' not in message, f"quotes are “…”: {message}"
        assert len(message) < 220
        assert not re.search(r"\b(?:issue|problem|violation|alert)\b", message, re.I), message
    assert rule.why.rstrip("”)").endswith((".", "!", "?")), "why is a sentence"
    assert rule.summary.lstrip("“")[0].isalnum()
    assert rule.summary[0] == "“" or not rule.summary[0].islower()


@pytest.mark.parametrize("rule", PROVEN, ids=lambda rule: rule.name)
def test_a_fix_that_a_rule_names_is_shown_by_an_example(rule: Rule) -> None:
    shown = any(e.fixed for e in rule.examples) or any(e.pages for e in rule.examples)
    assert bool(rule.fix) <= shown, "a rule with a fix shows what it does"
    assert rule.fix or not any(e.fixed for e in rule.examples), (
        "“fixed” in an example, but no “fix”"
    )


def test_every_check_is_used_by_a_rule() -> None:
    assert set(check_names()) == {rule.check for rule in RULES}


def test_shipped_patterns_are_linear_time_syntax() -> None:
    """RE2 takes each pattern that we ship, so that a project can copy a rule and change it."""
    import re2

    for rule in RULES:
        for key in ("pattern", "unless", "unless_page", "unless_block"):
            value = rule.params.get(key) or rule.params.get(key.replace("_", "-")) or ()
            for pattern in (value,) if isinstance(value, str) else value:
                re2.compile(pattern)


def test_needles_are_lower_case_and_not_empty() -> None:
    for rule in PROVEN:
        check = build(rule, settings())
        for needle in getattr(check, "needles", ()) if hasattr(check, "check_hits") else ():
            assert needle, rule.name
            assert needle == needle.lower(), rule.name


def test_rules_stand_over_rules_that_exist() -> None:
    names = {rule.name for rule in RULES}
    for rule in RULES:
        assert set(rule.over) <= names - {rule.name}, rule.name


_NEEDLES = """
from jdlint.config import project
from jdlint.rules import catalogue
from jdlint.rules.build import build
for rule in catalogue.shipped_rules():
    print(rule.name, *getattr(build(rule, project.default_settings()), "needles", ()), sep="|")
"""


def test_what_is_looked_for_is_the_same_in_each_process() -> None:
    """Triggers are made ahead by a process with another order of sets; seed 16 once chose another
    word to start from than seed 1, and a page with it ended the run."""
    told = [
        subprocess.run(
            [sys.executable, "-c", _NEEDLES],
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "16")
    ]
    assert told[0] == told[1]


def test_no_pattern_of_words_looks_at_each_mark() -> None:
    """A page of 64 KB of parentheses took 2.2 s where a pattern started from each of them."""
    from jdlint.checks.words.tokens import Tokens

    for rule in PROVEN:
        check = build(rule, settings())
        for row in check._rows if isinstance(check, Tokens) else ():
            words = all(any(map(str.isalnum, needle)) for needle in row.anchor.needles)
            assert words or row.anchor.lead or row.anchor.ending, f"{rule.name}: {row.pattern}"
