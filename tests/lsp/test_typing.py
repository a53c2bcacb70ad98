"""Typing into a page of a real site: nothing stale is shown, and at the end nothing is lost."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED
from tests.lsp.client import Client, editor

pytest.importorskip("pygls", reason="the extra jdlint[lsp] is not installed")
SITE = SHARED / "corpora" / "gitlab-2022"
WORDS = (
    "Work with the the team on plans, and explain what you need to other people in an clear way. "
)
KEYS = 200


def page_of(site: Path) -> Path:
    """A job page of middle size."""
    pages = sorted(site.glob("**/job-families/**/*.md"), key=lambda path: path.stat().st_size)
    return pages[len(pages) // 2]


def shown(client: Client, name: str) -> list[dict[str, Any]]:
    rows = client.found[client.uri(name)]["diagnostics"]
    return sorted(rows, key=lambda row: str((row["range"], row["code"], row["message"])))


def settled(client: Client, name: str, version: int) -> list[dict[str, Any]]:
    """The findings once the site has answered, too: nothing new for five seconds."""
    uri = client.uri(name)
    client.wait(lambda: client.found.get(uri, {}).get("version") == version, 120)
    quiet = time.monotonic()
    while time.monotonic() - quiet < 5:
        time.sleep(0.2)
        quiet = max(quiet, *(at for at, seen, _ in client.arrived if seen == uri))
    return shown(client, name)


@pytest.mark.slow
def test_typing_in_a_page_of_a_real_site() -> None:
    if not SITE.is_dir():
        pytest.skip("../shared/corpora is not here")
    name = page_of(SITE).relative_to(SITE).as_posix()
    text, draw = (SITE / name).read_text(encoding="utf-8"), random.Random(1)
    with editor(SITE) as client:
        client.open(name, text)
        settled(client, name, 1)
        for number in range(KEYS):
            text += WORDS[number % len(WORDS)]
            sent = number + 2
            client.change(name, text, sent)
            time.sleep(draw.choice((0.005, 0.03, 0.12)))
        typed = settled(client, name, sent)
        versions = [seen for _, uri, seen in client.arrived if uri == client.uri(name)]
        assert versions == sorted(versions, key=lambda v: v or 0), (
            "an older text is never shown later"
        )
        assert client.messages == []
    with editor(SITE) as client:
        client.open(name, text)
        assert settled(client, name, 1) == typed, "what typing shows is what opening shows"
    assert sum(row["code"] == "grammar/doubled-word" for row in typed) >= KEYS // len(WORDS)
