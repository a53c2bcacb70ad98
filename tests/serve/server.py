"""``jdlint serve`` as a process of its own, and a small client that can be as rude as it likes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx


class Running(NamedTuple):
    """A server: where it is, where its project lies, and its process."""

    url: str
    port: int
    root: Path
    process: subprocess.Popen[str]
    said: list[str]  # on standard error, once it has ended

    def post(self, path: str, data: Any, **more: Any) -> httpx.Response:
        return httpx.post(self.url + path, json=data, timeout=120, **more)

    def raw(self, data: bytes, wait: float = 5.0) -> bytes:
        """What is answered to some bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as link:
            link.sendall(data)
            parts = []
            try:
                while part := link.recv(65_536):
                    parts.append(part)
            except TimeoutError:
                pass
        return b"".join(parts)


def free_port() -> int:
    with socket.socket() as link:
        link.bind(("127.0.0.1", 0))
        return int(link.getsockname()[1])


@contextmanager
def serving(root: Path, *options: str) -> Iterator[Running]:
    """A server over a folder, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "jdlint", "serve", "--no-open", "--port", str(port), *options]
    said: list[str] = []
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            lines = iter(process.stderr.readline, "")
            assert any("jdlint is at" in line for line in lines), "it did not start"
            yield Running(f"http://127.0.0.1:{port}", port, root, process, said)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
            said.append(process.stderr.read())


def rules_of(response: httpx.Response) -> list[str]:
    report = json.loads(response.text)
    return [d["rule"] for d in report["diagnostics"]]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def until(holds: Any, seconds: float = 60.0) -> bool:
    """Whether something comes to hold in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return bool(holds())
