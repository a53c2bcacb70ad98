"""A page that takes too long is named, and the run goes on."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import pytest

from jdlint.api import Session
from jdlint.engine import deadline
from jdlint.engine import run as engine
from jdlint.engine.deadline import TookTooLong, within
from jdlint.engine.planning.request import Request

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="alarms are POSIX")
PAGE = "---\nlayout: job\ntitle: Baker\n---\n\n## Responsibilities\n\n* Bake bread \n"


def test_a_pattern_that_hangs_is_interrupted() -> None:
    with pytest.raises(TookTooLong), within(0.2):
        re.match(r"(a+)+$", "a" * 40 + "!")  # what no shipped pattern does: it takes hours


def test_an_outer_limit_holds_inside_and_after() -> None:
    with pytest.raises(TookTooLong), within(0.2):
        _twice()


def _twice() -> None:
    with within(5):
        pass
    time.sleep(5)


def test_in_other_threads_there_is_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with within(0.001):
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    assert done


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "jobs").mkdir()
    for name in "abc":
        (tmp_path / "jobs" / f"{name}.md").write_text(PAGE)
    (tmp_path / "jdlint.yaml").write_text("pages: jobs/*.md\n")
    return tmp_path


def _rules(site: Path, **more: float) -> list[tuple[str, str]]:
    session = Session(site, grammar="off")
    report = session.run(Request(site, (site,), jobs=1, **more))  # type: ignore[arg-type]
    assert report.pages == 3
    return [(Path(d.path).name, d.rule) for d in report.diagnostics]


def test_a_page_over_its_share(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _rules(site)
    (site / "jobs" / "b.md").write_text(PAGE + "* Bake more\n" * 20_000)
    monkeypatch.setattr(engine, "PAGE", 0.05)
    found = _rules(site)
    assert ("b.md", "file/unreadable") in found
    assert ("a.md", "whitespace/trailing-space") in found
    assert ("c.md", "whitespace/trailing-space") in found
    monkeypatch.undo()
    (site / "jobs" / "b.md").write_text(PAGE)
    assert _rules(site) == whole, "nothing of it is kept"


def test_a_run_over_its_time_names_what_was_not_reached(site: Path) -> None:
    found = _rules(site, seconds=1e-9)
    assert found == [(f"{name}.md", "file/unreadable") for name in "abc"]
    assert all(rule != "file/unreadable" for _, rule in _rules(site))


def _for_ever() -> None:
    while True:
        pass


def test_a_busy_machine_makes_no_page_slow() -> None:
    with within(0.2, patience=20):
        time.sleep(0.5)  # no work of ours
    with pytest.raises(TookTooLong), within(0.1, patience=3):
        time.sleep(30)  # but it does not wait for ever
    with pytest.raises(TookTooLong), within(0.1, patience=1000):
        _for_ever()


def test_an_alarm_that_is_swallowed_rings_again() -> None:
    with pytest.raises(TookTooLong), within(0.05):
        _swallowing()


def _swallowing() -> None:
    try:
        _for_ever()
    except TookTooLong:  # as a callback of the garbage collector does
        time.sleep(5)


def _rung_at_each_step(frame: Any, event: str, what: Any) -> None:
    code = frame.f_code
    ours = code.co_filename == deadline.__file__ and code.co_name != "_ring"
    if ours and signal.getsignal(signal.SIGALRM) != signal.SIG_DFL:
        signal.raise_signal(signal.SIGALRM)


@pytest.mark.parametrize("seconds", [1e-9, 10])
def test_no_alarm_rings_while_a_limit_is_set_or_taken_back(seconds: float) -> None:
    """Raised there, it would be raised again and again, wherever the program is by then."""
    raised: list[TookTooLong] = []
    sys.setprofile(_rung_at_each_step)
    try:
        for _ in range(50):
            try:
                with within(10), within(seconds):
                    pass  # on a busy machine the shorter limit may be over here
            except TookTooLong as error:
                raised.append(error)
    finally:
        sys.setprofile(None)
    where = [f.f_code for error in raised for f, _ in traceback.walk_tb(error.__traceback__)]
    assert not set(where) & {within.__enter__.__code__, within.__exit__.__code__}
    assert not raised or seconds < 1
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
