"""Runs that remember the last one answer byte for byte like runs that do not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main

PAGE = """---
layout: job
title: {title}
employment_type: FULL_TIME
---

We build heat pumps at Fernhill Energy, and {title} is a role in our test hall.

## Responsibilities

* Keep the {what} in order
* Write down what you find{stop}
* Read the [handbook]({link})

## Requirements

* Two years of experience with {what}
"""


def page(
    title: str, what: str = "compressors", stop: str = "", link: str = "/handbook/values/"
) -> str:
    return PAGE.format(title=title, what=what, stop=stop, link=link)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with findings on single pages and across pages;
    the working directory of the test."""
    root = tmp_path / "site"
    (root / "jobs").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "handbook").mkdir()
    (root / "handbook" / "values.md").write_text("# Values\n")
    for number in range(8):
        link, stop = (
            "/handbook/values" if number == 3 else "/handbook/values/",
            ". " if number == 5 else "",
        )
        (root / "jobs" / f"p{number}.md").write_text(
            page(f"Engineer {number}", f"pumps {number}", stop, link)
        )
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The report of ``jdlint check`` with the cache, proven to be that of a run without one."""

    def check(*arguments: str) -> str:
        def answer() -> str:
            capsys.readouterr()
            main(["check", "--format", "json", "--exit-zero", *arguments])
            out, err = capsys.readouterr()
            return out + err

        kept = answer()
        assert answer() == kept, "the second run in a row"
        with monkeypatch.context() as patch:
            patch.setenv("JDLINT_CACHE_DIR", "")
            assert answer() == kept, "a run without a cache"
        return kept

    return check


def _later(path: Path, text: str) -> None:
    """Write a file so that its time is surely another one."""
    path.write_text(text)
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 5_000_000_000))


def test_there_is_something_to_remember(site: Path, ask: Any) -> None:
    out = ask()
    assert "whitespace/trailing-space" in out
    assert "links/inconsistent-link" in out


def test_a_changed_page(site: Path, ask: Any) -> None:
    before = ask()
    _later(site / "jobs" / "p5.md", page("Engineer 5", "pumps 5"))
    after = ask()
    assert "whitespace/trailing-space" in before
    assert "whitespace/trailing-space" not in after


def test_a_page_that_changes_what_others_answer(site: Path, ask: Any) -> None:
    """The defect lies on p3, what makes it one on the other pages."""
    assert "links/inconsistent-link" in ask()
    for number in (0, 1, 2, 4, 5, 6, 7):
        _later(site / "jobs" / f"p{number}.md", page(f"Engineer {number}", link="/handbook/values"))
    assert "links/inconsistent-link" not in ask()


def test_same_size_and_time_but_another_text(site: Path, ask: Any) -> None:
    """A copy that keeps the time of its source is told by the time at which the file's entry
    changed."""
    path = site / "jobs" / "p5.md"
    assert "whitespace/trailing-space" in ask()
    info = path.stat()
    path.write_text(path.read_text().replace("find. ", "find.."))
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert path.stat().st_size == info.st_size
    assert "whitespace/trailing-space" not in ask()


def test_touched_deleted_renamed_and_added_pages(site: Path, ask: Any) -> None:
    first = ask()
    os.utime(site / "jobs" / "p1.md")
    assert ask() == first
    (site / "jobs" / "p5.md").unlink()
    assert "p5.md" not in ask()
    (site / "jobs" / "p3.md").rename(site / "jobs" / "q3.md")
    out = ask()
    assert "q3.md" in out
    assert "p3.md" not in out
    (site / "jobs" / "new.md").write_text(page("Engineer new", stop=". "))
    assert "new.md" in ask()


def test_a_page_that_a_link_leads_to(site: Path, ask: Any) -> None:
    """No job page changes, but a file that the checks over the site look at does."""
    for path in (site / "jobs").iterdir():
        text = path.read_text().replace("](/handbook/values", "](/handbook/values/#people")
        path.write_text(text.replace("people/)", "people)"))
    _later(site / "handbook" / "values.md", "# Values\n\n## People\n")
    before = ask()
    _later(site / "handbook" / "values.md", "# Values\n\n## Places\n")
    ask()
    (site / "handbook" / "values.md").unlink()
    after = ask()
    assert before != after


def test_configuration_and_rules(site: Path, ask: Any) -> None:
    first = ask()
    config = site / "jdlint.yaml"
    config.write_text("rules:\n  whitespace/trailing-space: off\n")
    assert "whitespace/trailing-space" not in ask()
    config.write_text("rules:\n  whitespace/trailing-space: error\n")
    assert '"severity": "error"' in ask()
    config.write_text("overrides:\n- files: [jobs/p5.md]\n  rules:\n    whitespace: off\n")
    assert "whitespace/trailing-space" not in ask()
    config.write_text("sections:\n- {name: Benefits, required: true}\n")
    assert "sections/missing-section" in ask()
    config.unlink()
    assert ask() == first


def test_a_rule_of_the_project(site: Path, ask: Any) -> None:
    folder = site / "house" / "style"
    folder.mkdir(parents=True)
    (site / "jdlint.yaml").write_text("rule-paths: [house]\n")
    rule = folder / "hall.yaml"
    text = (
        "summary: Says hall\nwhy: We say lab.\ncheck: terms\nwith: {swap: {HALL: lab}}\n"
        "message: Say “{better}”\n"
    )
    rule.write_text(text.replace("HALL", "test hall"))
    assert "style/hall" in ask()
    _later(rule, text.replace("HALL", "test pit"))
    assert "style/hall" not in ask()


def test_select_and_ignore(site: Path, ask: Any) -> None:
    whole = ask()
    some = ask("--select", "whitespace")
    assert "links/inconsistent-link" not in some
    assert "whitespace/trailing-space" not in ask("--ignore", "whitespace")
    assert ask() == whole


def test_named_and_unnamed_pages(site: Path, ask: Any) -> None:
    one = ask("jobs/p3.md")
    assert "links/inconsistent-link" in one
    assert "whitespace/trailing-space" not in one
    assert "whitespace/trailing-space" in ask("jobs/p5.md")
    assert ask("jobs/p3.md") == one
    whole = ask()
    assert "links/inconsistent-link" in whole
    assert "whitespace/trailing-space" in whole
    assert ask("jobs/p3.md") == one


def test_a_named_page_that_cannot_be_read(site: Path, ask: Any) -> None:
    """Next to pages that are looked at anyway, it is passed over; named, it is reported."""
    (site / "notes").mkdir()
    (site / "notes" / "job.md").write_text(page("Engineer of notes"))
    (site / "notes" / "old.md").write_bytes(b"\xff\xfe# old\n\xff")
    ask("notes/job.md")
    assert "file/not-utf-8" in ask("notes/old.md")


def test_standard_input_is_never_remembered(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    import io
    import sys

    def answer(text: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        main(["check", "--format", "json", "--exit-zero", "--stdin-filename", "jobs/p0.md"])
        out: str = capsys.readouterr()[0]
        return out

    clean = answer(page("Engineer 0", "pumps 0"))
    spaced = answer(page("Engineer 0", "pumps 0", ". "))
    assert "whitespace/trailing-space" in spaced
    assert answer(page("Engineer 0", "pumps 0")) == clean


@pytest.mark.parametrize("damage", ["cut", "empty", "noise", "flipped", "other", "folder"])
def test_a_damaged_cache_is_harmless(site: Path, ask: Any, damage: str) -> None:
    first = ask()
    for blob in _blobs():
        data = blob.read_bytes()
        if damage == "folder":
            blob.unlink()
            blob.mkdir()
            continue
        middle = len(data) // 2
        blob.write_bytes(
            {
                "cut": data[:middle], "empty": b"", "noise": bytes(range(256)) * 40,
                "other": data[:9] + b"\x00" * 40,
                "flipped": data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :],
            }[damage]
        )  # fmt: skip
    assert ask() == first


def _blobs() -> Iterator[Path]:
    blobs = list(Path(os.environ["JDLINT_CACHE_DIR"]).iterdir())
    assert len(blobs) >= 3, "rules, sketches and rows are kept"
    yield from blobs


def test_a_cache_folder_that_cannot_be_written(
    site: Path, ask: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = ask()
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(site / "jobs" / "p0.md" / "no"))
    main(["check", "--format", "json", "--exit-zero"])
    out, err = capsys.readouterr()
    assert out == first
    assert err.startswith("jdlint: nothing is kept in ")


def test_processes_answer_alike(site: Path, ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDLINT_CACHE_DIR", "")
    one = ask("--jobs", "1")
    assert ask("--jobs", "2") == one
    assert ask("--jobs", "3") == one
    assert ask("--jobs", "50") == one
