"""``--format``, ``--also``, ``--trend`` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint.cli.main import main
from jdlint.report import FORMATS
from jdlint.report.text import _changed

PAGE = "---\nlayout: job\ntitle: Fitter\n---\n\nYou fit the the pumps.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.md").write_text(PAGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_finding(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", name]) == 1
    assert "doubled" in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_nothing(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "jobs" / "a.md").write_text(PAGE.replace("the the", "the"))
    assert main(["check", "--format", name]) == 0
    assert capsys.readouterr().out.endswith("" if name == "concise" else "\n")


def test_several_reports_in_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--also", "json=a.json", "--also", "sarif=b.sarif"]) == 1
    assert capsys.readouterr().out.startswith("jobs/a.md\n")
    assert json.loads((folder / "a.json").read_text())["summary"]["warnings"] == 1
    assert json.loads((folder / "b.sarif").read_text())["version"] == "2.1.0"


def test_the_trend_shows_earlier_reports(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--also", "json=2026-01.json"])
    (folder / "jobs" / "a.md").write_text(PAGE.replace("the the", "the"))
    capsys.readouterr()
    assert main(["check", "--format", "html", "--trend", "2026-01.json"]) == 0
    out = capsys.readouterr().out
    assert 'aria-label="Findings went from 1 to 0 over 2 reports"' in out
    assert '<th scope="row">2026-01</th>' in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--also", "sarif"], "--also sarif: write it as FORMAT=FILE"),
        (["--also", "pdf=x.pdf"], "with a format out of text, concise, json"),
        (["--also", "json=none/x.json"], "none/x.json: the report cannot be written"),
        (["--format", "html", "--trend", "jobs/a.md"], "--trend jobs/a.md: this is no report"),
        (["--format", "html", "--trend", "none.json"], "--trend none.json: cannot be read"),
    ],
)
def test_what_cannot_be_is_said(
    arguments: list[str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_page_may_look_like_an_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "--output-file=x.md").write_text(PAGE)
    assert main(["check", "--output-file=x.md"]) == 1
    assert "--output-file=x.md" in capsys.readouterr().out
    assert not (folder / "x.md").exists()


def test_of_a_long_fix_the_lines_that_differ_are_shown() -> None:
    rows = "".join(f"- Mend the ropes of boat {number}\n" for number in range(12))
    old, new = f"{rows}  ## We offer\n{rows}", f"{rows}## We offer\n{rows}"
    assert _changed(old, new) == ("  ## We offer", "## We offer")
    assert _changed(rows, f"{rows}- Paint\n") == ("", "- Paint")
    assert _changed(f"{rows}end", rows) == ("end", "")
    assert _changed("short", "shorter") == ("short", "shorter")
