"""What a long run says of itself in a log."""

from __future__ import annotations

import pytest

from jdlint.bulk import progress
from jdlint.bulk.engines.work import Done
from jdlint.bulk.progress import Progress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_rows_and_parts_of_a_step_are_said_now_and_then(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    said = Progress(1_000)
    clock[0] = 50.0
    said.add(Done(b"", rows=500, findings=20, quarantined=0))
    said.add(Done(b"", rows=100, findings=1, quarantined=0))  # too soon for a line of its own
    said.step("comparing the postings of each group")
    clock[0] = 90.0
    said.part(1, 5)
    said.part(2, 5)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "jdlint: 500 of 1,000 rows, 10 a second, 20 findings, 50 s left",
        "jdlint: comparing the postings of each group",
        "jdlint: comparing the postings of each group: 1 of 5 parts, 2 min 40 s left",
    ]


def test_a_quiet_run_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    said = Progress(10, quiet=True)
    clock[0] = 50.0
    said.add(Done(b"", rows=5, findings=0, quarantined=0))
    said.step("writing the tables")
    said.part(1, 2)
    assert capsys.readouterr().err == ""
