"""``jdlint check --fix`` and its kin, as a writer meets them."""

from __future__ import annotations

import codecs
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import GOOD
from tests.fix.pages import SLIPS

SAFE = (
    SLIPS.replace("Kyoto. \n", "Kyoto.\n")
    .replace("the the", "the")
    .replace("them\n\n\n", "them\n\n")
    .replace("pumps.\n", "pumps\n")
)


@pytest.fixture
def page(repo: Path) -> Path:
    path = repo / "jobs" / "slips.md"
    path.write_text(SLIPS)
    return path


def test_safe_fixes_are_made_and_the_rest_is_reported(page: Path, jdlint: Any) -> None:
    answer = jdlint("check", "--fix")
    assert page.read_text() == SAFE
    assert answer.code == 1
    assert "4 findings fixed on 1 page" in answer.out
    assert "front-matter/misspelt-key" in answer.out
    before = page.stat().st_mtime_ns
    assert "fixed" not in jdlint("check", "--fix").out
    assert page.stat().st_mtime_ns == before, "a page without fixes is not written"


def test_unsafe_fixes_and_the_exit_code_of_what_is_left(page: Path, jdlint: Any) -> None:
    answer = jdlint("check", "--unsafe-fixes", "--format", "json")
    assert page.read_text() == SAFE.replace("titel", "title").replace("in order to", "to")
    assert (answer.code, answer.rules) == (0, [])


def test_a_diff_writes_nothing_and_can_be_applied(page: Path, jdlint: Any) -> None:
    answer = jdlint("check", "--diff")
    assert page.read_text() == SLIPS
    assert answer.code == 1
    assert "4 findings would be fixed on 1 page" in answer.err
    assert answer.out.startswith("--- a/jobs/slips.md\n+++ b/jobs/slips.md\n@@ ")
    subprocess.run(["git", "apply", "-"], input=answer.out.encode(), check=True)
    assert page.read_text() == SAFE
    assert jdlint("check", "--diff").out == ""


def test_a_diff_has_colours_where_they_are_wanted(
    page: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = jdlint("check", "--diff").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = jdlint("check", "--diff").out
    assert "\x1b[31m-" in coloured
    assert "\x1b[32m+" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain


def test_a_diff_of_a_page_without_a_last_line_end(repo: Path, jdlint: Any) -> None:
    page = repo / "jobs" / "slips.md"
    page.write_text(GOOD.removesuffix("\n").replace("Kyoto.", "Kyoto. "))
    answer = jdlint("check", "--diff")
    assert "\\ No newline at end of file\n" in answer.out
    subprocess.run(["git", "apply", "-"], input=answer.out.encode(), check=True)
    assert page.read_text() == GOOD


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mode_bom_and_line_ends_stay(page: Path, jdlint: Any, end: str) -> None:
    page.write_bytes(codecs.BOM_UTF8 + SLIPS.replace("\n", end).encode())
    page.chmod(0o640)
    jdlint("check", "--fix")
    assert page.read_bytes() == codecs.BOM_UTF8 + SAFE.replace("\n", end).encode()
    assert stat.S_IMODE(page.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    "data", [SLIPS.replace("Kyoto", "Zürich").encode("latin-1"), SLIPS.encode("utf-16")]
)
def test_a_page_that_is_not_utf8_is_never_written(page: Path, jdlint: Any, data: bytes) -> None:
    page.write_bytes(data)
    answer = jdlint("check", "--unsafe-fixes")
    assert page.read_bytes() == data
    assert answer.code == 1


def test_links_that_leave_the_project_are_not_followed(
    page: Path, jdlint: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "page.md"
    outside.write_text(SLIPS)
    page.unlink()
    page.symlink_to(outside)
    answer = jdlint("check", "--fix")
    assert outside.read_text() == SLIPS
    assert "jobs/slips.md" in answer.out
    assert "a link that leads out of the project" in answer.out


def test_a_link_within_the_project_keeps_being_one(page: Path, jdlint: Any) -> None:
    link = page.parent / "other.md"
    link.symlink_to(page)
    jdlint("check", "--fix", "jobs/other.md")
    assert link.is_symlink()
    assert page.read_text() == SAFE


def test_standard_input_comes_back_fixed(repo: Path, capfdbinary: Any) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "check", "--stdin-filename", "jobs/installer.md", "--fix"],
        input=codecs.BOM_UTF8 + SLIPS.encode(), capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.stdout == codecs.BOM_UTF8 + SAFE.encode()
    assert b"front-matter/misspelt-key" in done.stderr
    assert done.returncode == 1
    assert (repo / "jobs" / "installer.md").read_text() == GOOD


def test_a_fix_of_one_page_shows_on_the_others(repo: Path, jdlint: Any) -> None:
    for name, url in (
        ("a", "/handbook/#values"),
        ("b", "/handbook/#values"),
        ("c", "/handbook/values"),
    ):
        (repo / "jobs" / f"{name}.md").write_text(GOOD + f"\nYou share our [values]({url}).\n")
    answer = jdlint(
        "check", "--unsafe-fixes", "--select", "links/inconsistent-link", "--format", "json"
    )
    assert (answer.code, answer.rules) == (0, [])
    assert "(/handbook/#values)" in (repo / "jobs" / "c.md").read_text()


def test_a_page_that_cannot_be_written_is_said_so(page: Path, jdlint: Any) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    page.parent.chmod(0o500)
    try:
        answer = jdlint("check", "--fix")
    finally:
        page.parent.chmod(0o700)
    assert answer.code == 2
    assert "jobs/slips.md: it cannot be written (permission denied)" in answer.err
    assert page.read_text() == SLIPS


def test_the_five_pages(
    shared: Path, tmp_path: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each safe fix of a finding that the editor's table has a replacement for is made,
    and nothing is left to fix."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in sorted((shared / "pages").glob("*.md")):
        shutil.copyfile(page, folder / page.name)
    monkeypatch.chdir(folder)
    safe = [
        d for d in jdlint("check", "--format", "json").data["diagnostics"] if d["fix"] == "safe"
    ]
    gold = [
        row
        for row in yaml.safe_load((shared / "gold" / "seeds.yaml").read_text())["findings"]
        if row.get("replacement")
    ]
    due = [d for d in safe if any(_same(d, row) for row in gold)]
    assert len(due) >= 5
    old = {page.name: page.read_text() for page in folder.iterdir()}
    left = jdlint("check", "--fix", "--format", "json").data["diagnostics"]
    assert not [d for d in left if d["fix"] == "safe"]
    words = {(d["rule"], d["path"], d["message"]) for d in left}
    assert not [d for d in due if (d["rule"], d["path"], d["message"]) in words]
    new = {page.name: page.read_text() for page in folder.iterdir()}
    assert new != old
    jdlint("check", "--fix")
    assert {page.name: page.read_text() for page in folder.iterdir()} == new


def _same(d: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether a diagnostic lies on a row of the editor's table."""
    return (
        d["path"] == f"{row['page']}.md"
        and d["start"]["line"] == row["line"]
        and d["start"]["column"] < row["end_col"]
        and row["col"] < max(d["end"]["column"], d["start"]["column"] + 1)
    )


def test_a_fix_that_is_left_out_is_named(repo: Path, jdlint: Any) -> None:
    (repo / "own" / "house").mkdir(parents=True)
    (repo / "own" / "house" / "widget.yaml").write_text(
        "summary: A word\nwhy: We say pump.\nseverity: warning\ncheck: terms\n"
        'with: {swap: {widget: "`pump"}}\nmessage: Say pump\nfix: safe\n'
        "examples:\n  - bad: A «widget».\n  - good: A pump.\n"
    )
    (repo / "jdlint.yaml").write_text("rule-paths: [own]\ngrammar: off\n")
    (repo / "jobs" / "slips.md").write_text(GOOD + "\nA widget with `code` in it.\n")
    answer = jdlint("check", "--fix", "jobs/slips.md")
    assert "1 fix left out (house/widget in jobs/slips.md:" in answer.out + answer.err
