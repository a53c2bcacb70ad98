"""The odds of an article: what the model says of plain cases,
and that any text can be asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.lang.en.articles.context import MASK, article_features, article_gaps, view, without
from jdlint.lang.en.articles.odds import article_odds
from jdlint.lang.en.tokens import Words

WORDS = st.lists(
    st.sampled_from(
        "the a an crew ship sails quickly our ￼ , . and new of in Bergen 12 that".split()
    ),
    max_size=25,
)


def odds_of(text: str, word: str) -> float:
    words = Words(text)
    return max(
        (row.odds for row in article_odds(words) if words.lowers[row.at] == word), default=-99.0
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The crews are at home in following places:", "following"),
        ("A simple boat you can use as example is this one.", "example"),
        ("We move through series of steps before each voyage.", "series"),
        ("You will find list of our harbours below.", "list"),
    ],
)
def test_an_article_is_likely_where_edited_prose_has_one(text: str, word: str) -> None:
    assert odds_of(text, word) > 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You bring experience in software and hardware.", "software"),
        ("We work with people who like water.", "people"),
        ("You travel by train and by boat.", "train"),
        ("Our crews are on call at weekends.", "call"),
    ],
)
def test_none_is_likely_where_prose_has_none(text: str, word: str) -> None:
    assert odds_of(text, word) < 1


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_places_lie_in_the_text_and_nothing_stands_there(row: list[str]) -> None:
    words = Words(" ".join(row))
    for found in article_odds(words):
        assert 0 <= found.at <= found.head < len(words)
        assert found.at == 0 or words.lowers[found.at - 1] not in ("a", "an", "the")
        assert found.likelier in ("a", "the")


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_a_gap_is_seen_alike_with_its_article_taken_out(row: list[str]) -> None:
    words = Words(" ".join(row))
    for at, written in article_gaps(words):
        here = without(words, at - 1) if written else view(words, at)
        assert here.lowers[here.at] == words.lowers[at]
        assert all(0 <= feature <= MASK for feature in article_features(here, set()))


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    assert all(row.at >= 0 for row in article_odds(Words(text)))
