"""Rows that lie in a file come back as they were put, also where the file cannot grow."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from jdlint.io.pool import streamed
from jdlint.io.spool import Spool

ROWS = [bytes([n % 251]) * (n * 37 % 4001) for n in range(600)]
FULL = """
import resource, signal, sys
from jdlint.io.spool import Spool
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
rows, spool = [bytes([n]) * 3_000 for n in range(20)], Spool()
numbers = [spool.put(row) for row in rows]
print([spool.get(number) for number in numbers] == rows)
"""


def test_rows_come_back_by_number() -> None:
    spool = Spool()
    numbers = [spool.put(row) for row in ROWS]
    assert [spool.get(n) for n in reversed(numbers)] == ROWS[::-1]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to set on files")
def test_rows_that_do_not_fit_on_the_disk_stay_in_memory() -> None:
    done = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


@pytest.mark.parametrize("workers", [1, 3])
def test_results_of_several_processes_are_all_there(workers: int) -> None:
    found = streamed(lambda n: (n, ROWS[n]), range(len(ROWS)), workers)
    assert sorted(found) == list(enumerate(ROWS))


def test_the_share_of_a_process_that_failed_is_done_again() -> None:
    first = os.getpid()

    def work(number: int) -> int:
        if number == 7 and os.getpid() != first:
            os._exit(3)
        return number

    assert sorted(streamed(work, range(20), 2)) == list(range(20))
