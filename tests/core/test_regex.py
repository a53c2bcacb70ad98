"""Patterns made again from what is known of them are those that ``re`` compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdlint
from jdlint.core.patterns import regex

PATTERNS = [
    (r"(?P<day>\d+)[.](?P<month>\d+)", 0),
    (r"(?i)straße|\bœuvre\b", re.MULTILINE),
    (r"a++b*+(?>c|cd)(?<!x)[^\s\w-]{2,5}?", re.DOTALL),
    (r"(a)(?:(b)|(?P<c>c))?\1(?(2)d|e)", re.ASCII),
    ("", 0),
]
TEXTS = st.text(st.sampled_from("abcde 12.\nŒœßS×"), max_size=30)


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@given(TEXTS)
def test_the_same_matches(pattern: str, flags: int, text: str) -> None:
    theirs = re.compile(pattern, flags)
    for ours in (regex.compiled(pattern, flags), regex.late(pattern, flags)):
        assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
        assert ours.split(text) == theirs.split(text)
        assert ours.sub(r"<\g<0>>", text) == theirs.sub(r"<\g<0>>", text)


def test_all_of_ours_are_made_as_re_makes_them() -> None:
    seen = 0
    for module in pkgutil.walk_packages(jdlint.__path__, "jdlint."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, regex._Late):
                theirs, ours = re.compile(*value._source), regex.compiled(*value._source)
                assert (ours.pattern, ours.flags, ours.groups) == (
                    theirs.pattern,
                    theirs.flags,
                    theirs.groups,
                )
                assert dict(ours.groupindex) == dict(theirs.groupindex)
                assert ours == theirs, "the engine compares what patterns were compiled to"
                seen += 1
    assert seen > 300


def test_wrong_patterns_are_said_as_re_says_them() -> None:
    for wrong in ("(", "[z-a]", r"(?P<a>x)(?P<a>y)", "*"):
        with pytest.raises(re.error) as theirs:
            re.compile(wrong)
        with pytest.raises(re.error) as ours:
            regex.compiled(wrong)
        assert str(ours.value) == str(theirs.value)


@given(st.text())
def test_escape(text: str) -> None:
    assert regex.escape(text) == re.escape(text)


def test_the_flags_are_those_of_re() -> None:
    for name in ("A", "ASCII", "I", "IGNORECASE", "M", "MULTILINE", "S", "DOTALL"):
        assert getattr(regex, name) == getattr(re, name)
