"""Debian's Chromium, a server that writes and keeps drafts, and a person before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.serve.conftest import PAGE
from tests.serve.server import Running, serving, until

BAD = PAGE.replace("Bake the bread", "Bake the the bread").replace("up to date", "upto date")


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
        """Paste into the text (or ``over`` all of it), as the browser would."""
        self.page.click(".cm-content")
        if over:
            self.page.keyboard.press("Control+A")
        self.page.evaluate(
            """([text, html]) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              if (html) data.setData("text/html", html);
              document.querySelector(".cm-content").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            [text, html],
        )

    def tab(self, name: str) -> None:
        self.page.click(f"#tab-{name}")

    def choose(self, menu: str, row: str) -> None:
        self.page.get_by_role("button", name=menu, exact=False).first.click()
        self.page.get_by_role("menuitem", name=row).click()


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
def desk(chromium: Any, writing: Running) -> Iterator[Desk]:
    made = desk_at(chromium, writing)
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
