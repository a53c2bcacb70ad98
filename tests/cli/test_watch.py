"""``--watch``: a fresh report on each change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.watching import stamps, until_changed
from tests.cli.conftest import GOOD
from tests.conftest import ROOT


def test_it_waits_until_files_are_at_rest(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("a")
    looks: list[int] = []

    def look() -> dict[str, Any]:
        looks.append(len(looks))
        if len(looks) in (3, 4):
            page.write_text("more" * len(looks))
        return stamps(iter([str(page), str(tmp_path / "none.md")]))

    before = look()
    after = until_changed(look, before, 0.01)
    assert after != before
    assert after == stamps(iter([str(page), str(tmp_path / "none.md")]))
    assert len(looks) == 5
    page.unlink()
    assert until_changed(look, after, 0.01)[str(page)] is None


def _heeded() -> None:
    """A job in the background is started with interruptions ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def watching(repo: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "jdlint", "check", "--watch", "--grammar", "off"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=repo, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=_heeded,
    ) as process:  # fmt: skip
        stop = threading.Timer(60, process.kill)
        stop.start()
        yield process
        stop.cancel()
        process.kill()


def report(process: subprocess.Popen[str]) -> str:
    """What is printed up to the line that says it waits."""
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if "watching for changes" in line:
            break
    return "".join(lines)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_report_on_each_change(repo: Path, watching: subprocess.Popen[str]) -> None:
    assert "1 page checked, nothing to report" in report(watching)
    page = repo / "jobs" / "installer.md"
    page.write_text(GOOD.replace("Kyoto.", "Kyoto. "))
    assert "whitespace/trailing-space" in report(watching)
    (repo / "jdlint.yaml").write_text("ruls: {}\n")
    assert "did you mean “rules”" in report(watching), (
        "a wrong configuration is said, and the watch goes on"
    )
    (repo / "jdlint.yaml").write_text("pages: jobs/*.md\nrules: {whitespace: off}\n")
    assert "nothing to report" in report(watching)
    watching.send_signal(signal.SIGINT)
    assert watching.wait(20) == 0


def test_what_does_not_go_with_it(repo: Path, jdlint: Any) -> None:
    for option in ("--fix", "--diff", "--interactive", "--unsafe-fixes", "--stdin-filename=a.md"):
        answer = jdlint("check", "--watch", option)
        assert (answer.code, answer.err.count("\n")) == (2, 1)
