"""Tables of invented postings, and runs over them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

RULES = "grammar/doubled-word,lists,style,consistency"  # without those that load a tagger
PAGE = """## Responsibilities

* Bake the the bread, number {n}
* Sell cakes, tarts, etc..

## Requirements

* Two years in a bakery
* French is a plus
"""


@pytest.fixture(scope="session", autouse=True)
def _needed() -> None:
    for name in ("pyarrow", "numpy", "rensa", "fsspec"):
        pytest.importorskip(name, reason="the extra jdlint[bulk] is not installed")


def rows(count: int) -> list[dict[str, Any]]:
    """So many postings of seven companies."""
    return [
        {"id": 1000 + n, "company": f"Bakery {n % 7}", "text": PAGE.format(n=n)}
        for n in range(count)
    ]


def parquet(path: Path, data: Sequence[dict[str, Any]], schema: Any = None) -> Path:
    """A Parquet file of rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(list(data), schema=schema), path, row_group_size=50)
    return path


def bulk(out: Path, *inputs: Path | str, more: Sequence[str] = ()) -> int:
    """Run ``jdlint bulk`` in this process."""
    from jdlint.cli.main import main

    given = [*map(str, inputs), "--text", "text", "--id", "id", "--group", "company"]
    rules = () if "--select" in more else ("--select", RULES)
    return main(["bulk", *given, "--out", str(out), "--jobs", "1", *rules, *more])


def table(path: Path) -> list[dict[str, Any]]:
    """The rows of a Parquet file."""
    import pyarrow.parquet as pq

    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def manifest(out: Path) -> dict[str, Any]:
    """The manifest of a run."""
    data: dict[str, Any] = json.loads((out / "manifest.json").read_text())
    return data
