"""Commands that write are killed a few times (``scripts/kill`` does it a hundred times)."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.fuzz.kills import COMMANDS, Killed, kill_often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_killed_leaves_whole_files(name: str, tmp_path: Path) -> None:
    wrong: list[str] = []

    def tell(killed: Killed, faults: list[str]) -> None:
        wrong.extend(f"{killed}: {fault}" for fault in faults)

    kill_often(tmp_path / "site", name, 6, random.Random(11), tell)
    assert not wrong
