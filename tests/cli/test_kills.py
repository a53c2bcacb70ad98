"""Commands that write are killed a few times (``scripts/kill`` does it a hundred times): twice at
once, more often where there is time."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.fuzz.kills import COMMANDS, Killed, kill_often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.mark.parametrize("times", [2, pytest.param(8, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_killed_leaves_whole_files(name: str, times: int, tmp_path: Path) -> None:
    wrong: list[str] = []

    def tell(killed: Killed, faults: list[str]) -> None:
        wrong.extend(f"{killed}: {fault}" for fault in faults)

    kill_often(tmp_path / "site", name, times, random.Random(11), tell)
    assert not wrong
