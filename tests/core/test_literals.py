"""Literals are found the same by one search each and by the automaton."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.patterns import literals
from jdlint.core.patterns.literals import Needles

words = st.text(alphabet="ab ç", min_size=1, max_size=6)


@given(st.lists(words, max_size=30, unique=True), st.text(alphabet="ab ç", max_size=60))
def test_each_place_and_each_literal_find_the_same(known: list[str], text: str) -> None:
    known.sort()
    needles = Needles(known, literals.parents_of(known))
    each, places = needles._of_each(text), needles._at_each_place(text) if known else iter(())
    assert sorted(each) == sorted(places)


@given(st.lists(words, max_size=30, unique=True))
def test_a_parent_is_the_longest_other_one_that_a_literal_opens_with(known: list[str]) -> None:
    known.sort()
    for literal, parent in zip(known, literals.parents_of(known), strict=True):
        shorter = [other for other in known if literal.startswith(other) and other != literal]
        assert (known[parent] if parent >= 0 else "") == max(shorter, key=len, default="")


@given(st.lists(words, min_size=1, max_size=12, unique=True), st.text(alphabet="ab ç", max_size=60))
def test_few_texts_and_many_find_the_same(known: list[str], text: str) -> None:
    needles = Needles(known)
    found = [list(map(tuple, needles.find(text))) for _ in range(literals._FEW + 1)]
    assert found[0] == found[-1]
    assert all(text[start:end] == known[number] for number, start, end in found[0])
