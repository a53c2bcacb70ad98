"""A process that answers keeps what it needs for the next answer, and nothing of the last one."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from jdlint.core import recent
from jdlint.engine.run import Run
from jdlint.serve.answers import Answers
from tests.serve.conftest import PAGE


@pytest.mark.parametrize("whole_site", [False, True])
def test_no_run_outlives_its_answer(
    site: Path, monkeypatch: pytest.MonkeyPatch, whole_site: bool
) -> None:
    """As in a worker: young garbage is looked for after each answer, old one much later."""
    monkeypatch.chdir(site)
    monkeypatch.setattr(recent, "_kept", dict(recent._kept))
    answers = Answers(site, "")
    gc.collect()
    before = sum(isinstance(each, Run) for each in gc.get_objects())
    gc.disable()
    try:
        for number in range(3):
            answers.check(
                PAGE + f"\nBake the the bread {number}.\n", "jobs/waiter.md", "", whole_site
            )
            gc.collect(1)
        assert sum(isinstance(each, Run) for each in gc.get_objects()) == before
    finally:
        gc.enable()
