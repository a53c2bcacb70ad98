"""Whatever holds the rows, the findings are the same; a row that cannot be read is one of them."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from tests.bulk.conftest import bulk, parquet, rows, table


def found(out: Path) -> list[tuple[str, str, int, int]]:
    return [
        (str(f["id"]), f["rule"], f["start"], f["end"]) for f in table(out / "findings.parquet")
    ]


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, int, int]]:
    folder = tmp_path_factory.mktemp("inputs")
    assert bulk(folder / "out", parquet(folder / "in.parquet", rows(12))) == 0
    return found(folder / "out")


def test_json_lines_and_csv(tmp_path: Path, wanted: list[tuple[str, str, int, int]]) -> None:
    import pyarrow as pa

    lines = "".join(json.dumps(row) + "\n" for row in rows(12)).encode()
    (tmp_path / "a.jsonl").write_bytes(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    with pa.CompressedOutputStream(str(tmp_path / "a.ndjson.zst"), "zstd") as stream:
        stream.write(lines)
    with open(tmp_path / "a.csv", "w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, ["id", "company", "text"])
        writer.writeheader()
        writer.writerows(rows(12))
    for name in ("a.jsonl", "a.jsonl.gz", "a.ndjson.zst", "a.csv"):
        out = tmp_path / f"out-{name}"
        assert bulk(out, tmp_path / name) == 0, name
        assert found(out) == wanted, name


def test_folders_globs_and_file_systems(
    tmp_path: Path, wanted: list[tuple[str, str, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    import fsspec

    given = rows(12)
    parquet(tmp_path / "in" / "a" / "0.parquet", given[:5])
    parquet(tmp_path / "in" / "b" / "1.parquet", given[5:])
    (tmp_path / "in" / "readme.txt").write_text("not read")
    memory = fsspec.filesystem("memory")
    memory.put(str(tmp_path / "in" / "a" / "0.parquet"), "/bulk-test/0.parquet")
    memory.put(str(tmp_path / "in" / "b" / "1.parquet"), "/bulk-test/1.parquet")
    inputs = (tmp_path / "in", f"{tmp_path}/in/*/*.parquet", "memory://bulk-test/")
    for number, name in enumerate(inputs):
        assert bulk(tmp_path / f"out{number}", name) == 0, name
        assert found(tmp_path / f"out{number}") == wanted, name


def test_lines_that_cannot_be_read_are_rows_with_a_reason(tmp_path: Path) -> None:
    good = json.dumps(rows(1)[0]).encode()
    lines = [good, b'{"id": 2, "text": "a', b"[1]", b'{"id": 4, "text": "caf\xe9"}', b'{"id": 5}']
    lines.append(b'{"id": 6, "text": "\\ud800"}')
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(lines))
    assert bulk(tmp_path / "out", tmp_path / "in.jsonl") == 0
    assert [row["quarantined"] for row in table(tmp_path / "out" / "rows.parquet")] == [
        None,
        "its line is no JSON",
        "its line is no JSON object",
        "its text is not UTF-8 (byte 3)",
        "it has no text",
        "its text is not UTF-8 (byte 0)",
    ]


def test_columns_of_a_row_count_for_it(tmp_path: Path) -> None:
    french = "Vous gérez les comptes de nos clients et vous faites des rapports pour la direction. "
    given = [
        {
            "id": "t",
            "company": "x",
            "text": "We bake bread.",
            "name": "Rockstar baker",
            "code": "en",
        },
        {"id": "f", "company": "x", "text": french * 8, "name": "", "code": "en"},
    ]
    more = ["--title", "name", "--language", "code"]
    assert bulk(tmp_path / "out", parquet(tmp_path / "in.parquet", given), more=more) == 0
    first, second = table(tmp_path / "out" / "rows.parquet")
    assert (first["language"], second["language"]) == ("en", "fr")
    assert "other-language" in second["flags"]
    found = table(tmp_path / "out" / "findings.parquet")
    titles = [f for f in found if f["column"] == "title" and f["rule"] == "style/hype"]
    assert [f["found"] for f in titles] == ["Rockstar"]
    assert given[0]["name"][titles[0]["start"] : titles[0]["end"]] == "Rockstar"
