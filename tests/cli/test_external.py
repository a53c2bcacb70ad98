"""``jdlint check --external`` from the command line to the report, with a real server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.cli.conftest import GOOD

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
GONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
MOVED = b"HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@pytest.fixture
def port() -> Iterator[int]:
    """A server that knows /new, has moved /old there, and nothing else."""
    import socket

    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            with peer:
                path = peer.recv(65_536).split(b" ")[1]
                peer.sendall({b"/new": OK, b"/old": MOVED}.get(path, GONE))

    Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def page(repo: Path, *urls: str) -> None:
    links = "".join(f"* Read [page {number}]({url})\n" for number, url in enumerate(urls))
    (repo / "jobs" / "installer.md").write_text(
        f"{GOOD}\n## About us\n\nFernhill makes heat pumps.\n\n{links}"
    )


def allow(repo: Path) -> None:
    (repo / "jdlint.yaml").write_text(
        "external: {allow-private: 127.0.0.1, timeout: 2, per-host: 1}\n"
    )


def external(answer: Any) -> list[tuple[str, str]]:
    wanted = ("links/dead-link", "links/moved-link", "links/missing-fragment")
    return [(d["rule"], d["message"]) for d in answer.data["diagnostics"] if d["rule"] in wanted]


def test_links_are_asked_for_when_asked_to(repo: Path, jdlint: Any, port: int) -> None:
    base = f"http://127.0.0.1:{port}"
    page(repo, f"{base}/new", f"{base}/old", f"{base}/none")
    allow(repo)
    assert external(jdlint("check", "--format", "json")) == []
    found = external(jdlint("check", "--external", "--format", "json"))
    assert found == [
        ("links/moved-link", f"“{base}/old” has moved for good; write “{base}/new”"),
        ("links/dead-link", f"“{base}/none” is not there any more (127.0.0.1:{port} answers 404)"),
    ]
    assert external(jdlint("check", "--external", "--format", "json")) == found, (
        "the second run says the same"
    )
    assert external(jdlint("check", "--format", "json")) == [], (
        "and leaves nothing for a run that does not ask"
    )


def test_a_private_address_is_not_asked_unless_allowed(repo: Path, jdlint: Any, port: int) -> None:
    page(repo, f"http://127.0.0.1:{port}/none")
    answer = jdlint("check", "--external")
    assert "links/dead-link" not in answer.out
    assert "1 of 1 external link could not be checked" in answer.out
    assert "allow-private" in answer.out


def test_nothing_is_asked_where_the_rules_are_off(repo: Path, jdlint: Any, port: int) -> None:
    page(repo, f"http://127.0.0.1:{port}/none")
    answer = jdlint("check", "--external", "--select", "whitespace")
    assert (answer.code, "external" in answer.out) == (0, False)


def test_without_the_client_it_says_what_to_install(
    repo: Path, jdlint: Any, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(repo, f"http://127.0.0.1:{port}/none")
    monkeypatch.setitem(sys.modules, "httpx", None)
    answer = jdlint("check", "--external")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "jdlint: “--external” needs the HTTP client httpx, run “pip install 'jdlint[external]'”\n"
    )


def test_a_wrong_setting_is_placed(repo: Path, jdlint: Any) -> None:
    (repo / "jdlint.yaml").write_text("external:\n  allow-privat: [x]\n  timeout: 0\n")
    answer = jdlint("check", "--external")
    assert answer.code == 2
    assert (
        "jdlint.yaml:2:3: unknown key “allow-privat”, did you mean “allow-private”?" in answer.err
    )
    assert "jdlint.yaml:3:12" in answer.err


def test_the_settings_in_the_documentation_are_valid(repo: Path, jdlint: Any) -> None:
    text = (Path(__file__).parents[2] / "docs" / "external-links.md").read_text(encoding="utf-8")
    (repo / "jdlint.yaml").write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    answer = jdlint("check", "--external")
    assert (answer.code, answer.err) == (0, "")
