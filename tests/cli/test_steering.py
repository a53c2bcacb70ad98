"""What a repository supplies cannot steer the terminal or log of any command."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import GOOD

ESC = "\x1b]8;;http://a.example\x1b\\ \u202e\u2028\n::error::x"
QUOTED = json.dumps(ESC)
STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|^::", re.M
)
COMMANDS = {
    "check": ("check",),
    "why": ("check", "--why"),
    "quiet": ("check", "-q", "--statistics"),
    "markdown": ("check", "--format", "markdown"),
    "rules": ("rules",),
    "explain": ("explain", "own/x"),
    "test": ("test", "own/x"),
    "config": ("config", "jobs/installer.md"),
    "links": ("links",),
    "words": ("words",),
    "export": ("export",),
    "init": ("init", "--force"),
    "baseline": ("baseline",),
}


@pytest.fixture
def hostile(repo: Path) -> Path:
    """A repository that has what steers a terminal in every text that is said of it."""
    (repo / "rules" / "own").mkdir(parents=True)
    rule = f"""
summary: {QUOTED}
why: {QUOTED}
severity: warning
check: terms
with: {{terms: [bake]}}
message: {QUOTED}
see: ["https://a.example/"]
examples:
  - bad: {QUOTED}
  - good: {QUOTED}
"""
    (repo / "rules" / "own" / "x.yaml").write_text(rule)
    (repo / "jdlint.yaml").write_text(
        f"pages: ['jobs/**', {QUOTED}]\nrule-paths: [rules]\nsections: [{{name: {QUOTED}}}]\n"
        f"site: {{elsewhere: [{QUOTED}]}}\n"
    )
    (repo / ".jdlint-words.txt").write_text("fern\x1b[2Jhill\n\u202emill\n")
    odd = (
        GOOD.replace("Heat Pump Installer", QUOTED) + "\nWe bake the the [bread](/\x1b[2J\u202e).\n"
    )
    (repo / "jobs" / "a\x1b[2J\n::error::\u202e.md").write_text(odd)
    (repo / "jobs" / "installer.md").write_text(odd)
    return repo


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_steers_the_terminal(hostile: Path, jdlint: Any, name: str) -> None:
    answer = jdlint(*COMMANDS[name])
    said = answer.err if name == "export" else answer.out + answer.err  # JSON is no text
    assert said.strip()
    found = STEERING.search(said)
    assert not found, said[max(0, found.start() - 200) : found.end() + 80] if found else ""
    assert answer.code in (0, 1)
