"""``jdlint bulk`` from files to files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.conftest import RULES, bulk, manifest, parquet, rows, table


def test_every_row_is_there_once_with_its_findings(tmp_path: Path) -> None:
    given = rows(60)
    out = tmp_path / "out"
    assert bulk(out, parquet(tmp_path / "in.parquet", given)) == 0
    assert [row["id"] for row in table(out / "rows.parquet")] == [row["id"] for row in given]
    found = [f for f in table(out / "findings.parquet") if f["rule"] == "grammar/doubled-word"]
    assert len(found) == 60
    text = {row["id"]: row["text"] for row in given}
    for finding in found:
        assert text[finding["id"]][finding["start"] : finding["end"]] == finding["found"]
    assert {f["fix"] for f in found} == {"safe"}
    assert len({f["fingerprint"] for f in found}) == 60
    assert manifest(out)["state"] == "done"
    assert not (out / "pieces").exists()


def test_a_table_in_memory_says_the_same(tmp_path: Path) -> None:
    import pyarrow as pa

    import jdlint

    given = rows(20)
    out = tmp_path / "out"
    bulk(out, parquet(tmp_path / "in.parquet", given))
    names = ("id", "rule", "start", "end", "message", "fingerprint")
    found = jdlint.check_table(
        pa.Table.from_pylist(given), text="text", id="id", group="company", select=RULES
    )
    here = [tuple(f[name] for name in names) for f in found.to_pylist()]
    assert here == [tuple(f[n] for n in names) for f in table(out / "findings.parquet")]


def test_mistakes_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = parquet(tmp_path / "in.parquet", rows(3))
    out = tmp_path / "out"
    for more, said in (
        (["--title", "compny"], "there is no column “compny”, did you mean “company”?"),
        (["--select", "nothing/such"], "nothing/such"),
    ):
        assert bulk(out, path, more=more) == 2
        assert said in capsys.readouterr().err
    assert bulk(out, tmp_path / "none.parquet") == 2
    assert bulk(out, path) == 0
    assert bulk(out, path) == 2
    assert "--resume" in capsys.readouterr().err
    assert bulk(out, path, more=["--resume"]) == 0
