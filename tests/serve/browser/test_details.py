"""The form: filled from the text, and what is wrong in it leads to its fields."""

from __future__ import annotations

import pytest

from tests.serve.browser.conftest import BAD, Desk, card


def test_what_lacks_is_added_from_its_finding(desk: Desk) -> None:
    desk.paste(BAD.replace("layout: job\n", "layout: job\ndate_posted: soon\n"))
    row = card(desk, "front-matter/schema")
    row.get_by_role("button", name="Details").click()
    assert desk.page.evaluate("document.activeElement.labels[0].innerText") == "Posted on"
    kind = desk.page.get_by_label("Type of employment")
    kind.select_option(label="Part time")
    desk.until(lambda: "employment_type: PART_TIME" in desk.text)


def test_a_title_that_lacks_is_written_from_its_finding(desk: Desk) -> None:
    desk.paste(BAD.replace("title: Pastry chef\n", ""))
    card(desk, "front-matter/schema").get_by_role("button", name="Details").click()
    assert "Job title" in desk.page.evaluate("document.activeElement.labels[0].innerText")
    desk.page.keyboard.type("Baker")
    card(desk, "front-matter/schema").wait_for(state="detached")
    assert "title: Baker\n" in desk.text


def test_a_finding_above_the_text_leads_to_its_field(desk: Desk) -> None:
    desk.paste(BAD.replace("layout: job\n", "layout: job\nclose_date: 2020-02-03\n"))
    row = desk.page.locator(".card", has_text="2020-02-03").first
    row.get_by_role("button", name="Details").click()
    assert desk.page.evaluate("document.activeElement.labels[0].innerText") == "Close date"
    assert desk.page.get_by_label("Open until").count() == 0  # it is asked once


@pytest.mark.parametrize(
    ("typed", "meant"), [("34.000", "34000"), ("34,000", "34000"), ("12,50", "12.5"), ("40", "40")]
)
def test_figures_are_read_as_people_write_them(desk: Desk, typed: str, meant: str) -> None:
    desk.paste(BAD)
    desk.tab("details")
    desk.page.get_by_label("Pay from").fill(typed)
    desk.until(lambda: f"\nsalary_min: {meant}\n" in desk.text)


def test_form_and_text_stay_one(desk: Desk) -> None:
    desk.paste(BAD.replace("layout: job", "layout: job  # the usual"))
    desk.tab("details")
    title = desk.page.get_by_label("Job title")
    desk.until(lambda: title.input_value() == "Pastry chef")
    title.fill("Head baker")
    desk.page.get_by_label("Place of work").fill("Graz: old town")
    desk.page.get_by_label("Open until").fill("2027-03-31")
    desk.until(lambda: all(word in desk.text for word in ("Head baker", "Graz", "valid_through")))
    front = desk.text.split("---\n")[1]
    assert front == (
        'title: Head baker\nlayout: job  # the usual\nlocation: "Graz: old town"\n'
        "valid_through: 2027-03-31\n"
    )
    desk.page.get_by_role("button", name="Undo").first.click()
    desk.until(lambda: "valid_through" not in desk.text)
    desk.until(lambda: desk.page.get_by_label("Open until").input_value() == "")
