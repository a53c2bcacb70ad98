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
    assert said.startswith("2 items of this list end with a full stop, 4 without one")


def test_a_slip_with_etc_is_told_once() -> None:
    page = "You know ropes such as a, b and etc.\n\nYou know sails, etc etc.\n"
    assert [d.rule for d in check_text(page) if "etc" in d.message] == [
        "style/and-etc",
        "grammar/doubled-word",
    ]


def test_of_is_named_with_the_words_that_make_it_plural() -> None:
    page = "We sail with hundreds of owner in the north.\n"
    assert "after “hundreds of”" in message(page, "grammar/determiner-number")


def test_a_full_stop_before_a_bracket_is_one() -> None:
    page = "* You mend ropes\n* You sail. (See the log.)\n* You write.\n* You rest.\n* You eat\n"
    assert message(page, "lists/mixed-punctuation").startswith("2 of 5 items")


def test_a_sentence_that_stands_for_a_heading_is_cut() -> None:
    page = (
        "Here is the list of minimal requirements that you need to sail:\n\n* Ropes\n"
        "* Sails are a plus\n\n## Nice to have\n\n* Tar\n"
    )
    said = message(page, "sections/preferred-among-requirements")
    assert "under “Here is the list of minimal …”" in said


def test_the_end_of_an_opening_clause_is_shown() -> None:
    said = message("When you are ready to sail we are happy to help.\n", "grammar/missing-comma")
    assert said.startswith("Put a comma after “ready to sail”")


def test_a_list_of_our_own_schema_is_the_sites_affair() -> None:
    page = "---\ntitle: Mate\nopenings:\n  - name: Cook\n---\n"
    said = message(page, "front-matter/schema")
    assert said.startswith("“openings” is a list; most sites put a whole number or a text there")


def test_you_is_said_until_here_only_where_nobody_else_was_spoken_of() -> None:
    page = "You sail, you mend ropes, and you rest. {}\n\nCandidates must have a licence.\n"
    assert "until here" in message(page.format("It is calm."), "style/drifting-address")
    said = message(page.format("Other applicants are welcome."), "style/drifting-address")
    assert said.startswith("The page says “you” elsewhere")
