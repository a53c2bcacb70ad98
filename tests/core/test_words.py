"""An edit leaves words as they are, or it does not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.words import same_words


@pytest.mark.parametrize(
    ("text", "old", "better", "same"),
    [
        ("sur Github.", "Github", "GitHub", False),
        ("la bonne/ le bon", "/ ", "/", True),
        ("le pain", " ", "", False),  # two words would be one
        ("lepain", "p", " p", False),
        ("le pain ", "pain ", "pain.", True),
        ("die die", " die", "", False),
        ("boulanger•ère", "•", "·", True),
    ],
)
def test_words_and_marks(text: str, old: str, better: str, same: bool) -> None:
    start = text.index(old)
    assert same_words(text, start, start + len(old), better) is same


@given(st.text("ab é’-. \n", max_size=12), st.data())
def test_it_says_what_the_whole_text_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    better = data.draw(st.text("ab é’-. \n", max_size=4))
    whole = text[:start] + better + text[end:]
    if same_words(text, start, end, better):
        assert re.findall(r"\w+", whole) == re.findall(r"\w+", text)
