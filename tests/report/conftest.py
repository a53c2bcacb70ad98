"""Pages and file names that try to steer the programs that read reports,
and their report in each format."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdlint.core.diagnostic import Diagnostic, Edit, PlacedEdit, PlacedRelated, Report
from jdlint.core.text import Source, Span
from jdlint.report import Earlier, Given, render
from jdlint.rules.rule import Rule

HOSTILE = (
    "::error file=x::pwned ##[error]pwned %0A::warning::pwned \x1b[31m ]]> "
    "<script>alert(1)</script> | `a` [x](1) @team \u202e"
)
PATHS = (
    "jobs/::error::x.md",
    "jobs/a|b`c`.md",
    "jobs/new\nline ##[warning].md",
    "jobs/<img src=x onerror=alert(1)>&quot; %0A,x=1.md",
    "jobs/-q ]]> é 𐐀.md",
)
TEXT = f"---\ntitle: {HOSTILE}\n---\n\né𐐀 {HOSTILE} end\n\n* one\n* two\n"


def diagnostic(source: Source, words: str, **more: Any) -> Diagnostic:
    """A diagnostic on the first place of some words."""
    start = source.text.index(words)
    span = Span(start, start + len(words))
    given = {
        "rule": "style/slang",
        "severity": "warning",
        "message": f"Do not write “{words}”",
    } | more
    edits = tuple(
        PlacedEdit(source.position(e.span.start), source.position(e.span.end), e)
        for e in given.pop("edits", ())
    )
    start_at, end_at = source.position(span.start), source.position(span.end)
    return Diagnostic(path=source.path, span=span, start=start_at, end=end_at, edits=edits, **given)


@pytest.fixture
def hostile() -> tuple[Report, Given]:
    """A report on hostile pages: on each an error, a warning with a safe fix and a note."""
    sources = {path: Source(path, TEXT) for path in PATHS}
    rows = []
    for path in sorted(sources):
        source = sources[path]
        span = Span(source.text.index("* one"), source.text.index("* two"))
        related = (PlacedRelated(PATHS[0], source.position(0), source.position(3), HOSTILE),)
        rows += [
            diagnostic(
                source, HOSTILE, severity="error", rule="own/hostile", why=HOSTILE, related=related
            ),
            diagnostic(
                source,
                "end",
                edits=[Edit(span, "")],
                fix="safe",
                url="https://docs.example/jdlint/rules/style/slang/",
            ),
            diagnostic(source, "* two", severity="note"),
        ]
    rules = {
        "own/hostile": Rule(
            "own/hostile", HOSTILE, HOSTILE, "error", "terms", "m", see=("https://x.example",)
        )
    }
    given = Given(
        sources.__getitem__,
        rules,
        (Earlier("<b>old</b>", {"pages": 1, "errors": 3, "warnings": 2, "notes": 1}),),
    )
    return Report(tuple(rows), len(PATHS), (HOSTILE,)), given


@pytest.fixture
def rendered(hostile: tuple[Report, Given]) -> Callable[[str], str]:
    """The hostile report in a format."""
    return lambda name: render(name, *hostile)


@pytest.fixture
def examples(tmp_path: Path) -> Callable[[str], str]:
    """``jdlint check examples`` in a format, run as a user would."""
    root = Path(__file__).resolve().parents[2]

    def run(name: str) -> str:
        command = [sys.executable, "-m", "jdlint", "check", "examples", "--format", name]
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr
        return done.stdout.decode()

    return run


@pytest.fixture(scope="session")
def reviewdog(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str, str], list[dict[str, Any]]]:
    """The diagnostics that reviewdog reads out of a report in a format;
    skipped where there is no reviewdog."""
    from tests.tools import go_tool

    program = go_tool("reviewdog", "github.com/reviewdog/reviewdog/cmd/reviewdog@v0.21.0")
    folder = tmp_path_factory.mktemp("reviewdog")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)

    def read(name: str, text: str) -> list[dict[str, Any]]:
        command = [program, f"-f={name}", "-reporter=rdjson", "-filter-mode=nofilter"]
        done = subprocess.run(
            command, input=text.encode(), cwd=folder, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        found: list[dict[str, Any]] = json.loads(done.stdout)["diagnostics"]
        return found

    return read


@pytest.fixture(scope="session")
def chromium() -> str:
    """A browser; skipped where there is none."""
    found = (
        shutil.which("chromium")
        or shutil.which("google-chrome")
        or shutil.which("chromium-browser")
    )
    if not found:
        pytest.skip("there is no Chromium here")
    return found
