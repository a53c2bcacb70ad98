"""A real LanguageTool that is killed, hung or slowed in the middle of a run over fifty pages."""

from __future__ import annotations

import os
import re
import signal
import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from jdlint.api import Session
from jdlint.engine.planning.request import Request
from jdlint.io.grammar import languagetool
from tests.io.grammar.test_languagetool import needs_server

pytest.importorskip("language_tool_python")
PAGES = 50
SLOW = 30


def _site(root: Path) -> None:
    (root / "jobs").mkdir()
    for n in range(PAGES):
        text = "".join(
            f"We bake loaf {k} of day {n} in our oven. More better bread {n}{k} is baked. "
            for k in range(4)
        )
        page = f"---\nlayout: job\ntitle: Baker {n}\n---\n\n## Responsibilities\n\n{text} \n"
        (root / "jobs" / f"p{n:02}.md").write_text(page)
    (root / "jdlint.yaml").write_text("pages: jobs/*.md\ngrammar: {engine: languagetool}\n")


class _Relay(socketserver.ThreadingTCPServer):
    """Hands what is asked to the real server, and its answers back: at once, then, when it is
    ``slow``, a byte a second for ``SLOW`` seconds, on each machine."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Relayed)
        self.slow = threading.Event()
        self.real = ("127.0.0.1", 0)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, real: str) -> str:
        """The address to ask in the place of a real one."""
        self.real = ("127.0.0.1", urlsplit(real).port or 0)
        return f"http://127.0.0.1:{self.server_address[1]}/"


class _Relayed(socketserver.BaseRequestHandler):
    server: _Relay

    def handle(self) -> None:
        left = SLOW
        with suppress(OSError), socket.create_connection(self.server.real) as real:
            threading.Thread(target=self._there, args=(real,), daemon=True).start()
            while part := real.recv(1 << 16):
                at = 0
                while self.server.slow.is_set() and at < len(part) and left:
                    self.request.sendall(part[at : at + 1])
                    time.sleep(1)
                    at, left = at + 1, left - 1
                self.request.sendall(part[at:])

    def _there(self, real: socket.socket) -> None:
        with suppress(OSError):
            while part := self.request.recv(1 << 16):
                real.sendall(part)


@pytest.fixture
def relay() -> Iterator[_Relay]:
    with _Relay() as server:
        yield server
        server.shutdown()


def _trouble(name: str, pid: int, relay: _Relay) -> None:
    if name == "slowed":
        relay.slow.set()
    else:
        os.kill(pid, signal.SIGKILL if name == "killed" else signal.SIGSTOP)


@needs_server
@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        ("killed", "ended while it was at work"),
        ("hung", "did not answer within 10 seconds"),
        ("slowed", "did not answer within 10 seconds"),
    ],
)
def test_trouble_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, relay: _Relay, trouble: str, why: str
) -> None:
    """Every other finding is there, and one sentence names the pages that were not answered."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", "")
    _site(tmp_path)
    engines: list[languagetool.LanguageTool] = []
    answered: list[object] = []
    real, first = languagetool.ask, threading.Lock()

    def ask(url: str, fields: Any, seconds: float, given_up: Any) -> Any:
        url = relay.url(url)
        with first:  # a server that has just started is slow by itself
            if not answered:
                answered.append(real(url, fields, 200, given_up))
                return answered[0]
        found = real(url, fields, seconds, given_up)
        answered.append(found)
        server = engines[0]._server
        if len(answered) == 4 and server is not None:
            _trouble(trouble, server.process.pid, relay)
        return found

    class Seen(languagetool.LanguageTool):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given, timeout=100 if trouble == "killed" else 10)
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
