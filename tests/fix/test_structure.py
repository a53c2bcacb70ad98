"""What a fix may do to a page, and what it may not."""

from __future__ import annotations

import pytest

from jdlint.core.diagnostic import Edit
from jdlint.core.text import Span
from jdlint.fix.edits import applied, harmless
from jdlint.fix.structure import same_outside

META = "---\ntitle: Installer\ntags: [a, b]\n---\n\n"


def judged(text: str, old: str, new: str) -> bool:
    at = text.index(old)
    edits = [Edit(Span(at, at + len(old)), new)]
    return same_outside(text, applied(text, edits), edits)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("A salesman sells.\n", "salesman", "salesperson"),
        ("The the team\n", "The ", ""),
        ("See [our values](/old).\n", "/old", "/new"),
        ("See [our values][v].\n\n[v]: /old\n", "/old", "/new"),
        ("See (values)[/v] here.\n", "(values)[/v]", "[values](/v)"),
        ("a  \n\nb\n", "  ", ""),
        ("a b\n\n* c\n", "a b\n\n", "a b\n"),
        ("a\n\n\n\nb\n", "\n\n\n\n", "\n\n"),
        ("a\n\n<!-- note -->\n\nb\n", "<!-- note -->\n\n", ""),
        ("# Title\n\n* one.\n* two\n", ".", ""),
        ("| a | b |\n|--|--|\n| salesman | d |\n", "salesman", "seller"),
        ("é 🔧 the the end `x`\n", "the ", ""),
        (META + "text\n", "Installer", "Fitter"),
        (META + "text\n", "title", "name"),
        (META + "text\n", "tags: [a, b]\n", ""),
        ("---\r\ntitle: A\r\n---\r\ntext. \r\n", " \r\n", "\r\n"),
        ("no end", "no end", "no end\n"),
        ("---\ntitle: Installer\n---", "\n---", "\n---\n"),  # front matter is all there is
        ("- a\n* b\n", "*", "-"),  # two lists are one
        ("> 1. a\n>    + b\n>    * c\n", "*", "+"),
    ],
)
def test_what_stays_within_its_words_is_taken(text: str, old: str, new: str) -> None:
    assert judged(text, old, new)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("A salesman sells* pumps.\n", "salesman", "sales*man"),
        ("one\n\ntwo\n", "\n\n", "\n"),
        ("one\ntwo\n", "\n", "\n\n"),
        ("* a\n* b\n", "\n* b", "\n\n* b"),  # a loose list is another list
        ("a `b` c\n", "a", "`a"),
        ("# Title\n\ntext\n", "# T", "T"),
        ("say {{ x }} now\n", "say", "{{ say"),
        ("word\n\nb\n", "word", "```\nword"),
        ("[v] is here\n\n[v]: /old\n", "[v]: /old\n", ""),
        (META + "text\n", "Installer", "Installer: Kyoto"),
        (META + "text\n", "Installer\n", "Installer\n---\n"),
        (META + "text\n", "tags: [a, b]", "tags: [a, b"),
        (META + "text\n", "title: Installer\ntags:", "title: Installer tags:"),
        (META + "text\n", "b]\n---\n\ntext", "b, c]\n---\n\ntext"),
        ("<!-- note -->\n\ntext\n", "-->", "--"),
        ("- a\n* b\n\n* c\n", "*", "-"),  # and three more paragraphs
        ("- a\n* b\n- c\n", "*", "-"),  # with the third, which is not named
        ("- a\n\n1. b\n", "1.", "-"),
        ("- a\n- b\n", "b", "b\n* c"),
    ],
)
def test_what_would_change_more_is_refused(text: str, old: str, new: str) -> None:
    assert not judged(text, old, new)


def test_one_bad_fix_does_not_spoil_the_others() -> None:
    text = "one the the two `three` four  \n"
    fixes = [
        (Edit(Span(4, 8), ""),),
        (Edit(Span(16, 16), "`"),),
        (Edit(Span(len(text) - 3, len(text) - 1), ""),),
    ]
    assert harmless(text, "a.md", fixes) == [0, 2]
    assert harmless(text, "a.md", [(Edit(Span(0, 3), "\ud800"),)]) == []


def test_bad_fixes_of_one_kind_hide_no_good_ones_of_another() -> None:
    """Though there are more of them than can be tried one by one."""
    line = "A long line of words about bread and what it takes to bake it "
    text = f"{line}\n" * 1_500
    ends = [at * (len(line) + 1) + len(line) - 1 for at in range(1_500)]
    good = [(Edit(Span(end, end + 1), ""),) for end in ends]
    bad = [(Edit(Span(end - 20, end - 19), "\n\n"),) for end in ends]
    fixes = [fix for pair in zip(bad, good, strict=True) for fix in pair]
    assert harmless(text, "a.md", fixes, ["bad", "good"] * 1_500) == list(range(1, 3_000, 2))
