"""A small content repo, and ``jdlint`` run in it as a user would."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main

GOOD = """---
layout: job
title: Heat Pump Installer
---

You install heat pumps in homes around Kyoto.

## Responsibilities

* Install heat pumps
* Teach customers how to use them

## Requirements

* Two years of experience as an installer
* A driving licence
"""


@dataclass
class Answer:
    """What a run of jdlint answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def rules(self) -> list[str]:
        return [d["rule"] for d in self.data["diagnostics"]]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good job page, the working directory of the test."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "installer.md").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def jdlint(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Runs ``jdlint ARGUMENTS`` in this process, ``piped`` is standard input."""

    def run(*arguments: str, piped: str = "") -> Answer:
        capsys.readouterr()
        if piped:
            stdin = io.TextIOWrapper(io.BytesIO(piped.encode()), encoding="utf-8")
            monkeypatch.setattr("sys.stdin", stdin)
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run
