"""A row that cannot be checked is put aside with its reason; the job goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.conftest import PAGE, bulk, rows, table


def test_rows_that_are_no_texts_are_put_aside(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = [row["text"].encode() for row in rows(6)]
    texts[1], texts[2], texts[3] = None, b"caf\xe9", b"word " * 11_000_000  # type: ignore[call-overload]
    raw = pa.array(texts, pa.binary())
    text = pa.Array.from_buffers(pa.string(), 6, raw.buffers())  # as careless writers do
    given = pa.table({"id": list("abcdef"), "company": ["x"] * 6, "text": text})
    pq.write_table(given, tmp_path / "in.parquet")
    assert bulk(tmp_path / "out", tmp_path / "in.parquet") == 0
    found = {row["id"]: row["quarantined"] for row in table(tmp_path / "out" / "rows.parquet")}
    assert found == {
        "a": None,
        "b": "it has no text",
        "c": "its text is not UTF-8 (byte 3)",
        "d": "its text has 55,000,000 bytes, more than 2,000,000",
        "e": None,
        "f": None,
    }


def _poisoned(pipe: Any, settings: str, beat: Any, parent: int) -> None:
    """A worker whose checks crash or hang on some texts, as an extension module may."""
    from jdlint.bulk import rows as module
    from jdlint.bulk.engines.worker import serve

    whole = module.RowChecker.result

    def result(self: Any, row: Any) -> Any:
        if "CRASH" in row.text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "HANG" in row.text:
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(60)
        if "RAISE" in row.text:
            raise SystemError("this is an error in an extension")
        return whole(self, row)

    module.RowChecker.result = result  # type: ignore[method-assign]
    serve(pipe, settings, beat, parent)


def _failing(self: Any, row: Any) -> Any:
    raise ValueError("no")


@pytest.mark.slow
def test_what_kills_or_hangs_a_process_is_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from jdlint.bulk import settings as settings_module
    from jdlint.bulk.engines import local
    from jdlint.bulk.inputs.normal import normal
    from jdlint.bulk.inputs.read import Batch
    from jdlint.bulk.settings import Columns, Settings

    monkeypatch.setattr(settings_module, "_GRACE", 1.0)
    columns = Columns("text", "id")
    texts = [PAGE.format(n=n) for n in range(5)]
    texts[1] += "CRASH"
    texts[3] += "HANG"
    batches = [
        Batch(
            i,
            normal(
                pa.table({"text": part, "id": list(range(len(part)))}),
                "f",
                0,
                columns,
                pa.int64(),
            ),
        )
        for i, part in enumerate((texts, texts[:1]))
    ]
    settings = Settings(columns, select=("grammar/doubled-word",), seconds=0.5).packed()
    done = {
        finished.number: pq.read_table(pa.BufferReader(finished.done.data)).to_pylist()
        for finished in local.run_local(batches, settings, "key", 2, 0.5, _poisoned)
    }
    why = [row["quarantined"] for row in done[0]]
    assert [row["id"] for row in done[0]] == [0, 1, 2, 3, 4]
    assert why[0] is why[2] is why[4] is None
    assert why[1] == "checking it ended its process (signal 11)"
    assert why[3] == "it was stopped after 4 seconds"
    assert len(done[1]) == 1
    assert done[1][0]["findings"]


def test_a_slow_or_failing_check_is_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.bulk.rows import Result, Row, RowChecker
    from jdlint.bulk.settings import Columns, Settings

    checker = RowChecker(Settings(Columns("text"), seconds=0.2))
    monkeypatch.setattr(RowChecker, "_result", lambda self, row: time.sleep(5))
    assert checker.result(Row("x", "1")).quarantined == "it took longer than 0.2 seconds"
    monkeypatch.setattr(RowChecker, "_result", lambda self, row: time.sleep(0.4) or Result())
    assert checker.result(Row("x", "1")).quarantined is None, "it only waited for its turn"
    monkeypatch.setattr(RowChecker, "_result", _failing)
    assert checker.result(Row("x", "1")).quarantined == "checking it failed (ValueError)"


_WATCHED = """
import time
from jdlint.bulk.engines.on_ray import _watched
with _watched(0.3) as begin:
    begin(0)
    begin({row})
    time.sleep(1.5)
"""


@pytest.mark.parametrize(("row", "code"), [(1, 1), (-1, 0)])
def test_a_task_of_ray_ends_at_a_row_that_hangs(row: int, code: int) -> None:
    ended = subprocess.run([sys.executable, "-c", _WATCHED.format(row=row)], check=False)
    assert ended.returncode == code
