"""A check of nothing is not green, and a page is judged alike however it is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import GOOD


def test_patterns_that_match_nothing(repo: Path, jdlint: Any) -> None:
    (repo / "jdlint.yaml").write_text("pages: careers/**/*.md\n")
    answer = jdlint("check", ".")
    assert answer.code == 2
    assert "“pages” of jdlint.yaml (careers/**/*.md) matches none" in answer.out
    assert jdlint("check", ".", "--allow-none").code == 0


def test_a_named_file_is_checked_whatever_it_looks_like(repo: Path, jdlint: Any) -> None:
    (repo / "README.md").write_text("# Read me\n\nYou keep keep it.\n")
    assert jdlint("check", "README.md", "--format", "json").rules == ["grammar/doubled-word"]
    # as a hook passes what changed, and as a folder is checked: it is no job page
    hook = jdlint("check", "README.md", "--allow-none")
    assert hook.code == 0
    assert "this file is not a job page" in hook.out
    assert jdlint("check", "--format", "json").rules == []


def test_a_dash_is_standard_input(repo: Path, jdlint: Any) -> None:
    text = "---\ntitle: Installer\n---\n\nYou keep keep it.\n"
    rows = jdlint("check", "-", "--format", "json", piped=text).data["diagnostics"]
    assert [row["path"] for row in rows] == ["stdin.md"]
    named = jdlint("check", "-", "--stdin-filename", "jobs/x.md", "--format", "json", piped=text)
    assert [row["path"] for row in named.data["diagnostics"]] == ["jobs/x.md"]


def test_why_a_file_is_a_job_page(repo: Path, jdlint: Any) -> None:
    (repo / "README.md").write_text("# Read me\n")
    (repo / "jobs" / "a.md").write_text(GOOD)
    (repo / "jobs" / "list.md").write_text("# Jobs\n\n- [Installer](a.md)\n")
    out = jdlint("check", "--why").out
    assert "jobs/a.md: a job page: it lies in “jobs/”; in English " in out
    assert "jobs/list.md: no job page" in out
    assert "README.md: no job page: “README.md” is the name of a file about others" in out
    assert "configuration: none" in out
    (repo / "jdlint.yaml").write_text("pages: jobs/a.md\n")
    out = jdlint("check", "--why", "jobs/a.md", "README.md").out
    assert "jobs/a.md: a job page: “pages” of jdlint.yaml says so" in out
    assert "README.md: no job page: “pages” of jdlint.yaml says so" in out


@pytest.mark.parametrize("git", [True, False])
def test_a_configuration_from_elsewhere_counts_from_here(
    repo: Path, jdlint: Any, tmp_path_factory: pytest.TempPathFactory, git: bool
) -> None:
    if not git:
        (repo / ".git").rename(tmp_path_factory.mktemp("aside") / "git")
    main = tmp_path_factory.mktemp("main")
    (main / "base.yaml").write_text("grammar: {engine: off}\n")
    (main / "jdlint.yaml").write_text("extends: base.yaml\npages: jobs/*.md\n")
    (repo / "jobs" / "a.md").write_text(GOOD)
    answer = jdlint("check", "--config", str(main / "jdlint.yaml"), "jobs")
    assert "2 pages checked" in answer.out, answer


def test_one_page_or_two_the_same_configuration(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "jdlint.yaml").write_text("rules: {style: off}\n")
    (repo / "jdlint.yaml").write_text("rules: {style/hype: error}\n")
    (repo / "more").mkdir()
    for name in ("jobs/a.md", "more/b.md"):
        (repo / name).write_text(GOOD + "\nYou are a rock star baker.\n")
    one = jdlint("check", "jobs/a.md", "--format", "json").data["diagnostics"]
    two = jdlint("check", "jobs/a.md", "more/b.md", "--format", "json").data["diagnostics"]
    assert one == [row for row in two if row["path"] == "jobs/a.md"]
    assert any(row["rule"] == "style/hype" and row["severity"] == "error" for row in one)
