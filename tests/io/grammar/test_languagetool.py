"""A real LanguageTool: started, asked, killed, its port taken, and never left behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.core.errors import ProbeError
from jdlint.io.batches import batched
from jdlint.io.grammar import languagetool
from jdlint.io.grammar import server as _server
from jdlint.io.grammar.languagetool import BATCH, LONGEST, LanguageTool, _installed

pytest.importorskip("language_tool_python")
_needs_java = pytest.mark.skipif(
    not (_installed() and shutil.which("java")),
    reason="no LanguageTool here: scripts/get-languagetool gets it",
)


def needs_server(test: Any) -> Any:
    """A test of a real server, of Java."""
    return pytest.mark.slow(_needs_java(test))


@pytest.fixture(scope="module")
def engine() -> Iterator[LanguageTool]:
    tool = LanguageTool(timeout=200)
    yield tool
    tool.close()


def _java_of(pid: int) -> list[int]:
    done = subprocess.run(
        ["pgrep", "-P", str(pid), "java"], capture_output=True, text=True, check=False
    )
    return [int(line) for line in done.stdout.split()]


@needs_server
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("😀 You will recieve a 🧰 apple.", [("recieve", "spelling")]),
        ("We give a 😀😀\r\nday and an pear.", [("an", "grammar")]),
        ("It was 𝒪k, they recieve \ufffc of parts.", [("recieve", "spelling")]),
        ("Our SDRs know Kubernetes, OKRs and upskilling.", []),
    ],
)
def test_places(engine: LanguageTool, text: str, found: list[tuple[str, str]]) -> None:
    remarks = engine.check([text])[0]
    assert [(text[r.start : r.end], r.kind) for r in remarks] == found


@needs_server
def test_empty_pages_and_long_ones(engine: LanguageTool) -> None:
    assert engine.check([]) == []
    assert engine.check(["", "  \n"]) == [[], []]
    page = [f"Paragraph {number} is about pumps. You will recieve one." for number in range(2_000)]
    page += ["pump " * 200_000]
    start = time.monotonic()
    answers = engine.check(page[:200] + page[-1:])
    assert time.monotonic() - start < 120
    assert all(len(remarks) == 1 for remarks in answers[:200])
    assert answers[200] == []
    assert sum(len(text) for text in page) > 1_000_000


@needs_server
def test_german() -> None:
    tool = LanguageTool("de-DE", timeout=200)
    try:
        text = (
            "Wir suchen eine Fachkrafft für den Verkauf unserer Wärmepumpen, "
            "die gerne draußen arbeitet."
        )
        remarks = tool.check([text, "Die Pumpe ist leise."])
        assert remarks[0] is not None
        assert [text[r.start : r.end] for r in remarks[0]] == ["Fachkrafft"]
        assert remarks[1] == []
    finally:
        tool.close()


@needs_server
def test_killed_half_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server dies after its first answer: what was answered counts, the rest is said."""
    tool = LanguageTool(timeout=200)
    assert tool.check(["A pump."]) == [[]]
    assert tool._server is not None
    process = tool._server.process

    def ask_and_kill(*arguments: Any) -> Any:
        answer = real(*arguments)
        process.kill()
        process.wait()
        return answer

    real = languagetool.ask
    monkeypatch.setattr(languagetool, "ask", ask_and_kill)
    texts = [
        "".join(f"Paragraph {number} is about an pump number {n}. " for n in range(100))
        for number in range(60)
    ]
    found = tool.check(texts)
    assert None in found
    assert "ended while it was at work" in tool.trouble
    assert tool._server is None
    monkeypatch.undo()
    assert tool.check(["A pump."]) == [[]]
    tool.close()


@needs_server
def test_a_taken_port_is_never_talked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another server sits on the port: ours dies there,
    and a second one is started on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        ports = iter((taken, _server.free_port()))
        monkeypatch.setattr(_server, "free_port", lambda: next(ports))
        server = _server.start()
        try:
            assert f":{taken}/" not in server.url
            assert server.alive
        finally:
            server.stop()
    assert not server.alive


@needs_server
@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux ends a child with its killed parent"
)
def test_no_java_is_left_behind() -> None:
    code = (
        "import time; from jdlint.io.grammar import server as _server; server = _server.start();"
        "print(server.process.pid, flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    java = int(child.stdout.readline())
    assert _java_of(child.pid) == [java]
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    for _ in range(50):
        if (
            not Path(f"/proc/{java}").exists()
            or "Z" in Path(f"/proc/{java}/stat").read_text().split(")")[-1][:3]
        ):
            return
        time.sleep(0.1)
    pytest.fail("java is still there")


def test_nobody_there() -> None:
    tool = LanguageTool(url=f"http://127.0.0.1:{_server.free_port()}")
    with pytest.raises(ProbeError, match="cannot be reached"):
        tool.check(["A pump."])


def test_somebody_who_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        tool = LanguageTool(url=f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.5)
        start = time.monotonic()
        with pytest.raises(ProbeError, match="cannot be reached"):
            tool.check(["A pump."])
        assert time.monotonic() - start < 10


def test_no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProbeError, match="needs Java"):
        LanguageTool().check(["A pump."])


def test_nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\nexit 1\n")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    with pytest.raises(ProbeError, match="is not installed"):
        LanguageTool().check(["A pump."])


def test_a_java_that_does_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\nexit 1\n")
    java.chmod(0o755)
    home = tmp_path / "LanguageTool-6.7"
    home.mkdir()
    (home / "languagetool-server.jar").write_bytes(b"")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    with pytest.raises(ProbeError, match="did not start"):
        LanguageTool().check(["A pump."])


def test_without_the_library() -> None:
    code = (
        "import sys; sys.modules['language_tool_python'] = None\n"
        "from jdlint.io.grammar.languagetool import LanguageTool\n"
        "try: LanguageTool().check(['A pump.'])\n"
        "except Exception as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        done.stdout.strip()
        == "LanguageTool needs its library, run “pip install 'jdlint[languagetool]'”"
    )


def test_the_library_is_imported_only_when_asked_for() -> None:
    code = (
        "import sys; from jdlint.io.grammar.languagetool import LanguageTool as T; T().version; "
        "T().settings;"
    )
    code += "print('language_tool_python' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_where_the_texts_go() -> None:
    assert LanguageTool().aside == ""
    assert LanguageTool(url="http://localhost:8081").aside == ""
    assert "lt.fernhill.example" in LanguageTool(url="https://lt.fernhill.example/").aside


def test_batches_hold_every_text_once() -> None:
    texts = ["x" * size for size in (1, BATCH, 3, 0, BATCH // 2, BATCH // 2, 50_000, 7)]
    numbers = [number for batch in batched(texts, BATCH, 2, LONGEST) for number in batch]
    assert numbers == [0, 1, 2, 4, 5, 7]
