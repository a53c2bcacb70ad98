"""What is kept of answers about texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core import by_text
from jdlint.core import recent as module
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


@given(st.lists(st.text("ab", max_size=4), max_size=60), st.integers(1, 5))
def test_looks_find_the_same_again_whatever_is_forgotten(asked: list[str], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(by_text, "_TEXTS", most)
        looks = [by_text.by_text(lambda text, mark=mark: re.findall(mark, text)) for mark in "ab"]
        for text in asked:
            for mark, look in zip("ab", looks, strict=True):
                assert look(text) == tuple(mark for letter in text if letter == mark)


def test_texts_in_which_nothing_is_found_are_looked_at_once() -> None:
    looked: list[str] = []

    def none(text: str) -> tuple[str, ...]:
        looked.append(text)
        return ()

    first, second = by_text.by_text(none), by_text.by_text(none)
    for look in (first, second):
        assert look("plain") == look("plain") == ()
    assert looked == ["plain", "plain"], "each look has a memory of its own"


def test_many_looks_keep_apart() -> None:
    looks = [by_text.by_text(lambda text, n=n: [n] if n % 2 else []) for n in range(150)]
    for _ in range(2):
        assert [look("x") for look in looks] == [(n,) if n % 2 else () for n in range(150)]


def test_fewer_heavy_answers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_kept", {"heavy": 1.0, "light": 1.0})
    made: list[str] = []

    def make(text: str) -> int:
        made.append(text)
        return len(text)

    answer = module.recent(make, 100, kind="heavy")
    texts = [letter * 10 for letter in "abcde"]
    for text in (*texts, *texts):
        answer(text)
    assert made == texts
    module.stay_small()
    answer("f" * 10)
    for text in texts:
        answer(text)
    assert made == [*texts, "f" * 10, *texts]
