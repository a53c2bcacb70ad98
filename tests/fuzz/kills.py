"""Commands that write, killed at a random moment: what they write is old or new,
never in between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

PAGES = 12
COMMANDS = {
    "check --fix": ("check", "--fix", "jobs"),
    "baseline": ("baseline",),
    "init": ("init", "--force"),
    "words --add": ("words", "--add", *(f"kilnfurn{letter}" for letter in "abcdefgh")),
}
_PAGE = (
    "---\nlayout: job\ntitle: Glazier {n}\n---\n\nWe are the the best glaziers in {n} towns. \n\n"
    "## Responsibilities\n\n* Cut glass  \n* Fit panes in a hour\n\n\n\n## Requirements\n\n"
    "* You like glass\n"
)
Contents = Mapping[str, bytes]


class Killed(NamedTuple):
    """How a command ended that was sent a signal after some seconds."""

    command: str
    signal: str
    seconds: float
    code: int
    said: str

    @property
    def was_done(self) -> bool:
        """The signal came too late."""
        return self.code in (0, 1)


class Yard:
    """A site to kill commands on: what its files are before and after a run that is let be."""

    def __init__(self, root: Path, name: str) -> None:
        self.root, self.name = root, name
        self.before = {f"jobs/p{n}.md": _PAGE.format(n=n).encode() for n in range(PAGES)}
        self.before["jdlint.yaml"] = b"pages: jobs/**\n"
        self.before[".git/HEAD"] = b"ref: refs/heads/main\n"
        if name == "words --add":
            self.before[".jdlint-words.txt"] = "".join(f"kiln{n}\n" for n in range(2_000)).encode()
        self.takes = 60.0
        for _ in range(2):
            self.reset()
            started = time.monotonic()
            self.let_be()
            self.takes = min(self.takes, time.monotonic() - started)
        self.after = self.contents()

    def reset(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        for name, data in self.before.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(data)

    def contents(self) -> Contents:
        """All files of the site, drafts too."""
        files = (path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}

    def let_be(self) -> None:
        process = self._start()
        assert process.wait(60) in (0, 1), process.communicate()

    def kill(self, number: int, seconds: float) -> tuple[Killed, list[str]]:
        """The command killed after so many seconds, and what does not hold after it."""
        self.reset()
        process = self._start()
        time.sleep(seconds)
        with_ = signal.Signals(number).name
        if process.poll() is None:
            os.killpg(process.pid, number)  # as a terminal does: to all that it started
        said = process.communicate(timeout=300)[1]
        killed = Killed(self.name, with_, seconds, process.returncode, said)
        return killed, [*self._torn(), *_rude(killed, number), *self._left()]

    def _start(self) -> subprocess.Popen[str]:
        own = Path(sys.executable).with_name("jdlint")
        program = [str(own)] if own.exists() else [sys.executable, "-m", "jdlint"]
        return subprocess.Popen(
            [*program, *COMMANDS[self.name]], cwd=self.root, text=True, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
            env={**os.environ, "JDLINT_CACHE_DIR": ""}, preexec_fn=_heeded,
        )  # fmt: skip

    def _torn(self) -> list[str]:
        found = self.contents()
        return [
            f"{name} is neither old nor new"
            for name in {*self.before, *self.after}
            if found.get(name) not in (self.before.get(name), self.after.get(name))
        ]

    def _left(self) -> list[str]:
        """What is beside the files of the site after the next run."""
        if not self.contents().keys() - self.after.keys() - self.before.keys():
            return []
        self.let_be()
        return [f"{name} is left" for name in self.contents().keys() - self.after.keys()]


def _heeded() -> None:
    """A job in the background is started with interruptions ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _rude(killed: Killed, number: int) -> list[str]:
    if number != signal.SIGINT or killed.was_done:
        return []  # it was done before the signal came
    if killed.code != 130 or killed.said != "jdlint: interrupted\n":
        return [f"exit {killed.code}, said {killed.said[-200:]!r}"]
    return []


def kill_often(
    root: Path,
    name: str,
    times: int,
    chance: random.Random,
    tell: Callable[[Killed, list[str]], None],
) -> None:
    """Kill a command so often before it was done (a fourth of the tries, at least), with SIGKILL
    and SIGINT in turn, at moments from the start of our own code on."""
    yard = Yard(root, name)
    first, last, hits = _interpreter(), yard.takes * 1.1, 0
    for turn in range(4 * times):
        number = signal.SIGINT if turn % 2 else signal.SIGKILL
        killed, faults = yard.kill(number, chance.uniform(min(first, last / 2), last))
        tell(killed, faults)
        hits += not killed.was_done
        last *= 0.93 if killed.was_done else 1.03  # other work comes and goes on a machine
        if hits == times:
            return


def _interpreter() -> float:
    """The seconds that Python takes before it runs a line of ours: twice the best of three."""
    best = 1.0
    for _ in range(3):
        started = time.monotonic()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        best = min(best, time.monotonic() - started)
    return 2 * best
