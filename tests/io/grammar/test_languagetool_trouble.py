"""A real LanguageTool that is killed, hung or slowed in the middle of a run over fifty pages."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from jdlint.api import Session
from jdlint.engine.planning.request import Request
from jdlint.io.grammar import languagetool
from tests.io.grammar.test_languagetool import needs_server

pytest.importorskip("language_tool_python")
PAGES = 50


def _site(root: Path) -> None:
    (root / "jobs").mkdir()
    for n in range(PAGES):
        text = f"We bake bread number {n} in our oven. More better bread is baked. " * 4
        page = f"---\nlayout: job\ntitle: Baker {n}\n---\n\n## Responsibilities\n\n{text} \n"
        (root / "jobs" / f"p{n:02}.md").write_text(page)
    (root / "jdlint.yaml").write_text("pages: jobs/*.md\ngrammar: {engine: languagetool}\n")


def _slowed(pid: int) -> None:
    """A process that runs for a twentieth of the time from now on."""
    try:
        while True:
            os.kill(pid, signal.SIGSTOP)
            time.sleep(0.95)
            os.kill(pid, signal.SIGCONT)
            time.sleep(0.05)
    except ProcessLookupError:
        return


def _trouble(name: str, pid: int) -> None:
    if name == "slowed":
        threading.Thread(target=_slowed, args=(pid,), daemon=True).start()
    else:
        os.kill(pid, signal.SIGKILL if name == "killed" else signal.SIGSTOP)


@needs_server
@pytest.mark.parametrize(
    ("trouble", "why"),
    [("killed", "ended while it was at work"), ("hung", "did not answer"), ("slowed", "did not")],
)
def test_trouble_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str, why: str
) -> None:
    """Every other finding is there, and one sentence names the pages that were not answered."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", "")
    _site(tmp_path)
    engines: list[languagetool.LanguageTool] = []
    answered: list[object] = []
    real, first = languagetool.ask, threading.Lock()

    def ask(url: str, fields: Any, seconds: float, given_up: Any) -> Any:
        with first:  # a server that has just started is slow by itself
            if not answered:
                answered.append(real(url, fields, 200, given_up))
                return answered[0]
        found = real(url, fields, seconds, given_up)
        answered.append(found)
        server = engines[0]._server
        if len(answered) == 4 and server is not None:
            _trouble(trouble, server.process.pid)
        return found

    class Seen(languagetool.LanguageTool):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given, timeout=10)
            engines.append(self)

    monkeypatch.setattr(languagetool, "BATCH", 600)  # two or three pages each
    monkeypatch.setattr(languagetool, "ask", ask)
    monkeypatch.setattr(languagetool, "LanguageTool", Seen)
    started = time.monotonic()
    report = Session(tmp_path).run(Request(tmp_path, (tmp_path,), jobs=1))
    assert time.monotonic() - started < 300, "it ends"
    rules = [d.rule for d in report.diagnostics]
    assert rules.count("whitespace/trailing-space") == PAGES
    heard = {
        d.path[-len("jobs/p00.md") :]
        for d in report.diagnostics
        if d.rule == "grammar/engine-remark"
    }
    (said,) = [aside for aside in report.notices if aside.startswith("grammar was not checked on")]
    named = set(re.findall(r"jobs/p\d\d\.md", said))
    assert why in said
    assert 0 < len(named) < PAGES
    assert len(heard | named) == PAGES, "each is heard or named"
    assert len(engines) == 1
    assert engines[0]._server is None, "none is left behind"
