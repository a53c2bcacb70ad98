"""Whatever is killed, ``--resume`` ends with what an undisturbed run gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bulk.conftest import RULES, bulk, parquet, rows, table

_MOST = 300.0  # seconds in which a run has begun to write


def start(out: Path, path: Path, *more: str) -> subprocess.Popen[str]:
    given = [str(path), "--text", "text", "--id", "id", "--group", "company"]
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jdlint",
            "bulk",
            *given,
            "--out",
            str(out),
            "--jobs",
            "2",
            "--select",
            RULES,
            *more,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        restore_signals=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def until_pieces(out: Path, process: subprocess.Popen[str], count: int = 1) -> None:
    """Wait until so many pieces are there, or the run has ended."""
    end = time.monotonic() + _MOST
    while process.poll() is None and time.monotonic() < end:
        if len(list(out.glob("pieces/*/*.parquet"))) >= count:
            return
        time.sleep(0.01)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("bulk")
    path = parquet(folder / "in.parquet", rows(600))
    assert bulk(folder / "whole", path) == 0
    return path, folder / "whole"


def same(out: Path, whole: Path) -> None:
    for name in ("rows.parquet", "findings.parquet", "duplicates.parquet"):
        assert table(out / name) == table(whole / name), name


@pytest.mark.slow
def test_a_killed_run_goes_on(given: tuple[Path, Path], tmp_path: Path) -> None:
    path, whole = given
    out = tmp_path / "out"
    process = start(out, path)
    until_pieces(out, process)
    process.kill()
    process.communicate()
    assert not (out / "rows.parquet").exists()
    assert list(out.glob("pieces/*/*.parquet"))
    assert bulk(out, path, more=["--resume"]) == 0
    same(out, whole)


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_an_ended_run_says_how_to_go_on(
    given: tuple[Path, Path], tmp_path: Path, sent: signal.Signals
) -> None:
    path, whole = given
    out = tmp_path / "out"
    process = start(out, path)
    until_pieces(out, process)
    process.send_signal(sent)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 130
    assert said.strip().endswith("the same command with --resume goes on")
    assert bulk(out, path, more=["--resume"]) == 0
    same(out, whole)


@pytest.mark.slow
def test_a_killed_worker_is_replaced(given: tuple[Path, Path], tmp_path: Path) -> None:
    path, whole = given
    out = tmp_path / "out"
    process = start(out, path)
    until_pieces(out, process)
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not found.exists():
        pytest.skip("the children of a process are not told here")
    for pid in found.read_text().split():
        if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
            os.kill(int(pid), signal.SIGKILL)
    process.communicate(timeout=300)
    assert process.returncode == 0
    same(out, whole)


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_finished(given: tuple[Path, Path], tmp_path: Path) -> None:
    path, whole = given
    out = tmp_path / "out"
    process = start(out, path, "-q")
    until_pieces(out, process)
    process.send_signal(signal.SIGINT)
    said, told = process.communicate(timeout=300)
    assert (process.returncode, said, told) == (
        130,
        "",
        "jdlint: interrupted; what is finished is kept, the same command with --resume goes on\n",
    )
    assert list(out.glob("pieces/*/*.parquet"))
    assert bulk(out, path, more=["--resume"]) == 0
    same(out, whole)


@pytest.mark.slow
def test_damaged_and_foreign_pieces_are_done_again(
    given: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, whole = given
    out = tmp_path / "out"
    process = start(out, path)
    until_pieces(out, process, 2)
    process.kill()
    process.communicate()
    first, second, *_ = sorted(out.glob("pieces/*/*.parquet"))
    first.write_bytes(first.read_bytes()[:-50])
    second.write_bytes((whole / "rows.parquet").read_bytes())
    assert bulk(out, path, more=["--resume", "--ignore", "style"]) == 2
    assert "not those that the run there began with" in capsys.readouterr().err
    assert bulk(out, path, more=["--resume"]) == 0
    same(out, whole)
