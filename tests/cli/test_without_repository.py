"""A folder that is no repository and has no configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer


def test_without_a_repository_names_count_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jdlint: Callable[..., Answer]
) -> None:
    page = tmp_path / "careers" / "second-baker" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Second baker\n---\n\nWe bake bread.\n")
    monkeypatch.chdir(tmp_path)
    for name in ("careers/second-baker/index.md", "careers", "."):
        said = jdlint("check", "--why", name).out
        assert said.startswith("careers/second-baker/index.md: a job page: it lies in “careers/”")


def test_a_home_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jdlint: Callable[..., Answer]
) -> None:
    page = tmp_path / "drafts" / "baker.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Baker\n---\n\n## Requirements\n\nPatience\n")
    (tmp_path / "jobs").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert jdlint("check", "--why", "drafts/baker.md").out.startswith("baker.md: a job page")
