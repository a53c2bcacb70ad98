"""What a check is not sure of is a note, whatever the severity of its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint import check_text

PAGE = "# Mate\n\nYou mend boats in our yard.\n\n"
CASES = (
    ("grammar/wrong-article", "You join a evening meeting.", "warning"),
    ("grammar/wrong-article", "You need a experience with ropes.", "note"),
    ("grammar/doubled-word", "You mend the the boats.", "warning"),
    ("grammar/doubled-word", "You mend boats of the of the yard.", "note"),
    ("grammar/misspelling", "You are deckly looking for ropes.", ""),
    ("grammar/misspelling", "You keep publicing the tides.", "note"),
    ("grammar/misspelling", "You keep recieving the tides.", "warning"),
    ("grammar/misspelling", "You build it with autoconf or skons.", "note"),
    ("grammar/misspelling", "You sail wtih the tides.", "warning"),
    ("links/vague-text", "See our [website](https://oven.example).", "note"),
    ("links/vague-text", "Apply [here](https://oven.example).", "warning"),
    ("links/mail-link", "Write to [us](mailto:[surname]@oven.example).", "note"),
    ("links/mail-link", "Write to [us](mailto:oven.example).", "error"),
)


@pytest.mark.parametrize(("rule", "text", "severity"), CASES)
def test_severity(tmp_path: Path, rule: str, text: str, severity: str) -> None:
    page = f"---\ntitle: Mate\n---\n\n{PAGE}{text}\n"
    found = [d for d in check_text(page, path=str(tmp_path / "mate.md")) if d.rule == rule]
    assert [d.severity for d in found] == [severity] * bool(severity)
