"""Names that are nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.names import did_you_mean, distance, fold, known_or_near, nearest_name

WORDS = st.text("abcd", max_size=7)


def full(a: str, b: str) -> int:
    """The whole table, as the definition has it."""
    rows = [[i + j if 0 in (i, j) else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = a[i - 1] == b[j - 1]
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same)
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(WORDS, WORDS, st.integers(0, 4))
def test_the_distance_is_that_of_the_whole_table_up_to_the_limit(
    a: str, b: str, limit: int
) -> None:
    assert distance(a, b, limit) == min(full(a, b), limit + 1)


@given(WORDS, WORDS)
def test_the_distance_is_the_same_both_ways(a: str, b: str) -> None:
    assert distance(a, b, 3) == distance(b, a, 3)


@pytest.mark.parametrize(
    ("word", "known", "strict", "loose"),
    [
        ("titel", ["title", "date"], "title", "title"),
        ("titles", ["title"], None, "title"),
        ("employmentType", ["employment_type"], None, "employment_type"),
        ("emplyoment_tpye", ["employment_type"], "employment_type", "employment_type"),
        ("date", ["data"], None, "data"),
        ("id", ["it"], None, "it"),
        ("salary", ["location"], None, None),
    ],
)
def test_the_nearest_name(
    word: str, known: list[str], strict: str | None, loose: str | None
) -> None:
    assert nearest_name(word, known) == strict
    assert nearest_name(word, known, loose=True) == loose


def test_what_is_offered_may_say_more_than_what_was_written() -> None:
    rules = ["links/broken-anchor", "lists/repeated-item"]
    assert did_you_mean("broken-anchr", rules) == ", did you mean “links/broken-anchor”?"
    assert did_you_mean("zzz", rules) == ""
    assert known_or_near("zzz", ("a", "b")) == "; known are a, b"


@given(st.text(max_size=20))
def test_a_fold_is_its_own_fold(name: str) -> None:
    assert fold(fold(name)) == fold(name)
