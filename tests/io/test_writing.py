"""Files are replaced whole, and only where they are files."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from jdlint.io.writing import write_atomically

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")


def test_mode_and_links_stay(tmp_path: Path) -> None:
    page, link = tmp_path / "page.md", tmp_path / "link.md"
    page.write_text("old")
    page.chmod(0o640)
    link.symlink_to(page)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert page.read_bytes() == b"new"
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "page.md"]


def test_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "x", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_read_only_files_are_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("old")
    page.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomically(page, b"new")
    assert page.read_bytes() == b"old"


def test_pipes_are_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, b"report")
    reader.join(10)
    assert got == [b"report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_devices_stay_devices() -> None:
    with pytest.raises(OSError, match="No space left"):
        write_atomically(Path("/dev/full"), b"x" * 100_000)
    write_atomically(Path("/dev/null"), b"x")
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="Linux only")
def test_standard_output_by_name(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from jdlint.io.writing import write_atomically;"
        "write_atomically(Path('/dev/stdout'), b'report')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"report"


def test_drafts_of_killed_runs_are_swept(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead, ours = (
        tmp_path / f".jdlint-{gone.pid}-ab.draft",
        tmp_path / f".jdlint-{os.getpid()}-c.draft",
    )
    other = tmp_path / ".jdlint-notes.draft"
    for path in (dead, ours, other):
        path.write_text("half")
    write_atomically(tmp_path / "page.md", b"new")
    assert not dead.exists()
    assert ours.exists()
    assert other.exists()


def test_names_as_long_as_they_may_be(tmp_path: Path) -> None:
    page = tmp_path / ("x" * 252 + ".md")
    page.write_text("old")
    write_atomically(page, b"new")
    assert page.read_bytes() == b"new"
