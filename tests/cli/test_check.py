"""``jdlint check`` as a user meets it: what is read, what is reported, how it ends."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from jdlint import __version__
from tests.cli.conftest import GOOD

BAD = GOOD.replace("title: Heat", "titel: Heat").replace(
    "homes around Kyoto.", "homes around Kyoto. "
)


def test_a_good_page_is_quiet(repo: Path, jdlint: Any) -> None:
    answer = jdlint("check")
    assert (answer.code, answer.err) == (0, "")
    assert "1 page checked, nothing to report" in answer.out


def test_findings_end_with_one(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    answer = jdlint("check", "--format", "json")
    assert answer.code == 1
    assert answer.rules == ["front-matter/misspelt-key", "whitespace/trailing-space"]
    first = answer.data["diagnostics"][0]
    assert first["path"] == "jobs/bad.md"
    assert (first["start"], first["end"]) == ({"line": 3, "column": 1}, {"line": 3, "column": 6})
    assert first["edits"] == [{"start": first["start"], "end": first["end"], "text": "title"}]


def test_fail_on_and_exit_zero(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(GOOD.replace("Kyoto.", "Kyoto. "))
    assert jdlint("check", "--fail-on", "error").code == 0
    assert jdlint("check", "--fail-on", "warning").code == 1
    assert jdlint("check", "--exit-zero").code == 0


def test_only_named_files_are_reported_but_the_site_is_read(repo: Path, jdlint: Any) -> None:
    for name, url in (
        ("a", "/handbook/#values"),
        ("b", "/handbook/#values"),
        ("c", "/handbook/values"),
    ):
        (repo / "jobs" / f"{name}.md").write_text(GOOD + f"\nYou share our [values]({url}).\n")
    assert jdlint("check", "jobs/a.md", "--format", "json", "--select", "links").rules == []
    answer = jdlint("check", "jobs/c.md", "--format", "json", "--select", "links")
    assert answer.rules == ["links/inconsistent-link"]
    assert "2 of 3 pages" in answer.data["diagnostics"][0]["message"]
    assert [r["path"] for r in answer.data["diagnostics"][0]["related"]] == [
        "jobs/a.md",
        "jobs/b.md",
    ]


def test_paths_are_relative_to_the_working_directory(
    repo: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    monkeypatch.chdir(repo / "jobs")
    assert {d["path"] for d in jdlint("check", "--format", "json").data["diagnostics"]} == {
        "bad.md"
    }
    (repo / "other").mkdir()
    monkeypatch.chdir(repo / "other")
    assert {d["path"] for d in jdlint("check", "..", "--format", "json").data["diagnostics"]} == {
        "../jobs/bad.md"
    }


def test_readme_and_other_pages_are_no_job_pages(repo: Path, jdlint: Any) -> None:
    (repo / "README.md").write_text("# Our site \n")
    (repo / "jobs" / "README.md").write_text("no front matter \n")
    (repo / "handbook.md").write_text("---\nlayout: page\n---\ntext \n")
    (repo / "draft.md").write_text(
        "# A job\n\n## Responsibilities\n\nInstall. \n\n## Requirements\n\nA van.\n"
    )
    answer = jdlint("check", "--format", "json")
    assert {d["path"] for d in answer.data["diagnostics"]} == {"draft.md"}
    hook = jdlint("check", "README.md", "--allow-none")
    assert hook.code == 0
    assert "this file is not a job page" in hook.out


def test_select_and_ignore(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    assert jdlint("check", "--select", "whitespace", "--format", "json").rules == [
        "whitespace/trailing-space"
    ]
    assert (
        jdlint(
            "check", "--ignore", "whitespace,front-matter/misspelt-key", "--format", "json"
        ).rules
        == []
    )
    wrong = jdlint("check", "--select", "whitspace")
    assert wrong.code == 2
    assert "did you mean “whitespace”" in wrong.err


def test_standard_input_stands_for_a_file(
    repo: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    answer = jdlint("check", "--stdin-filename", "jobs/installer.md", "--format", "json")
    assert answer.rules == ["front-matter/misspelt-key", "whitespace/trailing-space"]
    assert {d["path"] for d in answer.data["diagnostics"]} == {"jobs/installer.md"}


def test_output_file_and_statistics(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    answer = jdlint("check", "--format", "json", "--output-file", "report.json")
    assert answer.out == ""
    assert len(json.loads((repo / "report.json").read_text())["diagnostics"]) == 2
    assert "1  whitespace/trailing-space" in jdlint("check", "--statistics", "-q").out
    missing = jdlint("check", "--output-file", "no/such/folder/report.txt")
    assert missing.code == 2
    assert "cannot be written" in missing.err


def test_text_marks_the_words(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    lines = jdlint("check", "--select", "front-matter").out.splitlines()
    assert lines[0] == "jobs/bad.md"
    assert lines[1].startswith("  3:1 warning Write “title” instead of “titel”")
    assert lines[2].endswith("│ titel: Heat Pump Installer")
    assert lines[3].endswith("│ ^^^^^")
    assert any(line.strip().startswith("why: ") for line in lines)
    assert any(line.strip().startswith("fix: write “title”") for line in lines)


def test_colour_only_where_it_is_asked_for(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    assert "\x1b[" not in jdlint("check").out
    assert "\x1b[" in jdlint("check", "--color", "always").out


def test_a_page_cannot_steer_the_terminal(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(
        GOOD.replace(
            "A driving licence", "\x1b]0;gotcha\x07A [\x1b[31mlink](www.fernhill.example) "
        )
    )
    answer = jdlint("check")
    assert answer.code == 1
    assert "\x1b" not in answer.out
    assert "\x07" not in answer.out


def test_version_help_and_no_command(jdlint: Any) -> None:
    assert jdlint("--version").out.strip() == f"jdlint {__version__}"
    assert jdlint().code == 2
    assert "check" in jdlint("--help").out


def test_missing_path(repo: Path, jdlint: Any) -> None:
    answer = jdlint("check", "jobs/nothing.md")
    assert answer.code == 2
    assert answer.err == "jdlint: jobs/nothing.md: there is no such file or folder\n"


def test_excluded_even_when_named(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "bad.md").write_text(BAD)
    (repo / "jdlint.yaml").write_text("exclude: jobs/bad.md\n")
    assert jdlint("check", "jobs/bad.md", "--format", "json").rules == []


def test_a_site_without_front_matter_wants_none(repo: Path, jdlint: Any) -> None:
    for old in (repo / "jobs").glob("*.md"):
        old.unlink()
    for name in ("a", "b", "c"):
        (repo / "jobs" / f"{name}.md").write_text(f"# Engineer {name}\n\nYou install pumps.\n")
        assert jdlint("check", "--format", "json", "--select", "front-matter").rules == []
    for name in ("d", "e", "f", "g", "h", "i"):
        (repo / "jobs" / f"{name}.md").write_text(f"---\ntitle: Planner {name}\n---\n\nYou plan.\n")
    rows = jdlint("check", "--format", "json", "--select", "front-matter").data["diagnostics"]
    assert [(row["path"], row["severity"]) for row in rows] == [
        (f"jobs/{name}.md", "error") for name in ("a", "b", "c")
    ]
