"""One defect, one diagnostic: the quick answer is the plain one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.text import Span
from jdlint.engine.settle import _Taken

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 6)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_spans_meet_where_they_share_a_letter_or_are_the_same(
    spans: list[Span], span: Span
) -> None:
    plain = any(span == s or (span.start < s.end and s.start < span.end) for s in spans)
    assert _Taken(spans).meets(span) == plain
