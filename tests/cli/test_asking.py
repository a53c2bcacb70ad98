"""``jdlint check --interactive``, as a writer meets it at a terminal."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from jdlint.report.parts.change import rows_of
from tests.fix.pages import SLIPS

PROMPT = "Change it? ["


@pytest.fixture
def page(repo: Path) -> Path:
    path = repo / "jobs" / "slips.md"
    path.write_text(SLIPS)
    return path


class Asked(NamedTuple):
    """How a session ended: its exit code, what was asked, what was reported."""

    code: int
    asked: str
    report: str


@pytest.fixture
def ask(jdlint: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    def asked(*lines: str, options: Sequence[str] = ()) -> Asked:
        data = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        answer = jdlint("check", "--interactive", *options)
        return Asked(answer.code, answer.err, answer.out)

    return asked


def test_yes_no_and_stop(page: Path, ask: Any) -> None:
    answer = ask("n", "n", "what", "y", "q")
    assert answer.asked.count(PROMPT) == 5
    assert "1 finding fixed on 1 page" in answer.report
    left = page.read_text()
    assert sum(a != b for a, b in zip(SLIPS.split("\n"), left.split("\n"), strict=False)) == 1
    assert "6 - You install heat pumps in order to warm homes around Kyoto. " in answer.asked


def test_all_that_follow(page: Path, ask: Any) -> None:
    assert ask("a").asked.count(PROMPT) == 1
    assert page.read_text() != SLIPS
    assert "titel" not in page.read_text(), "who is asked may take what is no safe fix, too"


def test_all_of_one_rule(page: Path, ask: Any) -> None:
    page.write_text(SLIPS.replace("Kyoto. \n", "Kyoto. \n\nWe care. \n\nYou care. \n"))
    answer = ask("r", "q", options=["--select", "whitespace/trailing-space"])
    assert answer.asked.count(PROMPT) == 1
    assert "3 findings fixed" in answer.report


def test_silence_with_a_reason(page: Path, ask: Any) -> None:
    rule = ["--select", "grammar/doubled-word"]
    answer = ask("s", "", "s", "it is --> a name", "q", options=rule)
    assert "1 finding silenced" in answer.report
    assert "<!-- jdlint-ignore-line grammar/doubled-word: it is a name -->" in page.read_text()
    assert ask(options=rule).asked == ""


def test_undo_goes_back_one_answer(page: Path, ask: Any) -> None:
    answer = ask("u", "y", "u", "n", "q")
    assert "There is nothing to undo here" in answer.asked
    assert page.read_text() == SLIPS


def test_other_words(page: Path, ask: Any) -> None:
    ask("e", "", "e", "that", "q", options=["--select", "style/wordy-phrase"])
    assert "heat pumps that warm homes" in page.read_text()


def test_a_word_of_the_project(page: Path, ask: Any, repo: Path) -> None:
    page.write_text(SLIPS + "\nYou love recieving letters.\n")
    rule = ["--select", "grammar/misspelling"]
    answer = ask("w", options=rule)
    assert "added to .jdlint-words.txt: recieving" in answer.report
    assert (repo / ".jdlint-words.txt").read_text() == "recieving\n"
    assert answer.code == 0
    assert "recieving letters" in page.read_text()


def test_giving_up_changes_nothing(page: Path, ask: Any) -> None:
    answer = ask("y", "y", "x")
    assert "nothing was changed" in answer.report
    assert answer.code == 1
    assert page.read_text() == SLIPS


def test_nobody_answers(page: Path, ask: Any) -> None:
    ask()
    assert page.read_text() == SLIPS


def test_at_a_real_terminal(page: Path, repo: Path) -> None:
    main, side = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "jdlint", "check", "--interactive", "jobs/slips.md"],
        stdin=side, stdout=side, stderr=side, cwd=repo,
        env={
            **os.environ, "COLUMNS": "60", "TERM": "xterm", "NO_COLOR": "",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
    )  # fmt: skip
    os.close(side)
    os.write(main, b"n\nn\ny\nq\n")
    seen = bytearray()
    try:
        while piece := os.read(main, 4096):
            seen += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(main)
    assert done.wait(30) == 1
    text = seen.decode()
    assert "\x1b[31m" in text
    assert "1 finding fixed on 1 page" in text


def test_the_word_in_question_is_seen_far_out_in_its_line() -> None:
    line = "Our ovens bake all day and all night. " * 6 + "We serve mulitnational guests. " * 3
    start = line.index("mulitnational")
    rows = [row.text for row in rows_of(1, line, line, 60, (start, start + 13))]
    assert len(rows) == 1
    assert "mulitnational" in rows[0]
    assert len(rows[0]) <= 60
