"""A word without end, as code pasted into a page has it, is no work for those who read words."""

from __future__ import annotations

import pytest

from jdlint.lang.en.spelling import spelling, vocabulary


def test_no_listed_word_is_as_long() -> None:
    assert max(map(len, vocabulary._frequencies())) * 2 <= spelling.LONGEST


@pytest.mark.parametrize("part", ["a", "un", "anti", "ness", "aB", "bake", "recieve"])
def test_a_word_without_end_has_no_corrections(part: str) -> None:
    word = part * 100_000
    assert spelling.corrections(word.lower()) == ()
    assert list(spelling.misspellings(f"We bake {word} and we recieve it.")) == list(
        spelling.misspellings(f"We bake {'0' * len(word)} and we recieve it.")
    )
