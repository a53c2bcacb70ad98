"""For any page, fixing comes to an end, changes what its edits say and nothing else,
and leaves front matter valid."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint.core.diagnostic import Edit
from jdlint.core.text import Span
from jdlint.fix.edits import apart, applied, in_order
from jdlint.fix.rounds import Kinds
from jdlint.fix.structure import moved
from jdlint.parse.meta.front_matter import parse_meta
from tests.fix.pages import ALL, SAFE, SLIPS, Recording, fixed
from tests.parse.strategies import page_text

ANY_ROOT = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
KINDS = st.sampled_from([SAFE, ALL])
EDITS = st.lists(
    st.builds(
        lambda a, n, t: Edit(Span(a, a + n), t),
        st.integers(0, 30),
        st.integers(0, 6),
        st.text(max_size=3),
    ),
    max_size=6,
)


def text_with_slips() -> st.SearchStrategy[str]:
    """Any page, or one with slips at any place."""
    slips = [
        "  \n",
        "\n\n\n",
        "the the team",
        "an heat pump",
        "follow up process",
        "\t",
        " .",
        "<!-- jdlint-ignore x/y: z -->\n",
    ]
    cut = st.builds(
        lambda at, slip: SLIPS[:at] + slip + SLIPS[at:],
        st.integers(0, len(SLIPS)),
        st.sampled_from(slips),
    )
    return st.one_of(page_text(), cut, st.tuples(cut, page_text()).map("".join))


@ANY_ROOT
@given(text=text_with_slips(), kinds=KINDS)
def test_fixing_settles_and_a_second_time_changes_nothing(
    tmp_path: Path, text: str, kinds: Kinds
) -> None:
    once, outcome = fixed(tmp_path, text, kinds)
    assert outcome.unsettled == ()
    again, second = fixed(tmp_path, once, kinds)
    assert again == once
    assert not second.fixed


@ANY_ROOT
@given(text=text_with_slips(), kinds=KINDS)
def test_only_the_edits_change_the_text(tmp_path: Path, text: str, kinds: Kinds) -> None:
    recording = Recording(kinds)
    after, _ = fixed(tmp_path, text, recording)
    state = text
    while recording.made:
        rows = [edits for before, edits in recording.made if before == state]
        assert rows, "each round starts from the text that the last one made"
        recording.made = [row for row in recording.made if row[0] != state]
        for edit in sorted((e for edits in rows for e in edits), reverse=True):
            state = state[: edit.span.start] + edit.text + state[edit.span.end :]
    assert state == after


@ANY_ROOT
@given(text=text_with_slips())
def test_valid_front_matter_stays_valid(tmp_path: Path, text: str) -> None:
    before, _ = parse_meta(text)
    after, _ = fixed(tmp_path, text, ALL)
    meta, _ = parse_meta(after)
    if before.format and not before.defects:
        assert not meta.defects
        assert meta.format == before.format
        assert len(meta.data) == len(before.data)


def test_comments_quotes_and_order_of_front_matter_stay(tmp_path: Path) -> None:
    after, outcome = fixed(tmp_path, SLIPS, ALL)
    assert after.startswith(
        '---\nlayout: job\ntitle: "Heat Pump Installer" # kept: as it is\n---\n'
    )
    assert yaml.safe_load(after.split("---\n")[1]) == {
        "layout": "job",
        "title": "Heat Pump Installer",
    }
    assert "front-matter/misspelt-key" in outcome.fixed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(tmp_path: Path, end: str) -> None:
    after, outcome = fixed(tmp_path, SLIPS.replace("\n", end), SAFE)
    plain, _ = fixed(tmp_path, SLIPS, SAFE)
    assert outcome.fixed
    assert after == plain.replace("\n", end)


@given(EDITS, st.text(min_size=40, max_size=40))
def test_edits_chosen_together_do_not_touch(edits: list[Edit], text: str) -> None:
    fixes = [(edit,) for edit in edits]
    rows = in_order(fixes[i] for i in apart(fixes))
    for a, b in pairwise(rows):
        assert a.span.end <= b.span.start
        assert a.span.start < b.span.start
    after = applied(text, rows)
    spans = moved(rows)
    assert [after[s.start : s.end] for s in spans] == [edit.text for edit in rows]
    outside = [Span(0, 0), *spans, Span(len(after), len(after))]
    kept = "".join(after[a.end : b.start] for a, b in pairwise(outside))
    old = [Span(0, 0), *(edit.span for edit in rows), Span(len(text), len(text))]
    assert kept == "".join(text[a.end : b.start] for a, b in pairwise(old))
