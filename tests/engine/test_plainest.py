"""One defect, one diagnostic: the quick answer is the plain one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.diagnostic import Diagnostic, Edit, PlacedEdit
from jdlint.core.text import Lines, Span
from jdlint.engine.settle import _Taken, _told_once

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 6)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_spans_meet_where_they_share_a_letter_or_are_the_same(
    spans: list[Span], span: Span
) -> None:
    plain = any(span == s or (span.start < s.end and s.start < span.end) for s in spans)
    assert _Taken(spans).meets(span) == plain


TEXT = "It depends of you."


def _mend(rule: str, start: int, end: int, text: str, severity: str = "warning") -> Diagnostic:
    lines, edit = Lines.of(TEXT), Edit(Span(start, end), text)
    at = PlacedEdit(lines.position(start), lines.position(end), edit)
    place = (lines.position(start), lines.position(end))
    return Diagnostic(rule, severity, text, "a.md", edit.span, *place, edits=(at,))  # type: ignore[arg-type]


def test_of_two_rules_with_one_mend_the_one_that_shows_more_speaks() -> None:
    whole, word = _mend("a/whole", 3, 13, "depends on"), _mend("b/word", 11, 13, "on")
    assert _told_once([word, whole]) == [whole]
    assert _told_once([whole, word]) == [whole]


def test_the_more_severe_speaks() -> None:
    whole = _mend("a/whole", 3, 13, "depends on", "note")
    word = _mend("b/word", 11, 13, "on")
    assert _told_once([whole, word]) == [word]


def test_other_mends_of_one_place_both_speak() -> None:
    whole, word = _mend("a/whole", 3, 13, "depends on"), _mend("b/word", 11, 13, "for")
    apart = _mend("c/apart", 14, 17, "us")
    assert _told_once([whole, word, apart]) == [whole, word, apart]


def test_one_rule_may_say_the_same_of_places_beside_each_other() -> None:
    twice = [_mend("a/mark", 2, 2, " "), _mend("a/mark", 2, 2, " ")]
    assert _told_once(twice) == twice
