"""Engines fail alone: what else was found is reported,
and one sentence names what was not checked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from jdlint.api import Session
from jdlint.engine.planning.request import Request
from jdlint.io.grammar import harper_process, languagetool
from jdlint.io.grammar.harper import Harper

PAGES = 50
SHARED = "Responsibilities"
Answer = Callable[["_Handler"], None]


class _Handler(BaseHTTPRequestHandler):
    answer: Answer
    asked: Iterator[int]  # one number for each request, however many come at once

    def do_GET(self) -> None:
        self.send(b"[]")

    def do_POST(self) -> None:
        self.body = self.rfile.read(int(self.headers["Content-Length"]))
        self.number = next(self.asked)
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
    handler = type("Handler", (_Handler,), {"asked": count(1)})
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    http.daemon_threads = True
    http.block_on_close = False
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}/", handler
    http.shutdown()
    http.server_close()


def _site(root: Path, url: str) -> None:
    _pages(root)
    (root / "jdlint.yaml").write_text(
        f"pages: jobs/*.md\ngrammar: {{engine: languagetool, languagetool: {{url: '{url}'}}}}\n"
    )


def _pages(root: Path) -> None:
    (root / "jobs").mkdir()
    for n in range(PAGES):
        text = "".join(f"We bake loaf {k} of day {n} in our oven. " for k in range(20))
        page = f"---\nlayout: job\ntitle: Baker {n}\n---\n\n## {SHARED}\n\n{text} \n"
        (root / "jobs" / f"p{n:02}.md").write_text(page)


def _after_three(trouble: Answer) -> Answer:
    """Three good answers, and then trouble: only once those have had the time to arrive. What all
    pages share is always answered, whichever request is the first to come: without it no page
    is."""
    given, told = list[int](), threading.Event()

    def answer(handler: _Handler) -> None:
        if handler.number > 3 and SHARED.encode() not in handler.body:
            told.wait(10)
            time.sleep(0.2)
            trouble(handler)
            return
        good(handler)
        given.append(handler.number)
        if len(given) >= 3:
            told.set()

    return answer


@pytest.mark.parametrize("trouble", [rubbish, failing, hanging, dribbling, dying])
def test_trouble_in_the_middle_of_a_run(
    tmp_path: Path,
    server: tuple[str, type[_Handler]],
    monkeypatch: pytest.MonkeyPatch,
    trouble: Answer,
) -> None:
    url, handler = server
    # only what hangs is waited for; a good answer may be late on a busy machine
    limit = 1.5 if trouble in (hanging, dribbling) else 10
    monkeypatch.setattr(languagetool, "TIMEOUT", limit)
    monkeypatch.setattr(languagetool.LanguageTool.__init__, "__defaults__", ("en-US", "", limit))
    handler.answer = staticmethod(_after_three(trouble))
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


CHILD = """
import os, sys, time
sys.path.insert(0, {folder!r})
import harper_child

def say(linter, text):
    if "abort" in text:
        os.abort()
    if "hang" in text:
        time.sleep(60)
    if "panic" in text:
        raise BaseException
    if "babble" in text:
        os.write(3, b"[[1]]\\n")
    return harper_child.rows(linter, text)

harper_child.main(say)
"""


@pytest.fixture
def bad_harper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Harper:
    """Harper, but for texts that name a trouble, on which its process has it."""
    pytest.importorskip("harper")
    folder = tmp_path / "child"
    folder.mkdir()
    (folder / "harper_child.py").write_bytes(harper_process.CHILD.read_bytes())
    (folder / "bad_child.py").write_text(CHILD.format(folder=str(folder)), encoding="utf-8")
    monkeypatch.setattr(harper_process, "CHILD", folder / "bad_child.py")
    monkeypatch.setattr(harper_process, "ANSWER", 3.0)
    return Harper()


@pytest.mark.slow
@pytest.mark.parametrize("trouble", ["abort", "hang", "panic", "babble"])
def test_harper_that_fails_on_a_text(bad_harper: Harper, trouble: str) -> None:
    good = "We heat them with with pumps."
    texts = [good, f"One {trouble}.", good, good]
    found = bad_harper.check(texts)
    bad_harper.close()
    assert found[1] is None
    told = [[good[r.start : r.end] for r in found[n] or ()] for n in (0, 2, 3)]
    assert told == [["with with"]] * 3
    assert "Harper failed" in bad_harper.trouble


@pytest.mark.slow
def test_harper_that_dies_on_every_text(bad_harper: Harper) -> None:
    """After a few deaths nothing more is asked."""
    found = bad_harper.check([f"An abort {n}. " * 100 for n in range(40)])
    bad_harper.close()
    assert found == [None] * 40


@pytest.mark.slow
def test_a_site_on_which_harper_dies(bad_harper: Harper, tmp_path: Path) -> None:
    """Everything else is found, and one sentence names the page."""
    site = tmp_path / "site"
    site.mkdir()
    _pages(site)
    with (site / "jobs" / "p07.md").open("a", encoding="utf-8") as page:
        page.write("\nWe abort the oven.\n")
    session = Session(site, grammar="harper")
    report = session.run(Request(site, (site,), jobs=1))
    assert sum(d.rule == "whitespace/trailing-space" for d in report.diagnostics) == PAGES
    (said,) = report.notices
    assert "grammar was not checked on jobs/p07.md: Harper failed" in said
