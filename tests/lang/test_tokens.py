"""Tokens keep their places, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.lang.en.tokens import Words, words

_TEXT = st.text(st.sampled_from("abZé \n.,'’-/&#+_�\ufffc😀1(“"), max_size=60) | st.text(
    max_size=40
)


@given(_TEXT)
def test_every_token_stands_where_it_says(text: str) -> None:
    cut = Words(text)
    for index, word in enumerate(cut.texts):
        assert text[cut.starts[index] : cut.end(index)] == word
        assert cut.at(cut.starts[index]) == index
    assert cut.starts == sorted(set(cut.starts))


@given(_TEXT)
def test_what_is_between_tokens_is_space(text: str) -> None:
    cut, at = Words(text), 0
    for index in range(len(cut)):
        assert not text[at : cut.starts[index]].strip()
        at = cut.end(index)
    assert not text[at:].strip()


@given(_TEXT)
def test_every_token_has_a_tag(text: str) -> None:
    cut = Words(text)
    assert len(cut.tags) == len(cut.options) == len(cut)
    assert all(tag in options for tag, options in zip(cut.tags, cut.options, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("isn’t R&D follow-up", ["isn't", "r&d", "follow-up"]),
        ("and/or this/that", ["and/or", "this", "/", "that"]),
        ("Node.js, C++ and C#.", ["node.js", ",", "c++", "and", "c#", "."]),
        ("see \ufffc\ufffc!", ["see", "\ufffc\ufffc", "!"]),
    ],
)
def test_words_that_stay_whole(text: str, expected: list[str]) -> None:
    assert words(text).lowers == expected
