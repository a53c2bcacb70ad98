"""Nouns without articles in lists of labels are no slips; in lists of sentences they are. What is
not certain stays a note where a project makes the rule a warning."""

from __future__ import annotations

import pytest

from jdlint.api import check_text

LOUD = {"rules": {"grammar/missing-article": "warning", "grammar/determiner-number": "warning"}}


@pytest.mark.parametrize(
    ("last", "severities"), [("Final talk", []), ("We make you an offer", ["warning"])]
)
def test_a_list_of_labels_has_no_articles(last: str, severities: list[str]) -> None:
    steps = f"1. Send your CV\n2. Complete technical test\n3. Interview with crew team\n4. {last}\n"
    found = [d for d in check_text(steps, config=LOUD) if d.rule == "grammar/missing-article"]
    assert [d.severity for d in found] == severities


@pytest.mark.parametrize(
    ("item", "severities"),
    [
        ("Opportunity for more shares in growing company", ["note"]),
        ("Providing help to sales manager in Bergen", ["warning"]),
        ("Providing help to Harbour Manager in Bergen", ["note"]),
        ("You get more shares in growing company", ["warning"]),
    ],
)
def test_what_only_names_a_thing_is_not_certain(item: str, severities: list[str]) -> None:
    reported = check_text(f"* {item}\n", config=LOUD)
    found = [d for d in reported if d.rule == "grammar/missing-article"]
    assert [d.severity for d in found] == severities


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("There are various parameter to set before the ship sails.", "warning"),
        ("You use various parameter, and the mates set them.", "note"),
        ("You know a variety of boat.", "note"),
    ],
)
def test_a_noun_that_may_go_on_or_be_a_mass_is_not_certain(text: str, severity: str) -> None:
    reported = check_text(f"{text}\n", config=LOUD)
    assert [d.severity for d in reported if d.rule == "grammar/determiner-number"] == [severity]
