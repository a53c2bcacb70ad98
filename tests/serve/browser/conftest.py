"""Debian's Chromium and Firefox, a server that writes and keeps drafts, and a person before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.serve.conftest import PAGE
from tests.serve.server import Running, serving, until

BAD = PAGE.replace("Bake the bread", "Bake the the bread").replace("up to date", "upto date")

# what is copied next: the browser's own clipboard, since Firefox empties that of a made-up event
COPIED = """([text, html]) => addEventListener("copy", (event) => {
  event.clipboardData.setData("text/plain", text);
  if (html) event.clipboardData.setData("text/html", html);
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true, once: true })"""


class Desk(NamedTuple):
    """A person's browser at the page."""

    page: Any
    server: Running

    @property
    def text(self) -> str:
        """All of the text, what is folded away too."""
        kept = self.page.evaluate("sessionStorage.getItem('jdlint.draft')")
        return str(json.loads(kept)["text"]) if kept else ""

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        assert until(holds, 15), "it came not to hold"

    def paste(self, text: str, html: str = "", *, over: bool = False) -> None:
        """Paste into the text (or ``over`` all of it) what another program has copied."""
        self.page.click(".cm-content")
        if over:
            self.page.keyboard.press("Control+A")
        self.page.evaluate(COPIED, [text, html])
        self.page.keyboard.press("Control+C")
        self.page.keyboard.press("Control+V")

    def tab(self, name: str) -> None:
        self.page.click(f"#tab-{name}")

    def choose(self, menu: str, row: str) -> None:
        self.page.get_by_role("button", name=menu, exact=False).first.click()
        self.page.get_by_role("menuitem", name=row).click()


def card(desk: Desk, rule: str) -> Any:
    """The findings of a rule, as the list shows them."""
    return desk.page.locator(f".card[data-rule='{rule}']")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Looks and widths are tried in Firefox too where there is time."""
    for item in items:
        here = "[firefox-" in item.name and Path(__file__).parent in item.path.parents
        if here and item.name.startswith(("test_the_desk", "test_nothing_is_wider")):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Any:
    """Each browser that is here; the tests of one that is not are skipped."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def writing(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    store = tmp_path_factory.mktemp("store") / "drafts.db"
    with serving(site, "--write", "--store", str(store)) as running:
        yield running


def desk_at(browser: Any, server: Running, path: str = "", **options: Any) -> Desk:
    """A new person at the page."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(f"{server.url}/{path}")
    return Desk(page, server)


@pytest.fixture
def desk(browser: Any, writing: Running) -> Iterator[Desk]:
    made = desk_at(browser, writing)
    wrong: list[str] = []
    made.page.on("pageerror", lambda error: wrong.append(str(error)))
    made.page.on(
        "console",
        lambda message: wrong.append(message.text) if "Content Security" in message.text else None,
    )
    made.page.wait_for_selector(".cm-content")
    yield made
    made.page.context.close()
    assert wrong == []
