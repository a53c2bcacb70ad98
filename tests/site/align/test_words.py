"""The word diff: what it says makes the one text into the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.site.align import Change, changes, merged, tokens

WORDS = st.lists(st.sampled_from(["all", "type", "types", "of", "pumps", ",", "."]), max_size=12)


@given(WORDS, WORDS)
def test_changes_make_one_text_of_the_other(a: list[str], b: list[str]) -> None:
    found = changes(a, b)
    assert found is not None
    out, at = [], 0
    for change in found:
        out += a[at : change.a_start] + b[change.b_start : change.b_end]
        at = change.a_end
    assert out + a[at:] == b


@given(WORDS)
def test_a_text_does_not_differ_from_itself(a: list[str]) -> None:
    assert changes(a, a) == []


def test_the_least_is_changed() -> None:
    a, b = "write all type of faults down".split(), "write all types of faults down".split()
    assert changes(a, b) == [Change(2, 3, 2, 3)]


def test_texts_that_differ_in_too_much_are_not_compared() -> None:
    a, b = [f"a{n}" for n in range(80)], [f"b{n}" for n in range(80)]
    assert changes(["same", *a, "end"], ["same", *b, "end"]) is None


def test_changes_with_few_words_between_are_one() -> None:
    rows = [Change(1, 2, 1, 1), Change(3, 4, 2, 3), Change(9, 9, 8, 9)]
    assert merged(rows, 1) == [Change(1, 4, 1, 3), Change(9, 9, 8, 9)]


@given(st.text(alphabet="aB’'-. ,", max_size=30))
def test_tokens_slice_back(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end].casefold().replace("’", "'") == token.fold
