"""An edited page is not read again where nothing was found: what is found is what a first run
finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PARTS = (
    "We repair heat pumps in small towns, and we enjoys it.",
    "You will be working close with our planers and the the buyers.",
    "## Requirements",
    "- Three year of experience with pumps\n- A eye for detail\n- Experience in plan tests",
    "We look forward to hear from you.",
    "Our team is more bigger then last year, and it's size grows.",
)
EDITS = (
    lambda parts: [*parts, "We will to answer you in a week."],
    lambda parts: [parts[0].replace("enjoys", "enjoy"), *parts[1:]],
    lambda parts: parts[::-1],
    lambda parts: [part.replace("the the", "the") for part in parts[:3]],
    lambda parts: [*parts, *parts],
)


def _found(folder: Path, cache: Path) -> list[tuple[str, int, int, str]]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "JDLINT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", "jdlint", "check", "jobs/a.md", "--format", "json"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    rows = json.loads(done.stdout)["diagnostics"]
    return [
        (row["rule"], row["start"]["line"], row["start"]["column"], row["message"]) for row in rows
    ]


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_an_edit_finds_what_a_first_run_finds(tmp_path: Path, number: int) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    page = tmp_path / "site" / "jobs" / "a.md"
    page.parent.mkdir()
    head = "---\nlayout: job\ntitle: Pump engineer\n---\n\n"
    page.write_text(head + "\n\n".join(PARTS) + "\n", encoding="utf-8")
    before = _found(page.parent.parent, tmp_path / "cache")
    assert {row[0].partition("/")[0] for row in before} >= {"grammar"}
    parts = EDITS[number](list(PARTS))
    page.write_text(head + "\n\n".join(parts) + "\n", encoding="utf-8")
    after = _found(page.parent.parent, tmp_path / "cache")
    assert after == _found(page.parent.parent, tmp_path / "other")
    assert after != before
