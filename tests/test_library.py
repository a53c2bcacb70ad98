"""The library face: what docs/library.md shows runs and prints what it says, and faces agree."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

import jdlint
from jdlint.cli.main import main
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
PAGE = """---
title: Baker
layout: job
---

## Responsibilities

* Bake the the bread\x20
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def test_what_the_page_shows_is_true() -> None:
    names: dict[str, object] = {}
    assert len(SHOWN) >= 6
    for code, shown in SHOWN:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(code, names)
        assert out.getvalue() == shown, code


def test_every_export_is_there_and_documented() -> None:
    for name in jdlint.__all__:
        assert getattr(jdlint, name) is not None
        assert name.startswith("__") or getattr(jdlint, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute “nothing”"):
        _ = jdlint.nothing


def test_the_import_loads_nothing_of_ours() -> None:
    code = "import sys, jdlint; print([m for m in sys.modules if m.startswith('jdlint.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


def test_text_and_files_are_judged_alike(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs").mkdir()
    Path("jobs/a.md").write_text(PAGE)
    alone = jdlint.check_text(PAGE, path="jobs/a.md")
    assert alone
    assert jdlint.check_paths(["jobs"], jobs=1).diagnostics == alone
    assert jdlint.Session().check("jobs/a.md") == alone
    session = jdlint.Session()
    record = jdlint.page_record(PAGE, path="jobs/a.md", session=session)
    report = jdlint.site_report([record], lambda _: PAGE, session=session)
    assert report.diagnostics == alone
    assert main(["check", "--format", "concise"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == len(alone)


def test_a_session_sees_edits_and_what_they_do_to_other_pages() -> None:
    Path("jobs").mkdir()
    Path("jobs/a.md").write_text(PAGE.replace("the bread", "bread [here](b.md#dough)"))
    Path("jobs/b.md").write_text(PAGE.replace("Responsibilities", "Dough"))
    session = jdlint.Session()
    before = {d.rule for d in session.check("jobs/a.md")}
    session.edit("jobs/b.md", PAGE)
    assert {d.rule for d in session.check("jobs/a.md")} == before | {"links/broken-anchor"}
    session.close("jobs/b.md")
    assert {d.rule for d in session.check("jobs/a.md")} == before


def test_any_text_is_a_page() -> None:
    for text in ("", "\x00", "---\n", "\ud800", "# A\n" * 10):
        assert isinstance(jdlint.check_text(text), tuple)
        assert jdlint.fix_text(text, unsafe=True).text is not None


def test_a_configuration_that_cannot_be_used_is_a_sentence() -> None:
    with pytest.raises(jdlint.ConfigError, match="unknown key “rulez”"):
        jdlint.check_text(PAGE, config={"rulez": {}})
    with pytest.raises(jdlint.ConfigError, match="no such configuration file"):
        jdlint.check_text(PAGE, config="absent.yaml")
    with pytest.raises(jdlint.ConfigError, match="no rule or group"):
        jdlint.check_text(PAGE, select=["nothing-such"])
