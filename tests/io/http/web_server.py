"""A real web server on the loopback address, whose answers a test writes down,
and names that lead to it."""

from __future__ import annotations

import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from jdlint.io.http.probe import HttpSettings

HOST = "web.fernhill.example"


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Any

    def do_GET(self) -> None:
        with suppress(OSError):  # the client has heard enough
            answer = self.answer()
            if answer is not None:
                self.send(answer)

    def answer(self) -> Any:
        """What the route says; it counts as running until then,
        since a client that has an answer may ask again."""
        self.server.web.begin(self)
        try:
            answer = self.server.web.routes.get(self.path.partition("?")[0], 404)
            return answer(self) if callable(answer) else answer
        finally:
            self.server.web.end()

    do_HEAD = do_GET  # noqa: N815 - the name that the library calls

    def send(self, answer: Any) -> None:
        status, headers, body = (answer, {}, b"") if isinstance(answer, int) else answer
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class Web:
    """``routes`` maps a path to a status, to (status, headers, body),
    or to a function of the request that gives one.

    ``asked`` lists (method, path), ``headers`` those of the last request to a path, ``most`` how
    many ran at once.
    """

    def __init__(self, certificate: Path | None = None) -> None:
        self.routes: dict[str, Any] = {}
        self.asked: list[tuple[str, str]] = []
        self.headers: dict[str, Any] = {}
        self.times: dict[str, list[float]] = defaultdict(list)
        self.running = self.most = 0
        self._lock = Lock()
        self._server = _Server(("127.0.0.1", 0), _Answers)
        self._server.web = self  # type: ignore[attr-defined]
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self.scheme = "https" if certificate else "http"
        self._thread = Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def begin(self, request: Any) -> None:
        with self._lock:
            self.running += 1
            self.most = max(self.most, self.running)
        self.asked.append((request.command, request.path))
        self.headers[request.path] = request.headers
        self.times[request.path].append(time.monotonic())

    def end(self) -> None:
        with self._lock:
            self.running -= 1

    def url(self, path: str, host: str = HOST) -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Names:
    """Stands in for the resolver: hosts and their addresses, and how often each was asked for."""

    def __init__(self, **more: Sequence[str]) -> None:
        self.table: dict[str, Any] = {HOST: ["127.0.0.1"], "example.com": ["203.0.112.1"], **more}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        found = self.table.get(host)
        if found is None:  # addresses are read as the system reads them, other names do not exist
            rows = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
            )
            return [str(row[4][0]) for row in rows]
        return found() if callable(found) else found  # type: ignore[no-any-return]


def settings(names: Callable[[str, int], Sequence[str]] | None = None, **more: Any) -> HttpSettings:
    """Settings that allow the server, with pauses that a test can wait for."""
    fast: dict[str, Any] = {"timeout": 2.0, "pause": 0.01, "patience": 3.0, "whole": 20.0}
    allow = more.pop("allow_private", (HOST,))
    return HttpSettings(allow_private=allow, lookup=names or Names(), **{**fast, **more})
