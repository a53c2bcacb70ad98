"""Patterns of two engines answer alike: the standard library's, and RE2 for a project's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.patterns.pattern import PatternError, compile_pattern, found_span
from jdlint.rules.rule import Untrusted

PATTERNS = [r"(?P<at>b+)c", r"a(?:(?P<at>b)|c)", r"(?P<at>é)?x", r"([abé])(?P<other>1)", r"^b$"]


@given(st.sampled_from(PATTERNS), st.text("abcéx1𝒳\n", max_size=20))
def test_named_spans_are_the_same(pattern: str, text: str) -> None:
    spans = [
        [found_span(match) for match in compile_pattern(kind(pattern)).finditer(text)]
        for kind in (str, Untrusted)
    ]
    assert spans[0] == spans[1]


@pytest.mark.parametrize("kind", [str, Untrusted])
def test_a_group_is_named_or_the_whole_counts(kind: type[str]) -> None:
    match = compile_pattern(kind(r"a(?P<at>b)?")).search("xab")
    assert match
    assert found_span(match) == (2, 3)
    match = compile_pattern(kind(r"a(?P<at>b)?")).search("xa")
    assert match
    assert found_span(match) == (1, 2), "a group that took no part"


@pytest.mark.parametrize("kind", [str, Untrusted])
def test_what_is_no_pattern_is_said(kind: type[str]) -> None:
    with pytest.raises(PatternError, match=r"the pattern “\(” "):
        compile_pattern(kind("("))
