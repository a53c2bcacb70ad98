"""What makes an unknown word a misspelling."""

from __future__ import annotations

import pytest

from jdlint.lang.en import spelling


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("recieve", "receive"), ("proffesional", "professional"), ("experiance", "experience"), ("wokring", "working"),
        ("managment", "management"), ("ublications", "publications"), ("accross", "across"), ("devekop", "develop"),
    ],
)  # fmt: skip
def test_slips_of_hand_and_ear(word: str, other: str) -> None:
    assert spelling.convincing(word, (other,))[:1] == (other,)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("pumpathon", "marathon"),
        ("neoheating", "preheating"),
        ("geofencing", "defencing"),
        ("thermify", "thermite"),
    ],
)
def test_coinages_are_no_slips(word: str, other: str) -> None:
    assert spelling.convincing(word, (other,)) == ()


def test_two_long_words_lost_their_space() -> None:
    assert spelling.convincing("customerexperience", ("customer",)) == ("customer experience",)
    assert not list(spelling.suspects("Our storytelling and fundraising handbooks grow."))
