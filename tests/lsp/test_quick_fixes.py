"""Every quick fix that a client can ask for gives the text that the command line's edits give."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.lsp.client import Client, applied, editor

pytest.importorskip("pygls", reason="the extra jdlint[lsp] is not installed")


def told(site: Path) -> dict[str, list[dict[str, Any]]]:
    """The findings of the command line that have a fix, by page."""
    command = [sys.executable, "-m", "jdlint", "check", "--format", "json"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in json.loads(done.stdout)["diagnostics"]:
        if row["edits"]:
            rows.setdefault(row["path"], []).append(row)
    assert sum(map(len, rows.values())) > 20
    return rows


def shown(client: Client, uri: str) -> set[tuple[str, str]]:
    found = client.found.get(uri, {}).get("diagnostics", ())
    return {(row["code"], row["message"]) for row in found}


def mended(text: str, row: Mapping[str, Any]) -> str:
    """The text with the edits of a finding in the JSON report (1-based code points)."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(place: Mapping[str, int]) -> int:
        return starts[place["line"] - 1] + place["column"] - 1

    edits = [(offset(e["start"]), offset(e["end"]), e["text"]) for e in row["edits"]]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def offered(client: Client, page: str, text: str, row: Mapping[str, Any]) -> set[str]:
    """What the fixes of a finding make of the text, in the editor."""
    found = [
        d
        for d in client.found[client.uri(page)]["diagnostics"]
        if (d["code"], d["message"]) == (row["rule"], row["message"])
    ]
    assert found, ("the editor does not show it", row)
    actions = [a for d in found for a in client.actions(page, d, "quickfix")]
    changed = [
        a["edit"]["changes"] for a in actions if a["title"].startswith(("Fix: ", "Change: "))
    ]
    return {applied(text, changes[client.uri(page)]) for changes in changed}


@pytest.mark.slow
def test_quick_fixes_are_those_of_the_command_line(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "examples", site)
    with editor(site) as client:
        for page, rows in told(site).items():
            uri, text = client.uri(page), (site / page).read_text(encoding="utf-8")
            there = {(row["rule"], row["message"]) for row in rows}
            client.open(page, text)
            client.wait(lambda uri=uri, there=there: there <= shown(client, uri))
            for row in rows:
                assert mended(text, row) in offered(client, page, text, row), row["message"]
