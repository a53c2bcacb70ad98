"""Rows that crash, hang, raise or are no texts, in runs of the real command with each engine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bulk.conftest import PAGE, table

ROOT = Path(__file__).resolve().parents[2]
# what an extension module may do, in whichever process a row is checked
POISON = """
import os, signal, time
from jdlint.bulk import rows

def poisoned(self, row, whole=rows.RowChecker._result):
    if "CRASH" in row.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "DEAF" in row.text:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    if "DEAF" in row.text or "SLEEP" in row.text:
        time.sleep(600)
    if "RAISE" in row.text:
        raise SystemError("this is an error in an extension")
    return whole(self, row)

rows.RowChecker._result = poisoned
"""
WHY = {
    "good": None,
    "null": "it has no text",
    "bytes": "its text is not UTF-8 (byte 3)",
    "large": "its text has 55,000,000 bytes, more than 2,000,000",
    "crash": "checking it ended its process (signal 11)",
    "deaf": "it was stopped after 8 seconds",
    "sleep": "it took longer than 0.5 seconds",
    "raise": "checking it failed (SystemError)",
    "last": None,
}


def _given(path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts: list[bytes | None] = [
        (PAGE.format(n=n) + name.upper()).encode() for n, name in enumerate(WHY)
    ]
    texts[1:4] = [None, b"caf\xe9", b"word " * 11_000_000]
    raw = pa.array(texts, pa.binary())
    text = pa.Array.from_buffers(pa.string(), len(texts), raw.buffers())  # as careless writers do
    pq.write_table(pa.table({"id": list(WHY), "text": text}), path)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there are no alarms")
@pytest.mark.parametrize("engine", ["local", "ray"])
def test_poisoned_rows_are_put_aside_with_a_reason(tmp_path: Path, engine: str) -> None:
    if engine == "ray":
        pytest.importorskip("ray", reason="the extra jdlint[ray] is not installed")
    _given(tmp_path / "in.parquet")
    (tmp_path / "sitecustomize.py").write_text(POISON, encoding="utf-8")
    given = ["bulk", "in.parquet", "--text", "text", "--id", "id", "--out", "out"]
    more = ["--row-seconds", "0.5", "--jobs", "2", "--engine", engine]
    rules = ["--select", "grammar/doubled-word"]
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", *given, *more, *rules],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    found = {row["id"]: row["quarantined"] for row in table(tmp_path / "out" / "rows.parquet")}
    assert found == WHY
    named = {row["id"] for row in table(tmp_path / "out" / "findings.parquet")}
    assert named == {"good", "last"}
