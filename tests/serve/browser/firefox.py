"""Firefox as it is, by WebDriver BiDi: enough to open a page, run a script in it and wait."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tests.serve.server import free_port, until


class Firefox:
    """One tab."""

    def __init__(self, link: Any) -> None:
        self._link, self._numbers = link, count(1)
        self.ask("session.new", capabilities={})
        self._tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._link.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._link.recv(timeout=60))
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        found = self.ask(
            "script.evaluate", expression=script, target={"context": self._tab}, awaitPromise=True
        )
        assert found["type"] == "success", found
        return found["result"].get("value")

    def until(self, script: str) -> None:
        assert until(lambda: self.run(script), 30), script


@contextmanager
def firefox(command: str, profile: Path) -> Iterator[Firefox]:
    from websockets.sync.client import connect

    port = free_port()
    arguments = [
        command,
        "--headless",
        "--profile",
        str(profile),
        "--remote-debugging-port",
        str(port),
        "about:blank",
    ]
    with subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            end = time.monotonic() + 60
            while True:
                try:
                    link = connect(f"ws://127.0.0.1:{port}/session", max_size=None)
                    break
                except OSError:
                    assert time.monotonic() < end, "Firefox does not answer"
                    time.sleep(0.3)
            with link:
                yield Firefox(link)
        finally:
            process.terminate()
