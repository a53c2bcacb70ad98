"""What a recruiter does: paste, see, mend, fill in, take away."""

from __future__ import annotations

from typing import Any

import pytest

from tests.serve.browser.conftest import BAD, Desk, card, desk_at
from tests.serve.conftest import PAGE
from tests.serve.server import Running


def marked(desk: Desk) -> list[str]:
    return [str(t) for t in desk.page.locator(".cm-content .cm-lintRange").all_inner_texts()]


def test_what_is_wrong_is_marked_at_its_words(desk: Desk) -> None:
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").wait_for()
    assert "the the" in marked(desk)
    assert desk.page.locator("h1").inner_text() == "Pastry chef"


def test_marks_are_right_behind_wide_characters(desk: Desk) -> None:
    desk.paste(BAD.replace("Bake", "👩‍🍳👩‍🍳 Bake"))
    card(desk, "grammar/doubled-word").wait_for()
    assert "the the" in marked(desk)
    card(desk, "grammar/doubled-word").locator(".actions button").first.click()
    card(desk, "grammar/doubled-word").wait_for(state="detached")
    assert "👩‍🍳👩‍🍳 Bake the bread" in desk.text


def test_a_click_mends_and_undo_brings_it_back(desk: Desk) -> None:
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").locator(".actions button").first.click()
    card(desk, "grammar/doubled-word").wait_for(state="detached")
    assert "Bake the bread" in desk.text
    desk.page.get_by_role("button", name="Undo").first.click()
    card(desk, "grammar/doubled-word").wait_for()
    assert desk.text == BAD


def test_all_safe_corrections_are_made_at_once(desk: Desk) -> None:
    desk.paste(BAD)
    desk.page.locator(".fix-all button").click()
    card(desk, "grammar/doubled-word").wait_for(state="detached")
    assert "Bake the bread" in desk.text


def test_one_correction_after_the_other_needs_no_answer(desk: Desk) -> None:
    """A click takes its own finding away, and the other corrections stand meanwhile."""
    desk.paste(BAD.replace("your trip", "your your trip"))
    slips = card(desk, "grammar/doubled-word")
    slips.nth(1).wait_for()
    desk.page.context.set_offline(True)
    for left in (1, 0):
        slips.first.locator(".actions button").first.click()
        assert slips.count() == left
    assert "Bake the bread" in desk.text
    assert "your trip" in desk.text
    desk.page.context.set_offline(False)


def test_undo_beside_a_message_is_that_of_its_own_step(desk: Desk) -> None:
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").locator(".actions button").first.click()
    desk.page.locator(".toast.shown button").wait_for()
    desk.page.click(".cm-content")
    desk.page.keyboard.type("x")
    assert desk.page.locator(".toast.shown").count() == 0


def test_a_whole_posting_is_read_from_its_top(desk: Desk) -> None:
    desk.paste(BAD + "\nWe bake.\n" * 80)
    desk.page.locator(".fold-chip").wait_for()
    assert desk.page.locator(".cm-scroller").evaluate("e => e.scrollTop") == 0


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_each_tab_is_where_it_was_left(
    browser: Any, writing: Running, width: int, height: int
) -> None:
    desk = desk_at(browser, writing, viewport={"width": width, "height": height})
    desk.paste(BAD + "".join(f"\n## Part {n}\n\nBake the the bread.\n" for n in range(30)))
    desk.tab("findings")
    desk.page.locator(".card").nth(20).scroll_into_view_if_needed()
    far = "Math.max(scrollY, document.querySelector('.side').scrollTop)"
    left = desk.page.evaluate(far)
    assert left > 300
    chosen = "document.querySelector('#tab-%s').click()"  # a mouse that scrolls nothing first
    desk.page.evaluate(chosen % "details")
    assert desk.page.evaluate(far) == 0
    desk.page.evaluate(chosen % "findings")
    assert desk.page.evaluate(far) == left
    desk.page.context.close()


def test_a_misspelt_word_is_changed_to_the_one_that_is_named(desk: Desk) -> None:
    desk.paste(BAD.replace("bread that", "breadd that"))
    row = card(desk, "grammar/misspelling")
    row.get_by_role("button", name="Change to “bread”").click()
    row.wait_for(state="detached")
    assert "the the bread that" in desk.text


def test_a_line_that_is_being_written_is_not_called_unfinished(desk: Desk) -> None:
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").wait_for()
    desk.tab("sections")
    desk.page.locator(".missing button").first.click()
    desk.until(lambda: "## What you bring" in desk.text)
    desk.tab("findings")
    empty = card(desk, "lists/empty-item")
    empty.wait_for()  # nobody writes there now
    desk.page.locator(".cm-line", has_text="What you bring").click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.press("ArrowUp")
    empty.wait_for(state="detached")
    desk.page.keyboard.press("ArrowUp")
    empty.wait_for()


def test_a_finding_is_left_with_a_reason(desk: Desk) -> None:
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").get_by_role("button", name="Leave it").click()
    desk.page.get_by_label("Why may it stay?").fill("it is a song")
    desk.page.get_by_role("button", name="Leave it", exact=True).click()
    card(desk, "grammar/doubled-word").wait_for(state="detached")
    assert "jdlint-ignore-line grammar/doubled-word: it is a song" in desk.text


def test_marks_are_written_by_buttons_and_keys(desk: Desk) -> None:
    page, keys = desk.page, desk.page.keyboard
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").wait_for()
    page.locator(".cm-line", has_text="upto date").click()
    keys.press("End")
    for words in ("Sell it", "", "How to apply"):
        keys.press("Enter")
        keys.type(words)
    page.get_by_role("button", name="Heading", exact=True).click()
    keys.press("End")
    keys.press("Enter")
    keys.type("Write soon")
    page.get_by_role("button", name="Bold", exact=True).click()
    page.get_by_role("button", name="List", exact=True).click()
    end = ") upto date\n* Sell it\n\n## How to apply\n* Write **soon**\n"
    desk.until(lambda: end in desk.text)
    page.get_by_role("button", name="Bold", exact=True).click()
    page.get_by_role("button", name="List", exact=True).click()
    desk.until(lambda: end.replace("* Write **soon**", "Write soon") in desk.text)


def test_missing_sections_are_named_and_added(desk: Desk) -> None:
    desk.paste(BAD)
    desk.tab("sections")
    row = desk.page.locator(".missing li", has_text="What the person should bring")
    row.get_by_role("button").click()
    desk.page.locator(".missing li", has_text="What the person should bring").wait_for(
        state="detached"
    )
    assert "## What you bring" in desk.text


def test_the_preview_runs_nothing(desk: Desk) -> None:
    desk.paste(
        BAD
        + (
            "\n<script>window.bad = 1</script><img src=x onerror='window.bad=1'>\n\n"
            "[x](javascript:alert(1))\n"
        )
    )
    desk.tab("preview")
    desk.page.locator(".paper h2", has_text="Responsibilities").wait_for()
    assert desk.page.locator(".paper h1").inner_text() == "Pastry chef"
    assert desk.page.evaluate("window.bad") is None
    assert desk.page.locator(".paper a[href^='javascript']").count() == 0
    assert desk.page.locator(".paper script, .paper img").count() == 0


def test_a_paste_from_a_word_processor_becomes_markdown(desk: Desk) -> None:
    html = (
        "<h1>Baker</h1><h2>Your tasks</h2><ul><li>Bake <b>bread</b><ul><li>of rye</li></ul></li>"
        "</ul>"
    )
    desk.paste("Baker Your tasks", html)
    desk.until(lambda: "of rye" in desk.text)
    assert (
        desk.text == '---\ntitle: "Baker"\n---\n\n## Your tasks\n\n* Bake **bread**\n  * of rye\n'
    )


def test_a_paste_into_a_text_keeps_its_title_as_a_heading(desk: Desk) -> None:
    html = "<h1>The bakery</h1><p>We bake <b>rye</b>.</p>"
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").wait_for()
    desk.page.click(".cm-content")
    desk.page.keyboard.press("Control+End")
    desk.paste("The bakery", html)
    desk.until(lambda: "## The bakery\n\nWe bake **rye**." in desk.text)
    desk.paste("The bakery", html, over=True)
    desk.until(lambda: desk.text == '---\ntitle: "The bakery"\n---\n\nWe bake **rye**.\n')


def test_a_posting_to_fill_in(desk: Desk) -> None:
    desk.page.locator(".welcome").get_by_role("button", name="Posting to fill in").click()
    desk.until(lambda: card(desk, "style/placeholder").count() == 7)  # nothing is filled in yet
    desk.page.locator("#tab-sections").click()
    desk.page.locator(".complete").wait_for()


def test_a_word_is_known_in_this_browser(browser: Any, server: Running) -> None:
    desk = desk_at(browser, server)
    desk.paste(PAGE + "\nWe bake a good breadd every day.\n")
    card(desk, "grammar/misspelling").get_by_role("button", name="is a word").click()
    card(desk, "grammar/misspelling").wait_for(state="detached")
    assert desk.page.get_by_role("button", name="Save").count() == 0
    desk.page.context.close()


def test_it_works_with_the_keyboard_alone(desk: Desk) -> None:
    desk.paste(BAD)
    card(desk, "grammar/doubled-word").wait_for()
    desk.page.locator("#tab-findings").focus()
    desk.page.keyboard.press("ArrowRight")
    assert desk.page.evaluate("document.activeElement.id") == "tab-details"
    desk.page.keyboard.press("ArrowLeft")
    for _ in range(12):
        desk.page.keyboard.press("Tab")
        if "Remove" in desk.page.evaluate("document.activeElement.textContent"):
            break
    desk.page.keyboard.press("Enter")
    card(desk, "grammar/doubled-word").wait_for(state="detached")
    desk.page.locator("header button", has_text="Copy").focus()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("ArrowDown")
    assert desk.page.evaluate("document.activeElement.textContent") == "As plain text"
    desk.page.keyboard.press("Escape")
    assert "Copy" in desk.page.evaluate("document.activeElement.textContent")


def test_a_server_that_is_away_loses_nothing(browser: Any, writing: Running) -> None:
    desk = desk_at(browser, writing)
    desk.page.wait_for_selector(".cm-content")
    desk.page.context.set_offline(True)
    desk.paste(BAD)
    desk.page.locator(".status[data-state=offline]").wait_for()
    desk.page.context.set_offline(False)
    card(desk, "grammar/doubled-word").wait_for()
    assert desk.text == BAD
    desk.page.context.close()


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_nothing_is_wider_than_the_window(browser: Any, writing: Running, width: int) -> None:
    desk = desk_at(browser, writing, viewport={"width": width, "height": 800})
    desk.page.wait_for_selector(".cm-content")
    desk.paste(BAD + "\n" + "long" * 80 + "\n")
    desk.page.wait_for_selector(".card", state="attached")
    for name in ("findings", "details", "sections", "preview"):
        desk.tab(name)
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    desk.page.context.close()
