"""A word about what a run passed over: a cache folder, a configuration further down."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdlint.io import store


@pytest.fixture
def passed_over(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Asks for a cache folder, as a process does that has asked for none before."""

    def ask(folder: str) -> None:
        monkeypatch.setenv("JDLINT_CACHE_DIR", folder)
        monkeypatch.setattr(store, "_known", {})
        monkeypatch.setattr(store, "_refused", {})

    return ask


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="POSIX only")
@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("{outside}/open", "other users may write to it"),
        (".cache", "it lies in the project"),
        ("{outside}/file", "it cannot be used"),
    ],
)
def test_a_cache_folder_that_is_not_used_is_said_once(
    repo: Path,
    jdlint: Any,
    passed_over: Callable[[str], None],
    tmp_path_factory: pytest.TempPathFactory,
    folder: str,
    why: str,
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "open").mkdir()
    (outside / "open").chmod(0o777)
    (outside / "file").touch()
    name = folder.format(outside=outside)
    passed_over(name)
    answer = jdlint("check", "--format", "json")
    assert answer.data["summary"]["pages"] == 1
    assert answer.err.startswith(f"jdlint: nothing is kept in {name}: {why}")
    assert answer.err.count("\n") == 1
    assert jdlint("rules").err == ""
    assert why in jdlint("config").out


@pytest.mark.parametrize("folder", ["", "{outside}"])
def test_one_that_is_used_or_off_needs_no_word(
    repo: Path,
    jdlint: Any,
    passed_over: Callable[[str], None],
    tmp_path_factory: pytest.TempPathFactory,
    folder: str,
) -> None:
    passed_over(folder.format(outside=tmp_path_factory.mktemp("outside")))
    assert jdlint("check").err == ""


@pytest.mark.parametrize("name", ["jdlint.yaml", ".jdlint.yml", "pyproject.toml"])
def test_a_configuration_further_down_is_said(repo: Path, jdlint: Any, name: str) -> None:
    text = "[tool.jdlint]\nexclude = 'x'\n" if name.endswith("toml") else "exclude: x\n"
    (repo / "jobs" / name).write_text(text)
    alone = jdlint("check").out
    assert f"jobs/{name}: not read, as other folders are asked for too" in alone
    (repo / "jdlint.yaml").write_text("pages: jobs/**\n")
    for args in ((), ("jobs/installer.md",), ("jobs",)):
        assert f"jobs/{name}: not read, as jdlint.yaml above holds" in jdlint("check", *args).out
    assert "not read" in jdlint("config", "jobs/installer.md").out
    machine = jdlint("check", "--format", "gitlab")
    assert machine.out.strip() == "[]"
    assert machine.err == ""


def test_one_that_is_read_or_beside_the_pages_is_not(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "jdlint.yaml").write_text("exclude: x\n")
    (repo / "tests").mkdir()
    (repo / "tests" / "jdlint.yaml").write_text("exclude: x\n")
    assert "not read" not in jdlint("check", "jobs").out  # the only one above the pages
    assert "not read" not in jdlint("check", "--config", "jobs/jdlint.yaml").out
    (repo / "jdlint.yaml").write_text("extends: jobs/jdlint.yaml\n")
    assert "not read" not in jdlint("check").out
    assert "extends        jobs/jdlint.yaml" in jdlint("config").out
    (repo / "jobs" / "jdlint.yaml").unlink()
    (repo / "jdlint.yaml").unlink()
    (repo / "jobs" / "pyproject.toml").write_text("[tool.ruff]\n")
    assert "not read" not in jdlint("check").out


POSTING = """---
title: Ship Mate {name}
location: Riga
employment_type: full-time
---

## Responsibilities

* Sail

## Requirements

* Rope
"""


def test_a_file_among_job_pages_that_is_none_is_named(repo: Path, jdlint: Any) -> None:
    folder = repo / "team"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.md").write_text(POSTING.format(name=name), encoding="utf-8")
    for name in ("ropes", "index"):
        (folder / f"{name}.md").write_text("# Ropes\n\nWe like ropes.\n", encoding="utf-8")
    said = jdlint("check", "team").out
    assert "ropes.md: not checked, no job page by its looks" in said
    assert "index.md" not in said


def test_a_folder_of_other_pages_needs_no_word(repo: Path, jdlint: Any) -> None:
    folder = repo / "team"
    folder.mkdir()
    (folder / "a.md").write_text(POSTING.format(name="a"), encoding="utf-8")
    for name in ("ropes", "sails"):
        (folder / f"{name}.md").write_text("# Ropes\n\nWe like ropes.\n", encoding="utf-8")
    assert "not checked" not in jdlint("check", "team").out
