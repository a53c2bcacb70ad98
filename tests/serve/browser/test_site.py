"""Pages of the site, Word files, links to send, two people at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.serve.browser.conftest import BAD, Desk, desk_at
from tests.serve.conftest import PAGE
from tests.serve.server import Running, serving
from tests.serve.word_files import word_file

CARD = ".card[data-rule='grammar/doubled-word']"


def opened(desk: Desk, name: str) -> None:
    desk.choose("Start", "Page of the website")
    desk.page.get_by_label("Search").fill(name)
    desk.page.locator(".pages button").first.click()
    desk.page.locator(".doc-path", has_text=f"{name}.md").wait_for()


def changed(desk: Desk, old: str, new: str) -> None:
    """Change words with the keyboard, by the editor's own search."""
    desk.page.evaluate("document.querySelector('.fold-chip')?.click()")
    line = desk.page.locator(".cm-line", has_text=old).first
    line.click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.type(new)


def test_a_page_is_opened_and_saved(desk: Desk, site: Path) -> None:
    before = (site / "jobs" / "waiter.md").read_text()
    opened(desk, "waiter")
    changed(desk, "We pay for your trip", " And more.")
    desk.page.get_by_role("button", name="Save").click()
    desk.page.locator(".toast", has_text="Saved to jobs/waiter.md").wait_for()
    assert (site / "jobs" / "waiter.md").read_text() == before.replace(
        "each year.", "each year. And more."
    )
    (site / "jobs" / "waiter.md").write_text(before)


def test_undo_brings_a_text_back_with_its_own_page(desk: Desk) -> None:
    """What is brought back is saved where it was, not over the page that stood here meanwhile."""
    desk.paste(BAD)
    desk.page.locator(CARD).wait_for()
    desk.choose("Start", "Page of the website")
    desk.page.locator(".pages button", has_text="waiter").click()
    desk.page.get_by_role("button", name="Replace it").click()
    path = desk.page.locator(".doc-path")
    desk.until(lambda: path.inner_text() == "jobs/waiter.md")
    desk.page.get_by_role("button", name="Undo").first.click()
    desk.until(lambda: desk.text == BAD)
    assert path.inner_text() == ""
    desk.page.get_by_role("button", name="Save").click()
    desk.page.get_by_label("Name of the page").wait_for()
    desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name="Redo").first.click()
    desk.until(lambda: path.inner_text() == "jobs/waiter.md")


def test_a_heading_that_lacks_is_added_from_its_finding(browser: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "jdlint.yaml").write_text(
        "sections: [{name: Responsibilities}, {name: How we hire, required: true}]\n"
    )
    with serving(tmp_path) as running:
        desk = desk_at(browser, running)
        desk.paste(BAD)
        row = desk.page.locator(".card[data-rule='sections/missing-section']")
        row.get_by_role("button", name="Add the heading “How we hire”").click()
        row.wait_for(state="detached")
        assert "## How we hire" in desk.text
        desk.page.context.close()


def test_a_page_in_a_folder_of_its_own_is_named_by_it(browser: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    path = tmp_path / "jobs" / "night-porter" / "index.html.md"
    path.parent.mkdir(parents=True)
    path.write_text(BAD)
    with serving(tmp_path) as running:
        desk = desk_at(browser, running)
        desk.choose("Start", "Page of the website")
        row = desk.page.locator(".pages button")
        assert row.inner_text().split("\n") == ["Night porter", "jobs/night-porter/index.html.md"]
        desk.page.context.close()


def test_a_newer_page_is_not_saved_over(desk: Desk, site: Path) -> None:
    path = site / "jobs" / "barista.md"
    before = path.read_text()
    opened(desk, "barista")
    changed(desk, "We pay for your trip", " And more.")
    path.write_text(before + "\nSomebody else wrote this.\n")
    desk.page.get_by_role("button", name="Save").click()
    desk.page.locator("dialog", has_text="Somebody changed this page").wait_for()
    assert path.read_text() == before + "\nSomebody else wrote this.\n"
    desk.page.get_by_role("button", name="Open the newer page").click()
    desk.page.get_by_role("button", name="Replace it").click()
    desk.until(lambda: "Somebody else wrote this." in desk.text)
    path.write_text(before)


def test_a_new_page_gets_a_name(desk: Desk, site: Path) -> None:
    desk.paste(BAD.replace("Pastry chef", "Night porter"))
    desk.page.locator(CARD).wait_for()
    desk.page.get_by_role("button", name="Save").click()
    field = desk.page.get_by_label("Name of the page")
    desk.until(field.input_value)
    assert field.input_value() == "jobs/night-porter.md"
    desk.page.locator("dialog").get_by_role("button", name="Save").click()
    desk.page.locator(".toast", has_text="Saved to").wait_for()
    assert (site / "jobs" / "night-porter.md").read_text().startswith("---\ntitle: Night porter\n")
    (site / "jobs" / "night-porter.md").unlink()


def test_siblings_say_what_they_write(desk: Desk) -> None:
    opened(desk, "sous-chef")
    desk.page.locator(".status", has_text="comparing").wait_for()
    desk.paste(PAGE.replace("a course of your choice", "the course of your choice"), over=True)
    desk.page.locator(".card[data-rule^='consistency/']").first.wait_for()
    assert "comparing" not in desk.page.locator(".status").inner_text()


def test_a_word_file_is_brought_in(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "baker.docx"
    path.write_bytes(word_file())
    desk.page.set_input_files("input[type=file]", path)
    said = desk.page.locator("dialog .said")
    said.wait_for()
    assert "tracked deletion" in said.inner_text()
    desk.page.keyboard.press("Escape")
    assert "## Your tasks" in desk.text
    assert "  * of rye" in desk.text


def test_a_draft_is_shared_commented_and_deleted(
    desk: Desk, browser: Any, writing: Running
) -> None:
    desk.paste(BAD)
    desk.page.locator(CARD).wait_for()
    desk.page.get_by_role("button", name="Share").click()
    desk.page.get_by_role("button", name="Make a link").click()
    link = desk.page.locator("#link").input_value()
    assert "on this computer only" in desk.page.locator(".made-link").inner_text()
    other = desk_at(browser, writing, link.removeprefix(writing.url + "/"))
    other.page.locator(CARD).wait_for()
    assert "the the" in other.page.locator(".cm-content").inner_text()
    other.page.click(".cm-content")
    other.page.keyboard.type("I was here")
    assert "I was here" not in other.page.locator(".cm-content").inner_text()
    assert desk.page.locator("#tab-comments").is_visible()
    assert other.page.get_by_role("button", name="Remove").count() == 0
    other.page.locator(CARD).get_by_role("button", name="Comment").click()
    other.page.get_by_label("Your comment").fill("Please <b>mend</b> this")
    other.page.get_by_label("Your name").fill("Ada")
    other.page.get_by_role("button", name="Send").click()
    other.page.locator(f"{CARD} .comment-rows", has_text="Please <b>mend</b> this").wait_for()
    desk.page.reload()  # who wrote it sees it too, beside the same finding
    desk.page.locator(f"{CARD} .comment-rows", has_text="Please <b>mend</b> this").wait_for()
    desk.tab("comments")
    desk.page.locator(".panel.comments", has_text="Drop one “the”").wait_for()
    desk.page.locator(".panel.comments", has_text="Ada").wait_for()
    desk.page.get_by_role("button", name="Share").click()
    desk.page.locator(".links button").first.click()
    desk.page.locator(".toast", has_text="deleted").wait_for()
    assert not desk.page.locator("#tab-comments").is_visible()
    other.page.reload()
    other.page.locator("h1", has_text="not here any more").wait_for()
    other.page.context.close()


def test_two_people_at_once(browser: Any, writing: Running) -> None:
    one, two = desk_at(browser, writing), desk_at(browser, writing)
    one.paste(BAD)
    two.paste(BAD.replace("Pastry chef", "Night porter").replace("the the", "the"))
    one.page.locator(CARD).wait_for()
    two.page.locator("h1", has_text="Night porter").wait_for()
    assert two.page.locator(CARD).count() == 0
    assert one.page.locator("h1").inner_text() == "Pastry chef"
    for desk in (one, two):
        desk.page.context.close()
