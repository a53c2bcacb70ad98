"""A client over real streams: what an editor does, without one."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CAPABILITIES = {
    "workspace": {
        "applyEdit": True,
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
    }
}


class Client:
    """Sends, and keeps what comes; ``found`` holds the last diagnostics of each text."""

    def __init__(self, root: Path, *words: str) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jdlint", "lsp", *words],
            cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.found: dict[str, dict[str, Any]] = {}
        self.arrived: list[tuple[float, str, int | None]] = []
        self.messages: list[str] = []
        self._answers: dict[int, Any] = {}
        self._number = 0
        self._changed = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": CAPABILITIES,
                "workspaceFolders": [{"uri": root.as_uri(), "name": "s"}],
            },
        )
        self.tell("initialized", {})

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.root / name).as_uri()

    def tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Mapping[str, Any] | None, seconds: float = 60) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        self.wait(lambda: number in self._answers, seconds)
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, name: str, text: str, version: int = 1) -> None:
        document = {"uri": self.uri(name), "languageId": "markdown"}
        self.tell(
            "textDocument/didOpen", {"textDocument": {**document, "version": version, "text": text}}
        )

    def shut(self, name: str) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def change(self, name: str, text: str, version: int) -> None:
        document = {"uri": self.uri(name), "version": version}
        changes = [{"text": text}]
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def rules(self, name: str) -> list[str]:
        found = self.found.get(self.uri(name))
        return [d["code"] for d in found["diagnostics"]] if found else []

    def actions(self, name: str, diagnostic: Mapping[str, Any], *only: str) -> list[Any]:
        context: dict[str, Any] = {"diagnostics": [diagnostic]}
        if only:
            context["only"] = list(only)
        place = {"textDocument": {"uri": self.uri(name)}, "range": diagnostic["range"]}
        return list(self.ask("textDocument/codeAction", {**place, "context": context}))

    def labels(self, name: str, text: str) -> list[str]:
        """What is offered at “|” of a text, which is open without it meanwhile."""
        before = text.split("|")[0]
        self.open(name, text.replace("|", ""))
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        document = {"textDocument": {"uri": self.uri(name)}, "position": place}
        items = self.ask("textDocument/completion", document)["items"]
        self.shut(name)
        return [item["label"] for item in items]

    def wait(self, there: Callable[[], object], seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        with self._changed:
            while not there():
                left = until - time.monotonic()
                assert left > 0, ("nothing came", self.found, self.messages)
                self._changed.wait(min(left, 0.5))

    def close(self) -> None:
        if self.process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", {})
            self.process.wait(20)

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream
        while True:
            size = 0
            while line := stream.readline().strip():
                if line.lower().startswith(b"content-length"):
                    size = int(line.split(b":")[1])
            if not size:
                return
            self._take(json.loads(stream.read(size)))

    def _take(self, message: dict[str, Any]) -> None:
        with self._changed:
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            elif "id" in message:
                self._answers[message["id"]] = message
            elif message["method"] == "textDocument/publishDiagnostics":
                params = message["params"]
                self.found[params["uri"]] = params
                self.arrived.append((time.monotonic(), params["uri"], params.get("version")))
            elif message["method"] == "window/showMessage":
                self.messages.append(message["params"]["message"])
            self._changed.notify_all()


@contextmanager
def editor(root: Path, *words: str) -> Iterator[Client]:
    """A client in a folder, gone at the end."""
    client = Client(root, *words)
    try:
        yield client
    finally:
        try:
            client.close()
        finally:
            client.process.kill()


def applied(text: str, edits: list[Mapping[str, Any]]) -> str:
    """A text with an editor's edits made: UTF-16 columns, from the last to the first."""
    lines = text.split("\n")

    def offset(place: Mapping[str, int]) -> int:
        line = lines[place["line"]].encode("utf-16-le")[: place["character"] * 2]
        before = sum(len(line) + 1 for line in lines[: place["line"]])
        return before + len(line.decode("utf-16-le"))

    rows = [(offset(e["range"]["start"]), offset(e["range"]["end"]), e["newText"]) for e in edits]
    for start, end, new in sorted(rows, reverse=True):
        text = text[:start] + new + text[end:]
    return text
