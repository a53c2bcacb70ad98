"""Places that ask for a form of a verb: which words stand in one, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.checks.grammar.verbs._evidence import HARD, NEVER, Licences, doubt
from jdlint.checks.grammar.verbs._slots import slots, wanted
from jdlint.lang.en.tokens import Words

LICENCES = Licences(frozenset(("need", "time")), frozenset(("devote",)))
WORDS = st.lists(
    st.sampled_from("you we need to mending mends will not be help us by base ￼ , . let's".split()),
    max_size=20,
)


def places(text: str) -> list[tuple[str, str]]:
    words = Words(text)
    found = (slot for slot in slots(words) if doubt(words, slot, LICENCES) < NEVER)
    return [(slot.kind, words.lowers[slot.at]) for slot in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("You need to mending the sail.", ("to", "mending")),
        ("You will never mends the sail.", ("modal", "mends")),
        ("Where can you finding the sail?", ("modal", "finding")),
        ("They did not mended the sail.", ("do", "mended")),
        ("The sail is always mend by hand.", ("be", "mend")),
        ("You earn your berth by mend sails.", ("preposition", "mend")),
        ("On the dock we mending sails.", ("person", "mending")),
        ("Help us mending the sail.", ("help", "mending")),
    ],
)
def test_a_place_is_told(text: str, place: tuple[str, str]) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The sail you apply to requires care.",
        "You devote your time to mending sails.",
        "What we do is mend sails.",
        "What are we mending today?",
        "Will mends the sail.",
        "In need to “mends” and to mend-all.",
    ],
)
def test_what_may_be_right_is_no_place(text: str) -> None:
    assert places(text) == []


@given(WORDS)
@settings(max_examples=100)
def test_any_text_can_be_asked(parts: list[str]) -> None:
    words = Words(" ".join(parts))
    for slot in slots(words):
        assert slot.trigger < slot.at < len(words)
        assert slot.form.kind not in wanted(slot)
        assert doubt(words, slot, LICENCES) >= HARD
