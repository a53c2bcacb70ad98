"""What silences a rule about words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.checks._where import Where, overlaps
from jdlint.core.patterns.pattern import compile_pattern

PATTERNS = ("a+b", "ba", "b+", "abab")


@given(
    text=st.text("abc", max_size=30),
    unless=st.lists(st.sampled_from(PATTERNS), unique=True),
    start=st.integers(0, 30),
    length=st.integers(1, 5),
)
def test_what_a_pattern_overlaps_is_silenced(
    text: str, unless: list[str], start: int, length: int
) -> None:
    matches = [
        m.span() for p in unless for m in compile_pattern(p, ignore_case=True).finditer(text)
    ]
    end = start + length
    wanted = any(first < end and start < last for first, last in matches)
    assert overlaps(Where(unless=tuple(unless)).silenced(text), start, end) is wanted
