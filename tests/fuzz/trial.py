"""One page thrown at jdlint: what must hold of any text."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from jdlint.api import Session
from jdlint.core.diagnostic import Diagnostic
from jdlint.engine.planning.request import Request
from jdlint.fix.rounds import Kinds

SLOWEST = 2.0  # seconds
_LEAST = 0.05  # seconds: what takes less is not compared


class Trial:
    """A session in an empty project, and pages given to it as texts."""

    def __init__(self, root: Path, config: str = "pages: jobs/**\n") -> None:
        (root / "jdlint.yaml").write_text(config, encoding="utf-8")
        self.root = root
        self.session = Session(root, grammar="off")

    def request(self, name: str, text: str) -> Request:
        data = text.encode("utf-8", "surrogatepass")
        return Request(self.root, (), f"jobs/{name}", data, 1)

    def faults(self, name: str, text: str) -> list[str]:
        """What does not hold, in words."""
        try:
            return list(self._faults(name, text))
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            return [f"{type(error).__name__}: {error} in {frames[-1].name} ({frames[-1].filename})"]

    def _faults(self, name: str, text: str) -> Iterator[str]:
        request = self.request(name, text)
        started = time.process_time()
        report = self.session.run(request)
        took = time.process_time() - started
        if took > SLOWEST:
            yield f"takes {took:.1f} s"
        size = len(text.removeprefix("\ufeff"))
        for diagnostic in report.diagnostics:
            yield from _outside(diagnostic, size)
        for rule, path in self.session.fix(request, Kinds(frozenset(("safe",)))).unsettled:
            yield f"the fixes of {rule} do not settle ({path})"


def _outside(d: Diagnostic, size: int) -> Iterator[str]:
    for span in (d.span, *(placed.edit.span for placed in d.edits)):
        if not 0 <= span.start <= span.end <= size:
            yield f"{d.rule} reports {span} of a text of {size}"
    if d.start.line < 1 or d.start.column < 1 or d.end < d.start:
        yield f"{d.rule} reports {d.start} to {d.end}"


def growth(trial: Trial, shape: Callable[[int], str], largest: int = 64_000) -> tuple[float, float]:
    """How many times as long twice the text takes, and the seconds of the longer one: the size is
    doubled until it takes long enough to tell."""
    size, before = 1_000, 0.0
    ratio = took = 0.0
    while size <= largest:
        took = min(_seconds(trial, shape(size)) for _ in range(2))
        if before > _LEAST:
            ratio = max(ratio, took / before)
            if ratio > 2.5:
                again = min(_seconds(trial, shape(size // 2)) for _ in range(2))
                ratio = min(_seconds(trial, shape(size)) for _ in range(2)) / max(again, 1e-9)
                break
        before = took
        size *= 2
        if took > SLOWEST:
            break
    return ratio, took


def _seconds(trial: Trial, text: str) -> float:
    started = time.process_time()
    trial.session.run(trial.request("a.md", text))
    return time.process_time() - started
