"""The number of verbs and nouns: what a subject opens a clause with, and what is left alone."""

from __future__ import annotations

import pytest

from jdlint.checks.grammar.nouns.determiner_number import DeterminerNumber
from jdlint.checks.grammar.verbs.relative_agreement import RelativeAgreement
from jdlint.checks.grammar.verbs.subject_agreement import SubjectAgreement
from jdlint.core.text import Source
from jdlint.parse import parse

CHECKS = (SubjectAgreement(), RelativeAgreement(), DeterminerNumber())


def said(text: str) -> list[tuple[str, bool]]:
    """What should stand there, and whether that is certain."""
    page = parse(Source("jobs/a.md", text + "\n"))
    return [(found.edits[0].text, found.certain) for check in CHECKS for found in check.check(page)]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("In short, the harbour have a new dock.", "has"),
        ("We know that our owners wants the best.", "want"),
        ("It take an hour to reach the town.", "takes"),
        ("The number of owners grow every month.", "grows"),
        ("Why do this harbour exist?", "does"),
        ("They sail north and describes the tide.", "describe"),
        ("All of our mates has a berth.", "have"),
        ("You meet owners who needs the light.", "need"),
        ("We write a logs for each day.", "log"),
        ("We host thousands of mariner in May.", "mariners"),
    ],
)
def test_a_plain_slip_is_found(text: str, better: str) -> None:
    assert better in [word for word, _ in said(text)]


def test_what_a_british_reader_may_write_is_not_certain() -> None:
    assert said("Our team write the log of each day.") == [("writes", False)]
    assert said("A team write the log of each day.") == [("writes", True)]


def test_a_bare_verb_after_if_is_not_certain() -> None:
    assert said("We rest if the tide require it.") == [("requires", False)]


@pytest.mark.parametrize(
    "text",
    [
        "We ask that the owner describe the tide.",
        "Three days of rest is enough.",
        "The report the owner sent describes it, and the tools crews use differ.",
        "What follows is a list of docks.",
        "Where the docks are is known.",
        "The owner and each mate describes the tide.",
        "A sales lead, a customs form and every one of the docks are here.",
        "These report to the owner, and both sail.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert said(text) == []
