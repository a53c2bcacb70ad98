"""Every view is free of what axe-core finds, in light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest

from tests.serve.browser.conftest import BAD, Desk, desk_at
from tests.serve.server import Running


def faults(desk: Desk) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    desk.page.wait_for_timeout(250)  # what fades in has its contrast then
    found = axe.run(desk.page).response["violations"]
    return [
        f"{v['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for v in found
        for node in v["nodes"]
    ]


# each width and each scheme at once, the other two pairs where there is time
LOOKS = [
    (1280, "light"),
    (390, "dark"),
    pytest.param(1280, "dark", marks=pytest.mark.slow),
    pytest.param(390, "light", marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_desk(browser: Any, writing: Running, width: int, scheme: str) -> None:
    desk = desk_at(browser, writing, viewport={"width": width, "height": 844}, color_scheme=scheme)
    desk.page.wait_for_selector(".cm-content")
    assert faults(desk) == [], "empty"
    desk.paste(BAD)
    desk.page.wait_for_selector(".card", state="attached")
    assert faults(desk) == [], "with a text"
    if width > 1000:  # a phone has no such keys
        desk.page.click(".cm-content")
        desk.page.keyboard.press("Control+F")
        desk.page.wait_for_selector(".cm-search")
        assert faults(desk) == [], "search"
        desk.page.keyboard.press("Escape")
    for name in ("findings", "details", "sections", "preview"):
        desk.tab(name)
        assert faults(desk) == [], name
    desk.tab("findings")
    desk.page.locator("summary").first.click()
    desk.page.locator("header button", has_text="Start").click()
    assert faults(desk) == [], "menu"
    desk.page.get_by_role("menuitem", name="Page of the website").click()
    desk.page.wait_for_selector(".pages button")
    assert faults(desk) == [], "pages"
    desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name="Leave it").first.click()
    assert faults(desk) == [], "leave"
    desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name="Share").click()
    desk.page.get_by_role("button", name="Make a link").click()
    desk.page.wait_for_selector("#link")
    assert faults(desk) == [], "share"
    link = desk.page.locator("#link").input_value()
    desk.page.keyboard.press("Escape")
    desk.tab("comments")
    assert faults(desk) == [], "no comments"
    desk.page.goto(link)
    desk.page.wait_for_selector(".card", state="attached")
    assert faults(desk) == [], "shared"
    desk.tab("comments")
    desk.page.get_by_role("button", name="Comment").last.click()
    assert faults(desk) == [], "comment"
    desk.page.goto(link[:-5] + "xxxxx")
    desk.page.wait_for_selector(".gone")
    assert faults(desk) == [], "gone"
    desk.page.context.close()
