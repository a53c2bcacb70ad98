"""Likelier words: what the model says of plain slips and of plain prose, and that any text can be asked
about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.checks.grammar.likelier import Likelier
from jdlint.core.text import Source
from jdlint.lang.en.choices import context, table
from jdlint.lang.en.choices.likelier import choices, one_off
from jdlint.lang.en.tokens import Words
from jdlint.parse import parse

WORDS = st.lists(
    st.sampled_from(
        "the a an crew crews sail sails sailing of to in is be must your ￼ , . and Bergen 12".split()
    ),
    max_size=25,
)


@pytest.mark.parametrize(
    ("text", "kind", "better"),
    [
        ("All logs must submitted by the end of the week.", "missing", "be"),
        ("We mend the pumps in timely manner when the tide is low.", "missing", "a"),
        ("The price is always based of the size of the boat.", "other", "on"),
        ("The mate can helps the crew with all pumps on the boat.", "form", "help"),
    ],
)
def test_a_slip_is_less_likely_than_what_was_meant(text: str, kind: str, better: str) -> None:
    assert any(c.kind == kind and c.better == better and c.odds > 3 for c in choices(text))


@pytest.mark.parametrize(
    "text",
    [
        "All logs must be submitted by the end of the week.",
        "We mend the pumps in a timely manner when the tide is low.",
        "The crews that are not ready stay at the dock.",
        "The price is always based on the size of the boat.",
        "The mate can help the crew with all pumps on the boat.",
    ],
)
def test_plain_prose_is_likeliest(text: str) -> None:
    assert not [c for c in choices(text) if c.odds > 5]


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_choices_name_words_of_the_text(row: list[str]) -> None:
    words = Words(" ".join(row))
    for found in choices(words.text):
        assert 0 < found.at < len(words) or (found.at == 0 and found.kind in ("form", "slip"))
        assert found.better != words.lowers[found.at]
        assert found.better


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_features_stay_in_the_table(row: list[str]) -> None:
    words = Words(" ".join(row))
    seen = context.row_of(words.texts, words.lowers)
    for at, low in enumerate(words.lowers, 3):
        found = context.around(seen, at - 1, at) + context.around(seen, at - 1, at + 1)
        if form := context.form_of(low):
            found += context.around_form(seen, at, form)
        assert all(0 <= feature <= context.MASK for feature in found)
        assert len(table.scores(found)) == context.COUNT


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    page = parse(Source("jobs/a.md", f"We sail with {text} and the crew of the boat.\n"))
    check = Likelier(kinds=("missing", "other", "slip", "form"), least=0.0, sure=9.0)
    for found in check.check(page):
        assert 0 <= found.span.start < found.span.end <= len(page.source.text)


@pytest.mark.parametrize(
    ("one", "two"), [("ore", "or"), ("teh", "the"), ("ot", "to"), ("fo", "of"), ("thw", "the")]
)
def test_slips_of_one_letter(one: str, two: str) -> None:
    assert one_off(one, two)
    assert one_off(two, one)


def test_other_words_are_no_slips() -> None:
    assert not any(one_off(one, "the") for one in ("the", "that", "hte x", "eth"))


def test_a_kind_that_nobody_knows_is_named() -> None:
    with pytest.raises(ValueError, match="kinds: lost is none of missing"):
        Likelier(kinds=("lost",), least=1.0, sure=2.0)
