"""Engines fail alone: what else was found is reported, and one sentence names what was not checked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from jdlint.api import Session
from jdlint.engine.planning.request import Request
from jdlint.io.grammar import languagetool
from jdlint.io.grammar.harper import Harper

PAGES = 50
Answer = Callable[["_Handler"], None]


class _Handler(BaseHTTPRequestHandler):
    answer: Answer
    asked = 0

    def do_GET(self) -> None:
        self.send(b"[]")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked += 1
        type(self).answer(self)

    def send(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


def good(handler: _Handler) -> None:
    handler.send(json.dumps({"matches": []}).encode())


def rubbish(handler: _Handler) -> None:
    handler.send(b'{"matches": [{"rule": 3}]}')


def failing(handler: _Handler) -> None:
    handler.send(b"out of memory", 500)


def hanging(handler: _Handler) -> None:
    time.sleep(20)


def dribbling(handler: _Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def dying(handler: _Handler) -> None:
    handler.connection.close()


@pytest.fixture
def server() -> Iterator[tuple[str, type[_Handler]]]:
    handler = type("Handler", (_Handler,), {})
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    http.daemon_threads = True
    http.block_on_close = False
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}/", handler
    http.shutdown()
    http.server_close()


def _site(root: Path, url: str) -> None:
    (root / "jobs").mkdir()
    for n in range(PAGES):
        text = f"We bake bread number {n} in our oven. " * 20
        page = f"---\nlayout: job\ntitle: Baker {n}\n---\n\n## Responsibilities\n\n{text} \n"
        (root / "jobs" / f"p{n:02}.md").write_text(page)
    (root / "jdlint.yaml").write_text(
        f"pages: jobs/*.md\ngrammar: {{engine: languagetool, languagetool: {{url: '{url}'}}}}\n"
    )


@pytest.mark.parametrize("trouble", [rubbish, failing, hanging, dribbling, dying])
def test_trouble_in_the_middle_of_a_run(
    tmp_path: Path,
    server: tuple[str, type[_Handler]],
    monkeypatch: pytest.MonkeyPatch,
    trouble: Answer,
) -> None:
    url, handler = server
    monkeypatch.setattr(languagetool, "TIMEOUT", 0.5)
    monkeypatch.setattr(languagetool.LanguageTool.__init__, "__defaults__", ("en-US", "", 0.5))
    handler.answer = staticmethod(lambda self: (good if handler.asked <= 3 else trouble)(self))
    _site(tmp_path, url)
    session = Session(tmp_path)
    request = Request(tmp_path, (tmp_path,), jobs=1)
    report = session.run(request)
    assert sum(d.rule == "whitespace/trailing-space" for d in report.diagnostics) == PAGES
    (said,) = [aside for aside in report.notices if aside.startswith("grammar was not checked on")]
    named = said.partition(":")[0]
    assert 0 < named.count("jobs/p") < PAGES, "those that were answered are not named"
    handler.answer = staticmethod(good)
    assert not any("grammar" in aside for aside in session.run(request).notices), "asked again"


def test_harper_that_fails_on_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a panic of the engine comes: an exception that is no ``Exception``."""
    pytest.importorskip("harper")
    from jdlint.io.grammar import harper

    class PanicException(BaseException):
        pass

    real = harper._remarks

    def remarks(linter: Any, text: str) -> Any:
        if "boom" in text:
            raise PanicException
        return list(real(linter, text))

    monkeypatch.setattr(harper, "_remarks", remarks)
    engine = Harper()
    found = engine.check(["We bakes bread.", "A boom.", "An other bread."])
    assert found[1] is None
    assert found[0] is not None
    assert found[2] is not None
    assert "Harper failed" in engine.trouble
