"""Properties of the list checks on lists of any shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.checks.lists.list_punctuation import ListPunctuation
from jdlint.checks.lists.parallel_items import ParallelItems
from jdlint.core.text import Source
from jdlint.fix.edits import applied, chosen
from jdlint.parse import parse

WORDS = st.sampled_from(
    [
        "Install pumps",
        "Planning the week",
        "A licence",
        "You share our values",
        "Orders parts",
        "Lead",
    ]
)
ENDS = st.sampled_from(["", ".", "!", ":", ";", ", etc.", " `x`", " **bold**", " [link](/x)", "  "])
ITEMS = st.lists(st.tuples(WORDS, ENDS), min_size=1, max_size=9)
MARKS = st.sampled_from(["* ", "- ", "1. "])


def page_of(items: list[tuple[str, str]], mark: str) -> str:
    return "".join(f"{mark}{word}{end}\n" for word, end in items)


@given(ITEMS, MARKS)
def test_a_list_is_reported_once_and_its_edits_make_it_quiet(
    items: list[tuple[str, str]], mark: str
) -> None:
    text = page_of(items, mark)
    found = list(ListPunctuation().check(parse(Source("a.md", text))))
    assert len(found) <= 1
    for finding in found:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert 0 < int(finding.values["count"]) < int(finding.values["total"]) <= len(items)
    edits = chosen(finding.edits for finding in found)
    if edits:
        assert not list(ListPunctuation().check(parse(Source("a.md", applied(text, edits)))))


@given(ITEMS, MARKS)
def test_one_style_is_never_reported(items: list[tuple[str, str]], mark: str) -> None:
    text = page_of([(word, ".") for word, _ in items], mark)
    assert not list(ListPunctuation().check(parse(Source("a.md", text))))


@given(ITEMS, MARKS)
def test_what_opens_otherwise_is_the_smaller_part(items: list[tuple[str, str]], mark: str) -> None:
    page = parse(Source("a.md", page_of(items, mark)))
    found = list(ParallelItems().check(page))
    assert 2 * len(found) < len(items) or not found
    for finding in found:
        assert page.source.slice(finding.span) == finding.values["found"]


def test_a_nested_list_is_judged_by_itself() -> None:
    text = "* Lead by:\n    * Planning.\n    * Training.\n    * Paying.\n* Order\n* Pack\n* Ship\n"
    assert not list(ListPunctuation().check(parse(Source("a.md", text))))
