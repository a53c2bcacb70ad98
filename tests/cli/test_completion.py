"""``jdlint completion``: the shells that are here complete what they should."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.arguments import SHELLS

COMPLETE = """
source {script}
complete_for() {{
  COMP_WORDS=("$@"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
COMP_LINE="$*"; COMP_POINT=${{#COMP_LINE}}
  COMPREPLY=(); _shtab_jdlint "$1" "${{COMP_WORDS[-1]}}" ""
  printf '%s\\n' "${{COMPREPLY[@]}}"
}}
complete_for {words}
"""
CASES = {
    "jdlint exp": {"explain", "export"},
    "jdlint explain grammar/doubled": {"grammar/doubled-word"},
    "jdlint check --interact": {"--interactive"},
    "jdlint check --format conc": {"concise"},
    "jdlint check --select links/broken-p": {"links/broken-page"},
    "jdlint completion power": {"powershell"},
}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_commands_rules_and_formats(jdlint: Any, shell: str) -> None:
    out = jdlint("completion", shell).out
    for word in ("explain", "exit-zero", "grammar/doubled-word", "concise", "languagetool"):
        assert word in out
    assert "\x1b" not in out


def script(jdlint: Any, shell: str, folder: Path) -> Path:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed here")
    path = folder / f"jdlint.{shell}"
    path.write_text(jdlint("completion", shell).out)
    return path


@pytest.mark.parametrize("line", CASES)
def test_bash_completes(jdlint: Any, tmp_path: Path, line: str) -> None:
    command = COMPLETE.format(script=script(jdlint, "bash", tmp_path), words=line)
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert set(done.stdout.split()) >= CASES[line], done.stderr


@pytest.mark.parametrize("line", CASES)
def test_fish_completes(jdlint: Any, tmp_path: Path, line: str) -> None:
    command = f"source {script(jdlint, 'fish', tmp_path)}; complete -C '{line}'"
    done = subprocess.run(["fish", "-c", command], capture_output=True, text=True, check=False)
    found = {row.split("\t")[0] for row in done.stdout.splitlines()}
    assert CASES[line] <= found, done.stderr


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_other_shells_read_it(jdlint: Any, tmp_path: Path, shell: str) -> None:
    done = subprocess.run(
        [shell, "-n", str(script(jdlint, shell, tmp_path))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
