"""What is kept of answers about texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.recent import recent


@given(st.lists(st.text("ab", max_size=6), max_size=60))
def test_answers_are_those_of_the_function_and_few_are_kept(asked: list[str]) -> None:
    made: list[str] = []

    def make(text: str) -> str:
        made.append(text)
        return text.upper()

    answer = recent(make, 12)
    assert [answer(text) for text in asked] == [text.upper() for text in asked]
    before = len(made)
    for text in asked[-1:]:
        answer(text)
    assert len(made) == before, "the last answer is kept"
    if asked:
        answer("c" * 13)
        answer(asked[-1])
        assert made[before:] == ["c" * 13, asked[-1]], "a large text leaves no room"
