"""What docs/bulk.md shows is true."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.cli.main import main
from tests.bulk.conftest import parquet, rows, table
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "bulk.md").read_text(encoding="utf-8")


def test_the_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = [{**row, "description": row["text"]} for row in rows(5)]
    parquet(tmp_path / "postings.parquet", given)
    commands = re.findall(r"^\$ jdlint (bulk .*)$", TEXT, re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert commands == re.findall(r"^\$ jdlint (bulk .*)$", readme, re.MULTILINE) != []
    for command in commands:
        assert main(shlex.split(command)) == 0
    names = re.findall(r"^\| `(\w+\.(?:parquet|json))` \|", TEXT, re.MULTILINE)
    assert len(names) == 5
    for name in names:
        assert (tmp_path / "out" / name).is_file(), name
    for name, columns in re.findall(
        r"^\| `(findings)\.parquet` \| a row a finding: (.*) \|", TEXT, re.MULTILINE
    ):
        said = re.sub(r"\([^()]*\)", "", columns).replace(" ", "").split(",")
        assert list(table(tmp_path / "out" / f"{name}.parquet")[0]) == said


def test_the_library_prints_what_is_shown() -> None:
    shown = re.findall(
        r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL
    )
    assert shown
    for code, wanted in shown:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(code, {})
        assert said.getvalue() == wanted


def test_recipes_are_python() -> None:
    recipes = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    assert len(recipes) == 4
    for code in recipes:
        compile(code, "recipe", "exec")


def test_batches_map_to_batches() -> None:
    """What the recipes do, without their engines: record batches in, tables out, empty ones too."""
    import pyarrow as pa

    import jdlint.bulk

    given = pa.Table.from_pylist(rows(9))
    parts = [
        jdlint.bulk.map_batches(batch, text="text", id="id")
        for batch in (
            *given.to_batches(max_chunksize=4),
            given.slice(0, 0).to_batches()[0]
            if given.slice(0, 0).to_batches()
            else given.slice(0, 0),
        )
    ]
    assert [part.num_rows for part in parts] == [4, 4, 1, 0]
    whole = pa.concat_tables(parts)
    assert whole.column("id").to_pylist() == given.column("id").to_pylist()
    found = jdlint.bulk.findings_of(whole)
    assert found.num_rows == sum(map(len, whole.column("findings").to_pylist())) > 0


def test_a_plain_install_has_none_of_it() -> None:
    from importlib.metadata import requires

    given = requires("jdlint") or []
    plain = {
        re.split(r"[^\w-]", line, maxsplit=1)[0].lower() for line in given if "extra" not in line
    }
    heavy = {"pyarrow", "numpy", "rensa", "fsspec", "ray"}
    assert plain
    assert not plain & heavy
    extras = {
        name: {
            re.split(r"[^\w-]", line, maxsplit=1)[0].lower()
            for line in given
            if re.search(rf"extra == .{name}\b", line)
        }
        for name in ("bulk", "ray")
    }
    assert extras["bulk"] == heavy - {"ray"}
    assert "ray" in extras["ray"]


def test_nothing_of_it_is_loaded_for_pages(tmp_path: Path) -> None:
    code = """if True:
        import sys, jdlint, jdlint.bulk, jdlint.cli.main as cli
        try:
            cli.main(["check", "--help"])
        finally:
            print({"pyarrow", "numpy", "rensa", "fsspec", "ray"} & sys.modules.keys())
    """
    env = os.environ | {"JDLINT_CACHE_DIR": str(tmp_path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "set()", done.stderr
