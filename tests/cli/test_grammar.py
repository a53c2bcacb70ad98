"""The grammar engine from the command line: Harper at once, LanguageTool when asked,
words of the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import GOOD

SLIPS = GOOD.replace(
    "You install heat pumps in homes around Kyoto.",
    "You 😀 will *recieve* our [managment](/handbook) handbook.",
)


def spelling(answer: Any) -> list[tuple[int, int, int]]:
    rows = [d for d in answer.data["diagnostics"] if d["rule"] == "grammar/misspelling"]
    return [(d["start"]["line"], d["start"]["column"], d["end"]["column"]) for d in rows]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_misspellings_are_marked_to_the_letter(repo: Path, jdlint: Any, ends: str) -> None:
    (repo / "jobs" / "installer.md").write_bytes(SLIPS.replace("\n", ends).encode())
    assert spelling(jdlint("check", "--format", "json")) == [(6, 13, 20), (6, 27, 36)]


def test_the_engine_can_be_off(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "installer.md").write_text(SLIPS)
    assert spelling(jdlint("check", "--format", "json", "--grammar", "off")) == []
    for text in (
        "grammar: off\n",
        "grammar: {engine: off}\n",
        "rules: {grammar/misspelling: off}\n",
    ):
        (repo / "jdlint.yaml").write_text(text)
        assert spelling(jdlint("check", "--format", "json")) == [], text


def test_off_means_all_grammar_and_engine_off_the_engine_alone(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "installer.md").write_text(GOOD.replace("in homes", "in in homes"))
    rule = "grammar/doubled-word"
    assert rule not in jdlint("check", "--format", "json", "--grammar", "off").rules
    (repo / "jdlint.yaml").write_text("grammar: {engine: off}\n")
    assert rule in jdlint("check", "--format", "json").rules
    (repo / "jdlint.yaml").write_text("grammar: off\n")
    assert rule not in jdlint("check", "--format", "json").rules
    assert rule in jdlint("check", "--format", "json", "--grammar", "harper").rules


def test_words_of_the_project_are_no_misspellings(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "installer.md").write_text(SLIPS)
    assert (
        jdlint("words", "--add", "Managment", "brazing").out
        == "added to .jdlint-words.txt: Managment, brazing\n"
    )
    assert jdlint("words").out == "brazing\nManagment\n"
    assert jdlint("words", "--add", "brazing").out == ".jdlint-words.txt has them already\n"
    assert spelling(jdlint("check", "--format", "json")) == [(6, 13, 20)]


def test_a_second_run_answers_the_same(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "installer.md").write_text(SLIPS)
    assert jdlint("check", "--format", "json").out == jdlint("check", "--format", "json").out


def test_an_engine_that_is_absent(repo: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for by name: one sentence with the remedy and exit 2."""
    monkeypatch.setenv("LTP_PATH", str(repo / "nothing"))
    (repo / "jobs" / "installer.md").write_text(SLIPS)
    answer = jdlint("check", "--grammar", "languagetool")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("jdlint: LanguageTool")
    assert answer.err.count("\n") == 1
    (repo / "jdlint.yaml").write_text(
        "grammar: {engine: languagetool, languagetool: {url: 'http://127.0.0.1:9'}}\n"
    )
    answer = jdlint("check")
    assert answer.code == 2
    assert "127.0.0.1:9" in answer.err
