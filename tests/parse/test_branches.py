"""Of the branches of a template's condition a page prints one."""

from __future__ import annotations

import pytest

from jdlint.parse.branches import branches, exclude, is_fallback

LIQUID = "a {% if x %} b {% if y %} c {% endif %} {% elsif z %} d {% else %} e {% endif %} f"
GO = "a {{ if .x }} b {{ else }} c {{ end }} d"


def at(text: str, letter: str) -> int:
    return text.index(f" {letter} ") + 1 if f" {letter} " in text else text.rindex(letter)


@pytest.mark.parametrize(
    ("text", "pair", "apart"),
    [
        (LIQUID, "bd", True),
        (LIQUID, "ce", True),
        (LIQUID, "de", True),
        (LIQUID, "bc", False),
        (LIQUID, "bf", False),
        (GO, "bc", True),
        (GO, "bd", False),
        ("a {% if x %} b {% endif %} {% if x %} c {% endif %} else", "bc", False),
    ],
)
def test_branches_that_exclude_each_other(text: str, pair: str, *, apart: bool) -> None:
    marks = branches(text)
    assert exclude(marks, at(text, pair[0]), at(text, pair[1])) is apart


def test_a_fallback_is_what_else_prints() -> None:
    marks = branches(LIQUID)
    assert [letter for letter in "bcdef" if is_fallback(marks, at(LIQUID, letter))] == ["d", "e"]


def test_stray_ends_harm_nothing() -> None:
    text = "{% endif %} {% else %} b {{ end }} {% if %}"
    assert not is_fallback(branches(text), text.index("b"))
