"""A run that is killed leaves every page as it was or as it should be, never in between."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.engine.planning.request import Request
from jdlint.fix.rounds import fix, write
from tests.fix.pages import SAFE, SLIPS, checker

PAGES = 20
TIMES = 100

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")


def _killed(work: Callable[[], object], seconds: float) -> bool:
    """Work in another process that is killed after a while; whether it was still at work."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@pytest.mark.slow
def test_every_page_is_whole_whenever_the_run_is_killed(tmp_path: Path) -> None:
    texts = {
        tmp_path / "jobs" / f"{n}.md": SLIPS.replace("Kyoto", f"Kyoto {n}").encode()
        for n in range(PAGES)
    }
    (tmp_path / "jobs").mkdir()

    def reset() -> None:
        for path, data in texts.items():
            path.write_bytes(data)

    reset()
    request = Request(tmp_path, (tmp_path,), jobs=1)
    outcome = fix(request, checker(), SAFE)
    works: list[Callable[[], object]] = [
        lambda: list(write(request, fix(request, checker(), SAFE))),
        lambda: list(write(request, outcome)),
    ]
    fixed = {path: outcome.after[f"jobs/{path.name}"] for path in texts}
    assert all(fixed[path] != data for path, data in texts.items())
    chance = random.Random(6)
    at_work = between = 0
    for work in works:
        reset()
        took = _timed(work)
        assert {path: path.read_bytes() for path in texts} == fixed
        for _ in range(TIMES // 2):
            reset()
            at_work += _killed(work, chance.uniform(0, took * 1.2))
            found = {path: path.read_bytes() for path in texts}
            assert all(data in (texts[path], fixed[path]) for path, data in found.items())
            between += 0 < sum(found[path] == fixed[path] for path in texts) < PAGES
    assert at_work > TIMES / 4, "many runs were killed before they were done"
    assert between, "some were killed between two pages"
