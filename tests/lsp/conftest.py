"""A small site whose one page has what an editor should show."""

from __future__ import annotations

from pathlib import Path

import pytest

BAKER = "content/jobs/baker.md"
PAGE = """---
layout: job
title: Baker
employment_type: FULL_TIME
---

We look for a baker 🥖 with the the patience of a mill.

## Responsibilities

* Bake bread with [our team](/handbook/team/)
* Clean the ovens every an hour

## Requirements

* You have aproved experience
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_in(tmp_path)


def site_in(tmp_path: Path) -> Path:
    """The site, made in a folder that is empty."""
    for name in ("jobs", "handbook"):
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "hugo.toml").write_text('baseURL = "https://mill.example/"\n')
    (tmp_path / "jdlint.yaml").write_text(
        "pages: content/jobs/*.md\nsite: {complete: true}\n"
        "documentation: https://docs.example/jdlint\n"
    )
    (tmp_path / "content" / "handbook" / "team.md").write_text(
        "---\ntitle: Team\n---\n\n## Night shift\n"
    )
    (tmp_path / "content" / "jobs" / "baker.md").write_text(PAGE, encoding="utf-8")
    return tmp_path
