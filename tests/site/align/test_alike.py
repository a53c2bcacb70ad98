"""Texts of a site: grouped, near ones found, votes counted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.site import Site
from jdlint.site.align import fold
from jdlint.site.align.near import Index
from jdlint.site.facts import facts_of

LINE = (
    "Write down every fault of the pump that a customer reports, and call the workshop in York "
    "the same day"
)


def site(*texts: str) -> Site:
    return Site(
        tuple(facts_of(parse(Source(f"jobs/{n:03}.md", text))) for n, text in enumerate(texts))
    )


def test_case_space_and_end_marks_make_no_other_text() -> None:
    found = site(
        f"* {LINE}\n", f"* {LINE}.\n", f"* {LINE.lower()}\n", f"* {LINE.replace(' of ', '  of ')}\n"
    )
    assert [row.pages for row in found.texts.rows] == [4]


def test_a_page_counts_once() -> None:
    found = site(f"* {LINE}\n* Other words stand here\n* {LINE}\n", f"* {LINE}\n")
    row = next(row for row in found.texts.rows if row.key == fold(LINE))
    assert (row.pages, len(row.uses)) == (2, 3)


@settings(max_examples=60)
@given(st.integers(0, 19), st.sampled_from(["", "pumps"]))
def test_one_other_word_is_found_wherever_it_stands(at: int, other: str) -> None:
    words = fold(LINE).split()
    changed = " ".join(word for word in [*words[:at], other, *words[at + 1 :]] if word)
    assert Index([fold(LINE), "something else that many pages say in some words"]).near(
        changed
    ) == [0]


def test_another_figure_is_no_variant() -> None:
    assert (
        Index(["you have at least 5 years of work with pumps"]).near(
            "you have at least 3 years of work with pumps"
        )
        == []
    )


def test_variants_vote_with_the_side_that_they_share() -> None:
    main = f"* {LINE}\n"
    other = main.replace("in York", "in Leeds")
    slip = main.replace("fault of the", "fault the")
    found = site(main, main, other, slip)
    drift = next(d for d in found.alike.drifts if d.row.key == fold(slip.strip("* \n")))
    vote = found.alike.vote(drift, drift.changes[0])
    assert (vote.main, vote.row) == (3, 1)
    assert vote.clear(3, 0.75)
    assert not vote.clear(4, 0.75)


def test_a_template_is_known_by_its_forms() -> None:
    pages = [f"* {LINE}\n"] * 4 + [
        f"* {LINE.replace('York', town)}\n" for town in ("Hull", "Leeds", "Ghent", "Lille")
    ]
    found = site(*pages)
    drift = found.alike.drifts[0]
    assert found.alike.is_slot(drift, drift.changes[0])


def test_literals_are_found_in_many_texts() -> None:
    found = site(
        *(
            f"* Text number {n} speaks of {'planner' if n % 50 == 0 else 'fitter'}s\n"
            for n in range(4500)
        )
    )
    assert len(found.texts.holding(("planner",))) == 90
    assert len(found.texts.holding(("fitter", "planner"))) == 4500
