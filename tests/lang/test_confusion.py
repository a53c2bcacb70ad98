"""Words that stand for others: what the models say of plain cases,
and that any text can be asked."""

from __future__ import annotations

from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.lang.en.confusion.context import MASK, NEAR, features, word_at
from jdlint.lang.en.confusion.odds import Model, models, slips
from jdlint.lang.en.tokens import Words

WORDS = st.lists(
    st.sampled_from(
        "then than of to form from the crew ship their there ￼ , . 12 it's its".split()
    ),
    max_size=25,
)


def found(text: str) -> list[tuple[str, str]]:
    words = Words(text)
    return [(words.slice(slip.at, slip.end), slip.meant) for slip in slips(words)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Some boats are more sophisticated then others.", ("then", "than")),
        ("We tell you what you want to no about boats.", ("no", "know")),
        ("It is to early to sail.", ("to", "too")),
        ("You will by responsible for the boats.", ("by", "be")),
        ("You need excellent communication kills.", ("kills", "skills")),
        ("Let us walk you trough the harbour.", ("trough", "through")),
    ],
)
def test_a_word_is_found_where_edited_prose_has_another(text: str, slip: tuple[str, str]) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "First you mend the pump, then you sail.",
        "The cattle eat from a trough beside the manger.",
        "You fill in the form and send it to the harbour office.",
        "It is up to many crews to sail at night.",
        "The crew is there, and their boats are here.",
        "She led the crew, and lead pipes lead to the pump.",
    ],
)
def test_a_word_in_its_own_place_is_not(text: str) -> None:
    assert found(text) == []


def test_each_model_reads_its_weights() -> None:
    rows = [model for row in models().values() for model in row]
    assert len(rows) > 100
    for model in rows:
        assert model.least > 0
        assert 0 < len(model.weights) < 1000
        assert all(0 <= key <= MASK for key in model.weights)
        assert model.meant != " ".join(model.words)


@given(WORDS, st.integers(0, 24))
@settings(max_examples=60, deadline=None)
def test_the_look_at_the_neighbours_is_a_part_of_the_whole(row: list[str], at: int) -> None:
    """What ``Model.strange`` adds up is what the features of ``NEAR`` say."""
    words = Words(" ".join(row))
    if at >= len(words):
        return
    place = features(words, at, at + 1)
    left, right = word_at(words, at - 1), word_at(words, at + 1)
    texts = ("b", f"1{left}", f"2{right}", f"<{left}", f">{right}")
    assert [place[index] for index in NEAR] == [crc32(text.encode()) & MASK for text in texts]


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_a_place_looks_alike_whichever_word_stands_there(row: list[str]) -> None:
    words = Words(" ".join(row))
    for at in range(len(words)):
        other = Words(" ".join([*words.texts[:at], "harbour", *words.texts[at + 1 :]]))
        if len(other) == len(words):
            assert features(words, at, at + 1) == features(other, at, at + 1)


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_slips_lie_in_the_text_in_order(row: list[str]) -> None:
    words = Words(" ".join(row))
    before = -1
    for slip in slips(words):
        assert before < slip.at < slip.end <= len(words)
        assert " ".join(words.lowers[slip.at : slip.end]) != slip.meant
        assert slip.odds >= 0
        before = slip.at


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    assert all(slip.at >= 0 for slip in slips(Words(text)))


def test_a_model_forgets_neighbours_when_they_are_many() -> None:
    model = next(iter(models().values()))[0]
    said = [model.strange(f"left{number}", "right") for number in range(6_000)]
    assert said == [Model.strange(model, f"left{number}", "right") for number in range(6_000)]
    assert len(model._near) <= 5_002
