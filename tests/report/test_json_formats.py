"""GitLab's Code Quality report and reviewdog's format."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jdlint.core.diagnostic import Edit, Report
from jdlint.core.text import Source, Span
from jdlint.report import Given, render
from tests.report.conftest import PATHS, TEXT, diagnostic

# what GitLab asks of an entry: gitlabhq/gitlabhq, app/validators/json_schemas/codeclimate.json, and
# the severities and the line of its documentation (“Code Quality report format”)
GITLAB = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "not": {"pattern": r"^\./"}},
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {"begin": {"type": "integer", "minimum": 1}},
                },
            },
        },
    },
}


def test_gitlab_takes_every_entry(
    rendered: Callable[[str], str], examples: Callable[[str], str]
) -> None:
    import jsonschema

    for text in (rendered("gitlab"), examples("gitlab")):
        rows = json.loads(text)
        for row in rows:
            jsonschema.validate(row, GITLAB)
        assert len({row["fingerprint"] for row in rows}) == len(rows) > 10


def test_gitlab_knows_a_finding_again_when_lines_move(tmp_path: Path) -> None:
    page = tmp_path / "jobs" / "a.md"
    page.parent.mkdir()
    head = "---\nlayout: job\ntitle: Fitter\n---\n\n"
    body = "You fit the the pumps.\n\n## Responsibilities\n\n* Fit pumps\n* Test the the pumps\n"

    def found() -> dict[str, int]:
        command = [
            sys.executable,
            "-m",
            "jdlint",
            "check",
            "--select",
            "grammar/doubled-word",
            "--format",
            "gitlab",
        ]
        root = Path(__file__).resolve().parents[2]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(root)},
            check=False,
        )
        return {
            row["fingerprint"]: row["location"]["lines"]["begin"] for row in json.loads(done.stdout)
        }

    page.write_text(head + body)
    before = found()
    page.write_text(head + "Fernhill Energy makes heat pumps.\n\n" + body)
    after = found()
    assert len(before) == 2
    assert after == {name: line + 2 for name, line in before.items()}


def test_reviewdog_reads_rdjson(
    rendered: Callable[[str], str], reviewdog: Callable[[str, str], list[dict[str, Any]]]
) -> None:
    found = reviewdog("rdjson", rendered("rdjson"))
    assert sorted({d["location"]["path"] for d in found}) == sorted(PATHS)
    suggestions = [d["suggestions"] for d in found if "suggestions" in d]
    line = TEXT[: TEXT.index("* one")].count("\n") + 1
    assert suggestions == [[{"range": {"start": {"line": line}, "end": {"line": line}}}]] * len(
        PATHS
    )


def test_columns_count_bytes() -> None:
    source = Source("a.md", "é𐐀 end\n")
    row = json.loads(
        render("rdjson", Report((diagnostic(source, "end"),), 1), Given(lambda _: source, {}))
    )["diagnostics"][0]
    assert row["location"]["range"] == {
        "start": {"line": 1, "column": 8},
        "end": {"line": 1, "column": 11},
    }


def test_several_edits_are_one_suggestion() -> None:
    source = Source("a.md", "(see [here ](x)) and\n")
    edits = [Edit(Span(10, 11), ""), Edit(Span(0, 1), "["), Edit(Span(15, 16), "]")]
    row = json.loads(
        render(
            "rdjson",
            Report((diagnostic(source, "see", edits=edits, fix="safe"),), 1),
            Given(lambda _: source, {}),
        )
    )["diagnostics"][0]
    (suggestion,) = row["suggestions"]
    assert suggestion["text"] == "[see [here](x)]"
    assert suggestion["range"] == {
        "start": {"line": 1, "column": 1},
        "end": {"line": 1, "column": 17},
    }


def test_an_unsafe_fix_is_no_suggestion() -> None:
    source = Source("a.md", "end\n")
    d = diagnostic(source, "end", edits=[Edit(Span(0, 3), "x")], fix="unsafe")
    assert (
        "suggestions"
        not in json.loads(render("rdjson", Report((d,), 1), Given(lambda _: source, {})))[
            "diagnostics"
        ][0]
    )
