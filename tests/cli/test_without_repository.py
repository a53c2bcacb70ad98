"""A folder that is no repository and has no configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer


def test_a_page_is_judged_the_same_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jdlint: Callable[..., Answer]
) -> None:
    page = tmp_path / "careers" / "second-baker" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Second baker\n---\n\nWe bake bread.\n")
    monkeypatch.chdir(tmp_path)
    for name in ("careers/second-baker/index.md", "careers/second-baker", "careers", "."):
        said = jdlint("check", "--why", name).out
        assert "index.md: a job page: it lies in “careers/”" in said


def test_why_says_of_an_index_what_a_check_of_its_folder_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jdlint: Callable[..., Answer]
) -> None:
    page = tmp_path / "jobs" / "index.md"
    page.parent.mkdir()
    page.write_text(
        "---\ntitle: Work with us\n---\n\nWe are looking for a baker who bakes at night. "
        "Send your CV to jobs@fernhill.example.\n"
    )
    monkeypatch.chdir(tmp_path)
    assert "1 page checked" in jdlint("check", ".").out
    said = jdlint("check", "--why", "jobs/index.md").out
    assert "index.md: a job page: its title is “Work with us”" in said
    assert "passed over" not in said
