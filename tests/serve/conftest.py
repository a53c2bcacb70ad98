"""A small site and a server over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.server import Running, serving

PAGE = """---
title: Pastry chef
layout: job
---

## Responsibilities

* Bake the bread that our guests come back for
* Keep the [kitchen handbook](/handbook) up to date

## Benefits

We pay for your trip to work and for a course of your choice each year.
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    (root / "jobs").mkdir()
    (root / "jdlint.yaml").write_text('pages: ["jobs/*.md"]\n')
    (root / ".git").mkdir()
    (root / "secret.txt").write_text("do not tell")
    for name in ("pastry-chef", "sous-chef", "waiter", "barista"):
        title = name.replace("-", " ").capitalize()
        (root / "jobs" / f"{name}.md").write_text(PAGE.replace("Pastry chef", title))
    return root


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Running]:
    with serving(site) as running:
        yield running
