"""Patterns over tokens."""

from __future__ import annotations

import time

import pytest

from jdlint.lang.en.tagging.sequence import PatternError, sequence
from jdlint.lang.en.tagging.steps import Match
from jdlint.lang.en.tokens import words
from tests.conftest import HANGS


def _first(pattern: str, text: str, **lists: tuple[str, ...]) -> str | None:
    cut, found = words(text), sequence(pattern, lists)
    matches = (found.match(cut, start) for start in range(len(cut)))
    match: Match | None = next((m for m in matches if m), None)
    return cut.slice(match.start, match.end) if match else None


@pytest.mark.parametrize(
    ("pattern", "text", "marked"),
    [
        ("all «type|kind» of", "for all type of pumps", "type"),
        ("all «type» of", "all types of pumps", None),
        ("«pass~ {U}? onto»", "She passed them onto us", "passed them onto"),
        ("the {J}* «team»", "the small quiet team", "team"),
        ("the !old «team»", "the old team", None),
        ("< «as a» _", "You act as a crew", None),
        ("< «as a» _", "We act. As a crew", "As a"),
        ("«team» >", "our team.", "team"),
        ("«team» >", "our team lead", None),
        ("«team» .|,|>", "our team", "team"),
        ("«team» ,|>", "our team lead", None),
        ("«team» ,|>", "our team?", None),
        ("to|< «as» a", "We act. As a crew", "As"),
        ("to|< «as» a", "We act as a crew", None),
        ("to «*ing{G}»", "able to working", "working"),
        ("to «*ing»", "thing to ring", None),
        ("$who «that»", "people that", "that"),
        ("a, b".replace(",", " ,"), "a, b", "a, b"),
        ("_ of", "\ufffc of", "\ufffc of"),
    ],
)
def test_match(pattern: str, text: str, marked: str | None) -> None:
    assert _first(pattern, text, who=("people", "person")) == marked


@pytest.mark.parametrize(
    "pattern", ["", "a{", "$nobody", "!{V}", " ".join("a*" for _ in range(9)), "x " * 40]
)
def test_what_cannot_be_read(pattern: str) -> None:
    with pytest.raises(PatternError):
        sequence(pattern, {})


def test_a_match_holds_its_literal_with_its_neighbours() -> None:
    before = (*(f"word{number}" for number in range(90)), "will")
    anchor = sequence("$before «setup» $before", {"before": before}).anchor()
    assert anchor.needles == ("setup",)
    assert anchor.before == anchor.after == set(before)
    anchor = anchor._replace(after=frozenset(("the", "a")))
    text = "you will setup the stand"
    assert anchor.possible(text, 9, 14)
    assert not anchor.possible("you will setup costs", 9, 14)


def test_an_apostrophe_is_looked_for_in_both_forms() -> None:
    assert set(sequence("it's own", {}).anchor().needles) == {"it's own", "it’s own"}


def test_hostile_repeats_stay_linear() -> None:
    found, cut = sequence("a* a* a* a* b", {}), words("a " * 3000)
    start = time.process_time()
    for at in range(0, 3000, 10):
        assert found.match(cut, at) is None
    assert time.process_time() - start < HANGS
