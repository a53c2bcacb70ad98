"""What a serving process frees, the system gets back."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from jdlint.io.memory import hold_little

def resident():
    with open("/proc/self/statm") as stream:
        return int(stream.read().split()[1]) * 4096

if sys.argv[1] == "little":
    hold_little()
small, large = [], []
for _ in range(600):
    large.append(bytearray(b"x") * 100_000)
    small.append(bytearray(b"y") * 2_000)
full = resident()
large.clear()
print((full - resident()) / 60e6)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="mallopt is glibc’s")
def test_what_is_freed_is_given_back() -> None:
    given = {
        how: float(subprocess.check_output([sys.executable, "-c", PROGRAM, how], text=True))
        for how in ("little", "as ever")
    }
    assert given["little"] > 0.9, given
    assert given["as ever"] < 0.5, "the C library gives it back by itself: this can go"
