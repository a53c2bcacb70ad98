"""How items open."""

from __future__ import annotations

import pytest

from jdlint.posting.openings import forms

SURE = {
    "Lead the crew": "imperative",
    "Work with builders": "imperative",
    "Proactively call owners": "imperative",
    "Be ready to learn": "imperative",
    "Leading and training the crew": "gerund",
    "Providing parts": "gerund",
    "Ensures that parts arrive": "third",
    "Partners with owners": "third",
    "Secure the funds": "imperative",
    "Discretion to spend": "noun",
    "Responsible for the van": "noun",
    "The keys of the van": "noun",
    "You share our values": "clause",
    "Do you like ladders?": "clause",
}
UNSURE = [
    "**Planning:** own the week",
    "In summer, help the store",
    "Fernhill",
    "24/7 rota",
    "Extends the above",
    "",
]


@pytest.mark.parametrize(("text", "form"), SURE.items())
def test_forms_that_are_sure(text: str, form: str) -> None:
    assert forms(text) == {form}


@pytest.mark.parametrize("text", UNSURE)
def test_forms_that_are_not(text: str) -> None:
    assert not forms(text.replace("**", ""))


def test_a_verb_that_is_a_noun_too_is_both() -> None:
    assert forms("Support tickets from builders") >= {"imperative", "noun"}
