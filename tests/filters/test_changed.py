"""``--diff-base`` and ``--staged`` in real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.core.diff import changed_lines, changes, split_lines, unified
from tests.cli.conftest import GOOD

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
OLD = GOOD.replace("homes around Kyoto.", "homes in order to warm people.")
NEW = "\nYou teach in order to learn.\n"
WORDY = "style/wordy-phrase"
Git = Callable[..., str]


def git_in(folder: Path) -> Git:
    """Runs git in a folder, with settings that no user has."""

    def git(*arguments: str, cwd: Path = folder) -> str:
        settings = (
            "-c",
            "user.name=Mika",
            "-c",
            "user.email=mika@fernhill.example",
            "-c",
            "init.defaultBranch=main",
        )
        more = (
            "-c",
            "protocol.file.allow=always",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "core.hooksPath=/dev/null",
        )
        done = subprocess.run(
            ["git", *settings, *more, *arguments], cwd=cwd, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.decode()

    return git


@pytest.fixture
def git(repo: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository with one commit on ``main``, in which a branch ``work`` is checked out."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (repo / ".git").rmdir()
    run = git_in(repo)
    run("init", "-q")
    (repo / "jobs" / "old.md").write_text(OLD)
    run("add", ".")
    run("commit", "-qm", "pages")
    run("checkout", "-qb", "work")
    return run


def found(jdlint: Any, *arguments: str) -> list[tuple[str, str, int]]:
    answer = jdlint("check", "--format", "json", "--grammar", "off", *arguments)
    assert answer.err == ""
    return [(d["path"], d["rule"], d["start"]["line"]) for d in answer.data["diagnostics"]]


def test_nothing_changed(repo: Path, git: Git, jdlint: Any) -> None:
    assert found(jdlint) == [("jobs/old.md", WORDY, 6)]
    assert found(jdlint, "--diff-base", "main") == []
    assert found(jdlint, "--staged") == []
    answer = jdlint("check", "--diff-base", "main")
    assert answer.code == 0
    assert "nothing to report on what changed" in answer.out


@pytest.mark.parametrize("commit", [True, False])
def test_lines_since_the_merge_base(repo: Path, git: Git, jdlint: Any, commit: bool) -> None:
    (repo / "jobs" / "old.md").write_text(
        "\ufeff" + OLD.replace("---\n\nYou", "---\n\nWe are Fernhill.\n\nYou") + NEW
    )
    if commit:
        git("commit", "-qam", "more")
        git("checkout", "-q", "main")
        (repo / "jobs" / "installer.md").write_text(GOOD + NEW)
        git("commit", "-qam", "elsewhere")
        git("checkout", "-q", "work")
    assert found(jdlint, "--diff-base", "main") == [("jobs/old.md", WORDY, 20)]
    assert found(jdlint, "--diff-base", "main", "jobs/installer.md") == []


def test_a_known_finding_on_a_line_that_was_changed_counts(
    repo: Path, git: Git, jdlint: Any
) -> None:
    (repo / "jobs" / "old.md").write_text(OLD.replace("You install", "Each day you install"))
    assert found(jdlint, "--diff-base", "main") == [("jobs/old.md", WORDY, 6)]


def test_what_a_deletion_causes(repo: Path, git: Git, jdlint: Any) -> None:
    Path("jdlint.yaml").write_text(
        "pages: jobs/*.md\nsections: [{name: Requirements, required: true}]\n"
    )
    git("add", ".")
    git("commit", "-qm", "sections")
    git("branch", "-f", "main")
    page = repo / "jobs" / "old.md"
    page.write_text(page.read_text().split("## Requirements")[0])
    assert [row[1] for row in found(jdlint, "--diff-base", "main")] == ["sections/missing-section"]


def test_an_alike_finding_above_an_old_one(repo: Path, git: Git, jdlint: Any) -> None:
    page = repo / "jobs" / "old.md"
    page.write_text(GOOD + NEW)
    git("commit", "-qam", "one")
    git("branch", "-f", "main")
    page.write_text(GOOD.replace("---\n\nYou", f"---\n{NEW}\nYou") + NEW)
    assert found(jdlint, "--diff-base", "main") == [("jobs/old.md", WORDY, 6)]


def test_new_untracked_renamed_and_deleted_pages(repo: Path, git: Git, jdlint: Any) -> None:
    git("mv", "jobs/old.md", "jobs/renamed page ü.md")
    (repo / "jobs" / "-new.md").write_text(OLD.replace("people", "cats"))
    (repo / "jobs" / "installer.md").unlink()
    assert found(jdlint, "--diff-base", "main") == [("jobs/-new.md", WORDY, 6)]
    git("add", "-A")
    git("commit", "-qm", "moved")
    assert found(jdlint, "--diff-base", "main") == [("jobs/-new.md", WORDY, 6)]
    page = repo / "jobs" / "renamed page ü.md"
    page.write_text(page.read_text() + NEW)
    assert found(jdlint, "--diff-base", "main")[1:] == [("jobs/renamed page ü.md", WORDY, 18)]
    assert found(jdlint, "--diff-base", "main", "jobs/renamed page ü.md") == [
        ("jobs/renamed page ü.md", WORDY, 18)
    ]


def test_a_root_below_the_repository_and_another_working_directory(
    repo: Path, git: Git, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = repo / "a site"
    (site / "jobs").mkdir(parents=True)
    (site / "jdlint.yaml").write_text("pages: jobs/*.md\n")
    (site / "jobs" / "a.md").write_text(OLD)
    git("add", ".")
    git("commit", "-qm", "site")
    git("branch", "-f", "main")
    (site / "jobs" / "a.md").write_text(OLD + NEW)
    monkeypatch.chdir(site / "jobs")
    assert found(jdlint, "--diff-base", "main") == [("a.md", WORDY, 18)]
    assert found(jdlint, "--staged") == []
    git("add", ".")
    assert found(jdlint, "--staged") == [("a.md", WORDY, 18)]


def test_staged_content_is_what_is_checked(repo: Path, git: Git, jdlint: Any) -> None:
    page = repo / "jobs" / "old.md"
    page.write_text(OLD + NEW)
    git("add", ".")
    page.write_text(OLD + "\nNot staged, in order to be left out.\n")
    (repo / "jobs" / "untracked.md").write_text(OLD)
    assert found(jdlint, "--staged") == [("jobs/old.md", WORDY, 18)]
    page.write_text(OLD)
    assert found(jdlint, "--staged") == [("jobs/old.md", WORDY, 18)]
    page.unlink()
    assert found(jdlint, "--staged") == [("jobs/old.md", WORDY, 18)]
    git("rm", "-q", "--cached", "jobs/old.md")
    page.write_text(OLD + NEW)
    assert found(jdlint, "--staged") == []


def test_the_excerpt_is_of_the_staged_page(repo: Path, git: Git, jdlint: Any) -> None:
    page = repo / "jobs" / "old.md"
    page.write_text(OLD + NEW)
    git("add", ".")
    page.write_text("\n" * 30)
    assert "18 │ You teach in order to learn." in jdlint("check", "--staged").out
    assert jdlint("check", "--staged", "--fix").code == 2


def test_the_first_commit(repo: Path, jdlint: Any) -> None:
    (repo / ".git").rmdir()
    git = git_in(repo)
    git("init", "-q")
    (repo / "jobs" / "old.md").write_text(OLD)
    assert found(jdlint, "--staged") == []
    git("add", ".")
    assert found(jdlint, "--staged") == [("jobs/old.md", WORDY, 6)]
    assert "there is no commit “main” here" in jdlint("check", "--diff-base", "main").err


def test_the_index_that_a_hook_is_given(
    repo: Path, git: Git, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "jobs" / "old.md").write_text(OLD + NEW)
    shutil.copyfile(repo / ".git" / "index", repo / ".git" / "other-index")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    git("add", ".")
    assert found(jdlint, "--staged") == [("jobs/old.md", WORDY, 18)]
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert found(jdlint, "--staged") == []


def test_windows_line_ends_are_no_change(repo: Path, git: Git, jdlint: Any) -> None:
    page = repo / "jobs" / "old.md"
    page.write_bytes((OLD + NEW).replace("\n", "\r\n").encode())
    assert [row for row in found(jdlint, "--diff-base", "main") if row[1] == WORDY] == [
        ("jobs/old.md", WORDY, 18)
    ]
    git("config", "core.autocrlf", "true")
    git("commit", "-qam", "more")
    page.unlink()
    git("checkout", "-q", "--", ".")
    assert b"\r\n" in page.read_bytes()
    assert [row for row in found(jdlint, "--diff-base", "main") if row[1] == WORDY] == [
        ("jobs/old.md", WORDY, 18)
    ]
    assert found(jdlint, "--diff-base", "HEAD") == []


def test_findings_on_other_pages_that_the_change_causes(repo: Path, git: Git, jdlint: Any) -> None:
    Path("jdlint.yaml").write_text("pages: jobs/*.md\nsite: {complete: true}\n")
    (repo / "handbook.md").write_text("# Handbook\n\n## Values\n\nWe care.\n")
    (repo / "jobs" / "a.md").write_text(
        GOOD + "\nYou share [our values](../handbook.md#values) and [more](../none.md).\n"
    )
    git("add", ".")
    git("commit", "-qm", "links")
    git("branch", "-f", "main")
    before = found(jdlint, "--select", "links")
    assert found(jdlint, "--diff-base", "main", "--select", "links") == []
    (repo / "handbook.md").write_text("# Handbook\n\n## What we value\n\nWe care.\n")
    after = found(jdlint, "--select", "links")
    assert len(after) == len(before) + 1
    assert found(jdlint, "--diff-base", "main", "--select", "links") == [
        row for row in after if row not in before
    ]
    assert found(jdlint, "--staged", "--select", "links") == []
    git("add", "handbook.md")
    assert found(jdlint, "--staged", "--select", "links") == [
        row for row in after if row not in before
    ]


def test_a_shallow_clone(
    repo: Path,
    git: Git,
    jdlint: Any,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(3):
        (repo / "jobs" / "old.md").write_text(OLD + NEW * number)
        git("commit", "-qam", f"{number}", "--allow-empty")
    git("checkout", "-q", "main")
    git("commit", "-qm", "main goes on", "--allow-empty")
    clone = tmp_path_factory.mktemp("clones") / "clone"
    git(
        "clone",
        "-q",
        "--depth",
        "1",
        "--no-single-branch",
        "--branch",
        "work",
        f"file://{repo}",
        str(clone),
    )
    monkeypatch.chdir(clone)
    answer = jdlint("check", "--diff-base", "origin/main")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "fetch more history: git fetch --deepen" in answer.err
    assert "git fetch --deepen" in jdlint("check", "--diff-base", "v1").err
    git("fetch", "-q", "--unshallow", cwd=clone)
    assert [row[2] for row in found(jdlint, "--diff-base", "origin/main")] == [18, 20]


def test_a_submodule(
    repo: Path, git: Git, jdlint: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("content")
    inner = git_in(other)
    inner("init", "-q")
    (other / "jobs").mkdir()
    (other / "jobs" / "sub.md").write_text(OLD)
    inner("add", ".")
    inner("commit", "-qm", "pages")
    git("submodule", "add", "-q", str(other), "content")
    git("commit", "-qm", "submodule")
    git("branch", "-f", "main")
    assert ("content/jobs/sub.md", WORDY, 6) in found(jdlint)
    assert found(jdlint, "--diff-base", "main") == []
    page = repo / "content" / "jobs" / "sub.md"
    page.write_text(OLD + NEW)
    assert found(jdlint, "--diff-base", "main") == [("content/jobs/sub.md", WORDY, 18)]
    git("commit", "-qam", "inside", cwd=repo / "content")
    git("commit", "-qam", "outside")
    assert found(jdlint, "--diff-base", "main") == [("content/jobs/sub.md", WORDY, 18)]
    assert found(jdlint, "--staged") == []


def test_a_second_worktree(
    repo: Path,
    git: Git,
    jdlint: Any,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = tmp_path_factory.mktemp("trees") / "tree"
    git("worktree", "add", "-q", str(tree), "-b", "other")
    (tree / "jobs" / "old.md").write_text(OLD + NEW)
    monkeypatch.chdir(tree)
    assert found(jdlint, "--diff-base", "main") == [("jobs/old.md", WORDY, 18)]
    git("add", ".", cwd=tree)
    assert found(jdlint, "--staged") == [("jobs/old.md", WORDY, 18)]


def test_what_git_cannot_tell_is_one_sentence(
    repo: Path,
    git: Git,
    jdlint: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    for name in ("no-such", "-x", "--output=x", "main..work", "main^{tree}", "", "\x00"):
        answer = jdlint("check", f"--diff-base={name}")
        assert (answer.code, answer.err.count("\n"), answer.out) == (2, 1, ""), name
    git("checkout", "-q", "--orphan", "island")
    git("commit", "-qm", "island")
    assert "have no common history" in jdlint("check", "--diff-base", "main").err
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.chdir(outside)
    assert "is not in a git repository" in jdlint("check", "--staged").err
    monkeypatch.chdir(repo)
    monkeypatch.setenv("PATH", str(outside))
    assert "git is not installed" in jdlint("check", "--staged").err


def test_a_repository_of_somebody_else(
    repo: Path, git: Git, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    answer = jdlint("check", "--staged")
    assert answer.code == 2
    assert "git config --global --add safe.directory" in answer.err


def test_programs_that_a_repository_names_are_not_run(repo: Path, git: Git, jdlint: Any) -> None:
    trap = repo / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{repo}/sprung'\ncat\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "pager.diff",
        "diff.trap.textconv",
        "diff.trap.command",
    ):
        git("config", key, str(trap))
    (repo / ".gitattributes").write_text("*.md diff=trap\n")
    (repo / "sprung").unlink(missing_ok=True)
    (repo / "jobs" / "old.md").write_text(OLD + NEW)
    assert found(jdlint, "--diff-base", "main") == [("jobs/old.md", WORDY, 18)]
    assert not (repo / "sprung").exists()


def test_fixes_stay_on_what_changed(repo: Path, git: Git, jdlint: Any) -> None:
    page = repo / "jobs" / "old.md"
    page.write_text(OLD + NEW + "\n\n\nYou install in order to sell.\n")
    jdlint("check", "--diff-base", "main", "--unsafe-fixes", "--grammar", "off")
    assert page.read_text() == OLD + "\nYou teach to learn.\n\nYou install to sell.\n"


def test_a_baseline_and_a_diff_base(repo: Path, git: Git, jdlint: Any) -> None:
    page = repo / "jobs" / "old.md"
    page.write_text(OLD + NEW)
    jdlint("baseline", "--output", "known.json")
    page.write_text(OLD + NEW + "\nYou sell in order to eat.\n")
    assert found(jdlint, "--diff-base", "main", "--baseline", "known.json") == [
        ("jobs/old.md", WORDY, 20)
    ]


def test_lines() -> None:
    assert changed_lines("a\nb\nc\n", "a\r\nx\r\nc") == {2}
    assert changed_lines("", "a\nb") == {1, 2}
    assert changed_lines("a\nb\n", "a\n") == set()
    many = "same\n" * 60_000
    assert changed_lines("x\n" + many + "y\n", "z\n" + many + "w\n" + many) == set(
        range(1, 120_003)
    )
    assert changes([], []) == []
    assert split_lines("a\u2028b\rc\r\n\nd") == ["a\u2028b\r", "c\r\n", "\n", "d"]
    assert unified("a\n", "a\n", "x") == ""


LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "d\r"]), max_size=14).map("".join)


@given(LINES, LINES, st.sampled_from(["", "end"]))
def test_changes_turn_one_text_into_the_other(old: str, new: str, end: str) -> None:
    a, b = split_lines(old + end), split_lines(new)
    assert "".join(a) == old + end
    made, at = [], 0
    for row in changes(a, b):
        made += [*a[at : row.old_start], *b[row.new_start : row.new_end]]
        assert row.old_start >= at
        at = row.old_end
    assert [*made, *a[at:]] == b


@given(LINES, LINES)
@settings(max_examples=25)
def test_a_diff_can_be_applied(old: str, new: str) -> None:
    old, new = old.replace("\r", "") + "end", new.replace("\r", "")
    diff = unified(old, new, 'a "b" ü.md')
    with TemporaryDirectory() as folder:
        path = Path(folder) / 'a "b" ü.md'
        path.write_text(old)
        if new:
            subprocess.run(
                ["git", "apply", "--unidiff-zero", "-"], input=diff.encode(), cwd=folder, check=True
            )
            assert path.read_text() == new
