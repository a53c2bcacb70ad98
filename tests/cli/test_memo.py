"""The report of the last run comes back only where a new run would give the same."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from jdlint.cli import memo
from jdlint.cli.main import main

PAGE = """---
layout: job
title: Baker
---

We bake at Fernhill Mill, and {what} is what we like.

## Responsibilities

* Bake the the bread
* Read the [handbook](../handbook.md#values)
"""
Ask = Callable[..., str]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    (root / "jobs").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "handbook.md").write_text("# Handbook\n\n## Values\n")
    (root / "jdlint.yaml").write_text("grammar: off\nrule-paths: [own]\nextends: base.yaml\n")
    (root / "base.yaml").write_text("site: {generator: plain, complete: true}\n")
    (root / "own" / "mill").mkdir(parents=True)
    rule = (
        "summary: Says like\nwhy: We say love.\ncheck: terms\nwith: {terms: [like]}\nmessage: No\n"
    )
    (root / "own" / "mill" / "like.yaml").write_text(rule)
    for number in range(4):
        (root / "jobs" / f"p{number}.md").write_text(PAGE.format(what=f"rye {number}"))
    monkeypatch.chdir(root)
    _settle(root)
    return root


def _settle(root: Path) -> None:
    """Let the clock of the file system tick on, as it has where a person wrote a file."""
    time.sleep(0.05)


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """The output and exit code of ``jdlint check``, proven to be that of a run without a cache."""

    def answer(*words: str) -> str:
        capfd.readouterr()
        code = main(["check", *words])
        out, err = capfd.readouterr()
        return f"{out}{err}{code}"

    def check(*words: str) -> str:
        found = [answer(*words) for _ in range(3)]
        with monkeypatch.context() as patch:
            patch.setenv("JDLINT_CACHE_DIR", "")
            found.append(answer(*words))
        assert len(set(found)) == 1, found
        return found[0]

    return check


def remembered(*words: str) -> bool:
    known = memo.answer(["check", *words])
    if known is not None:
        known[1].close()
    return known is not None


def test_a_run_is_remembered(site: Path, ask: Ask) -> None:
    assert "grammar/doubled-word" in ask() or "mill/like" in ask()
    assert remembered()
    assert not remembered("jobs")
    ask("jobs/p1.md", "--format", "json")
    assert remembered("jobs/p1.md", "--format", "json")


@pytest.mark.parametrize(
    "path", ["jobs/p1.md", "handbook.md", "jdlint.yaml", "base.yaml", "own/mill/like.yaml"]
)
def test_each_file_that_it_depends_on_counts(site: Path, ask: Ask, path: str) -> None:
    ask()
    assert remembered()
    file = site / path
    file.write_text(file.read_text() + "\n")
    assert not remembered()
    ask()
    file.unlink()
    assert not remembered()


@pytest.mark.parametrize(
    "path",
    ["jobs/new.md", "other/new.md", "notes.txt", ".jdlint-words.txt", ".jdlint.yaml",
     "own/mill/more.yaml", "own/new/more.yaml", "../pyproject.toml"],
)  # fmt: skip
def test_files_that_were_not_there_count(site: Path, ask: Ask, path: str) -> None:
    ask()
    assert remembered()
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text("# new\n")
    assert not remembered()


def test_what_looks_or_is_asked_otherwise_is_another_run(
    site: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not remembered()
    monkeypatch.delenv("NO_COLOR")
    assert remembered()
    monkeypatch.chdir(site / "jobs")
    assert not remembered()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_kept_report_that_somebody_wrote_over_is_not_shown(
    site: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch, *, replaced: bool
) -> None:
    monkeypatch.setattr(memo, "_SHORT", 0)  # as of a long report, which has a file of its own
    ask()
    assert remembered()
    (kept,) = Path(os.environ["JDLINT_CACHE_DIR"]).glob("memo-*-text")
    text = kept.read_text()
    if replaced:  # another file of this name, that claims to be as old
        times = kept.stat()
        kept.rename(kept.with_name("away"))
        kept.write_text(text.replace("like", "love"))
        os.utime(kept, ns=(times.st_atime_ns, times.st_mtime_ns))
    else:
        kept.write_text(text.replace("like", "love"))
    assert not remembered()
    ask()


def test_a_short_report_that_somebody_wrote_over_is_not_shown(site: Path, ask: Ask) -> None:
    ask()
    folder = Path(os.environ["JDLINT_CACHE_DIR"])
    assert remembered()
    assert not list(folder.glob("memo-*-text"))
    (kept,) = folder.glob("memo-*")
    kept.write_bytes(kept.read_bytes().replace(b"like", b"love"))
    assert not remembered()
    ask()


def test_runs_that_do_more_than_report_are_not_remembered(site: Path, ask: Ask) -> None:
    for words in (["--fix", "--diff"], ["--output-file", "x"], ["--also", "json=x.json"]):
        main(["check", *words])
        main(["check", *words])
        assert not remembered(*words)


def test_any_edits_are_seen(site: Path, ask: Ask) -> None:
    """Pages are changed, renamed, deleted and added at random:
    all runs tell what a cold one does."""
    random = Random(14)
    for step in range(12):
        pages = sorted((site / "jobs").iterdir())
        page = random.choice(pages)
        kind = random.choice(["edit", "same-size", "rename", "delete", "add", "touch", "none"])
        if kind == "edit":
            page.write_text(page.read_text() + f"\n* Item {step}.\n")
        elif kind == "same-size":
            page.write_text(page.read_text().replace("like", random.choice(["love", "like"])))
        elif kind == "rename":
            page.rename(page.with_name(f"r{step}.md"))
        elif kind == "delete" and len(pages) > 2:
            page.unlink()
        elif kind == "add":
            (site / "jobs" / f"n{step}.md").write_text(PAGE.format(what=f"oat {step}"))
        elif kind == "touch":
            os.utime(page)
        ask(*random.choice([[], ["jobs"], [str(page.relative_to(site))] if page.exists() else []]))
