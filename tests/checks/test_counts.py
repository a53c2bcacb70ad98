"""What findings count is what a reader counts on the page."""

from __future__ import annotations

from jdlint import check_text


def message(text: str, rule: str) -> str:
    return check_text(text, select=[rule])[0].message


def test_all_lines_in_bold_like_the_first_are_counted() -> None:
    page = "**Who are you?**\n\n* Calm\n\n**Our ropes**\n\nWe sail.\n\n**Apply**\n\nWrite.\n"
    assert "the 2 other lines" in message(page, "sections/bold-heading")


def test_items_that_end_alike_for_reasons_of_their_own_are_counted_too() -> None:
    page = (
        "* A van\n* A licence. Two are better.\n* Ropes, sails, etc.\n* Calm.\n* Boots\n* A boat\n"
    )
    said = message(page, "lists/mixed-punctuation")
    assert said.startswith("3 items of this list end with a full stop, 3 without one")


def test_a_slip_with_etc_is_told_once() -> None:
    page = "You know ropes such as a, b and etc.\n\nYou know sails, etc etc.\n"
    assert [d.rule for d in check_text(page) if "etc" in d.message] == [
        "style/and-etc",
        "grammar/doubled-word",
    ]


def test_of_is_named_with_the_words_that_make_it_plural() -> None:
    page = "We sail with hundreds of owner in the north.\n"
    assert "after “hundreds of”" in message(page, "grammar/determiner-number")
