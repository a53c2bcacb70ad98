"""A LanguageTool server of our own: started on a free port, asked whether it is well, and never
left behind."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPException

from jdlint.core.errors import ProbeError, reason_of
from jdlint.core.light import Any

READY = 60.0  # seconds that a server may take to start
_TRIES = 3
_ENDING = 1.0  # a killed Java hands back its memory for some tenths of a second
_HEAP = "-Xmx1g"


class Server:
    """One running server; ``url`` ends with a slash. ``stop`` may be called twice, and is at the
    end of the process."""

    def __init__(self, process: subprocess.Popen[bytes], url: str) -> None:
        self.process = process
        self.url = url
        atexit.register(self.stop)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ended(self, soon: float = _ENDING) -> bool:
        """Whether the process ends within so many seconds: its connections close before it is
        gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(soon)
        return not self.alive

    def stop(self) -> None:
        atexit.unregister(self.stop)
        if self.alive:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(3)
        if self.alive:
            self.process.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)


def start(ready: float = READY) -> Server:
    """Start the newest LanguageTool that is installed; raises ``ProbeError`` with the remedy.

    The library's own start keeps its first URL when that port is taken and would talk to whoever is
    there; so the port is chosen here, and only a server whose process lives counts as started.
    """
    command = _command()
    for attempt in range(_TRIES):
        port = free_port()
        server = Server(_spawn([*command, "--port", str(port)]), f"http://127.0.0.1:{port}/")
        try:
            if _wait(server, ready):
                return server
        except BaseException:
            server.stop()
            raise
        died = not server.alive
        server.stop()
        if not died or attempt == _TRIES - 1:
            break
    raise ProbeError(
        f"LanguageTool did not start within {ready:.0f} seconds, try “java -version” or “grammar: "
        f"harper”"
    )


def _command() -> list[str]:
    from language_tool_python.download_lt import LocalLanguageTool

    if not shutil.which("java"):
        raise ProbeError(
            "LanguageTool needs Java 17 or later, install it, or set “grammar: harper”"
        )
    installed = LocalLanguageTool.get_latest_installed_version()
    try:
        command = installed.get_server_cmd() if installed else []
    except (OSError, ValueError):
        command = []
    if not command:
        raise ProbeError(
            "LanguageTool is not installed, get it with scripts/get-languagetool or name a "
            "server’s “url”"
        )
    return [command[0], _HEAP, *command[1:]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _spawn(command: list[str]) -> subprocess.Popen[bytes]:
    quiet: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    try:
        return subprocess.Popen(command, **quiet, preexec_fn=die_with_parent())
    except OSError as error:
        raise ProbeError(f"Java cannot be started ({reason_of(error)})") from error


def die_with_parent() -> Callable[[], None] | None:
    """On Linux: the kernel ends the server when the thread that started it ends, as when this
    process is killed."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes
    import signal

    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return None
    return lambda: prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG, see prctl(2)


def _wait(server: Server, ready: float) -> bool:
    """Whether the server's process lives and answers in time."""
    end = time.monotonic() + ready
    while server.alive and time.monotonic() < end:
        if answers(f"{server.url}v2/healthcheck", 2) and server.alive:
            return True
        time.sleep(0.1)
    return False


def answers(url: str, timeout: float) -> bool:
    """Whether something at an http address says that all is well, in time."""
    if not url.startswith(("http://", "https://")):
        return False
    try:
        with urllib.request.urlopen(url, timeout=timeout) as answer:  # noqa: S310 (the scheme is checked above)
            return bool(answer.status == 200)
    except (OSError, ValueError, HTTPException):
        return False
