"""Run jdlint and show what it says: annotations or another format in the log, a job summary, files
and outputs."""

from __future__ import annotations

import glob
import json
import os
import secrets
import shlex
import subprocess
import sys
from pathlib import Path

from base import base_of
from common import given, one_of, output, say, stop

_SECONDS = 1_200  # a check that hangs ends long before the job does, and says where
_SUMMARY = 1_000_000  # bytes; a step's summary may have 1 MiB


def main() -> int:
    folder = Path(os.environ["RUNNER_TEMP"]) / f"jdlint-{secrets.token_hex(4)}"
    folder.mkdir(parents=True)
    written = {name: folder / f"jdlint.{name}" for name in ("json", "markdown", "rdjson", "html")}
    if given("SARIF_FILE"):
        written["sarif"] = Path(given("SARIF_FILE"))
    done = subprocess.run(command(written), capture_output=True, check=False)
    errors = done.stderr.decode(errors="replace").strip()
    if done.returncode not in (0, 1):
        stop(errors or f"jdlint ended with exit code {done.returncode}", done.returncode)
    show(done.stdout.decode(errors="replace"), errors)
    summarise(written["markdown"])
    counts = json.loads(written["json"].read_bytes())["summary"]
    output(**{name: counts[name] for name in ("pages", "errors", "warnings", "notes", "fixable")})
    output(**{f"{name}_file": path for name, path in written.items() if name != "markdown"})
    return done.returncode


def command(written: dict[str, Path]) -> list[str]:
    """What is run."""
    program = Path(given("FOLDER")) / (
        "Scripts/jdlint.exe" if sys.platform == "win32" else "bin/jdlint"
    )
    words = [str(program), "check", "--format", shown_format(), "--color", "never"]
    fail_on = one_of("FAIL_ON", ("note", "warning", "error", "never"))
    words += ["--exit-zero"] if fail_on == "never" else ["--fail-on", fail_on]
    for name, option in (
        ("CONFIG", "--config"),
        ("GRAMMAR", "--grammar"),
        ("BASELINE", "--baseline"),
    ):
        if given(name):
            words += [option, given(name)]
    words += ["--time-limit", str(_SECONDS)]
    wanted = one_of("CHANGED_LINES", ("auto", "true", "false"))
    base = base_of(wanted)
    if base:
        words += ["--diff-base", base]
    for name, path in written.items():
        words += ["--also", f"{name}={path}"]
    return [*words, "--", *paths()]


def shown_format() -> str:
    """The format of the log."""
    return given("FORMAT") or "github"


def paths() -> list[str]:
    """The paths to check, patterns filled in; a pattern that nothing matches stays, so that jdlint
    can say so."""
    found = []
    for word in shlex.split(given("PATHS") or "."):
        matches = sorted(glob.glob(word, recursive=True)) if not os.path.lexists(word) else []
        found += matches or [word]
    return found


def show(text: str, errors: str) -> None:
    """The report in the log; in a format that is not the runner's own, the runner obeys nothing of
    it."""
    if shown_format() == "github":
        sys.stdout.write(text)
    else:
        word = secrets.token_hex(16)
        sys.stdout.write(f"::stop-commands::{word}\n{text}\n::{word}::\n")
    sys.stdout.flush()
    if errors:
        say("notice", errors)


def summarise(path: Path) -> None:
    """The job summary, where the runner takes one."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    text = path.read_bytes()
    if target and len(text) < _SUMMARY:
        with open(target, "ab") as stream:
            stream.write(text + b"\n")


sys.exit(main())
