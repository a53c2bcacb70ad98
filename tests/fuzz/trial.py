"""One page, or one project's own files, thrown at jdlint: what must hold whatever they say."""

from __future__ import annotations

import gc
import itertools
import shutil
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.api import Session
from jdlint.core.diagnostic import Report
from jdlint.core.errors import ConfigError, RuleError
from jdlint.core.text import Source
from jdlint.engine.passes.page import check_page
from jdlint.engine.planning.request import Request
from jdlint.fix.rounds import Kinds, Outcome
from jdlint.io import files
from jdlint.parse import parse
from tests.fuzz import spans

SLOWEST = 2.0  # seconds
MOST = 2.5  # times as long for twice the text
_LEAST = 0.05  # seconds: what takes less is not compared
_STEPS, _USUAL = 1_000_000, 0.07  # a loop, and the seconds it takes where these limits were set
_NUMBERS = itertools.count()
_SAFE = Kinds(frozenset(("safe",)))
_ALL = Kinds(frozenset(("safe", "unsafe")))
PAGE = (
    "---\nlayout: job\ntitle: Baker\nteam: ovens\npay: 19.99\n---\n\nWe are the the best.\n\n"
    "## Responsibilities\n\n- Bake bread, etc.\n- You will  sweep\n\n[us](http://a.example)\n"
)


def _is_slow(took: float, slowest: float = SLOWEST) -> bool:
    """Whether something took too long, on a machine that may itself be slow just now."""
    return took > slowest and took > slowest * min(_loop() for _ in range(3)) / _USUAL


def _loop() -> float:
    started, total = time.process_time(), 0
    for number in range(_STEPS):
        total += number
    return time.process_time() - started


class Trial:
    """A session in an empty project, and pages given to it as texts."""

    def __init__(
        self, root: Path, config: str = "pages: jobs/**\n", slowest: float = SLOWEST
    ) -> None:
        (root / "jdlint.yaml").write_text(config, encoding="utf-8")
        self.root, self.slowest = root, slowest
        self.session = Session(root)  # with all that a project gets that sets nothing

    def request(self, name: str, data: bytes) -> Request:
        return Request(self.root, (), f"jobs/{name}", data, 1)

    def faults(self, name: str, text: str, *, thorough: bool = False) -> list[str]:
        """What does not hold, in words; what costs as much again is asked of one page in eight."""
        return _told(lambda: self._faults(name, text, thorough or len(text) % 8 == 0))

    def _faults(self, name: str, text: str, thorough: bool) -> Iterator[str]:
        request = self.request(name, text.encode("utf-8", "surrogatepass"))
        started = time.process_time()
        report = self.session.run(request)
        took = time.process_time() - started
        if _is_slow(took, self.slowest):
            yield f"slow: {took:.1f} s"
        source, defects = files.decode(request.stdin or b"", f"jobs/{name}")
        for diagnostic in report.diagnostics:
            yield from spans.of_diagnostic(diagnostic, source)
        if not defects:
            yield from spans.of_page(parse(source))
        if not defects and thorough:
            yield from self._findings(source)
        yield from self._fixes(request, (_SAFE, _ALL) if thorough else (_SAFE,))

    def _findings(self, source: Source) -> Iterator[str]:
        rules = self.session.plan.rules
        for rule, finding in check_page(self.session.checker, source).found:
            for fault in spans.of_finding(finding, source):
                yield f"{rules[rule].rule.name}: {fault}"

    def _fixes(self, request: Request, each: Sequence[Kinds]) -> Iterator[str]:
        for kinds in each:
            outcome = self.session.fix(request, kinds)
            for path, rule in outcome.unsettled:
                yield f"the fixes of {rule} do not settle ({path})"
            yield from self._again(request, outcome, kinds)

    def _again(self, request: Request, outcome: Outcome, kinds: Kinds) -> Iterator[str]:
        """A page that is fixed has nothing more to fix."""
        data = outcome.after.get(request.stdin_name)
        if data is not None and not outcome.refused and not outcome.unsettled:
            more = self.session.fix(self.request(Path(request.stdin_name).name, data), kinds)
            if more.after:
                yield f"fixing again fixes more: {dict(more.fixed)}"


def published_faults(trial: Trial, name: str, data: bytes) -> list[str]:
    """What does not hold of a published file, in words."""
    path = trial.root / name
    path.write_bytes(data)
    return _told(lambda: _published_faults(trial, path))


def _published_faults(trial: Trial, path: Path) -> Iterator[str]:
    started = time.process_time()
    report = trial.session.run(Request(trial.root, (path,), jobs=1))
    took = time.process_time() - started
    if _is_slow(took):
        yield f"slow: {took:.1f} s"
    source, defects = files.decode(path.read_bytes(), path.name)
    for diagnostic in report.diagnostics if not defects else ():
        yield from spans.of_diagnostic(diagnostic, source)
        diagnostic.message.encode()


def project_faults(folder: Path, contents: Mapping[str, bytes]) -> list[str]:
    """What does not hold of a project with these files of its own, in words."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return _told(lambda: _project_faults(folder))


def _project_faults(folder: Path) -> Iterator[str]:
    started = time.process_time()
    try:
        report = _in_project(folder)
    except (ConfigError, RuleError) as error:
        if not str(error).strip():
            yield "refused without a word"
        return
    finally:
        took = time.process_time() - started
        # a session of its own takes up to 1.2 s where the machine is idle, 2.9 where it is busy and
        # nothing was made ahead; rules and schemas that blow up take far more
        if took > 2 * SLOWEST and _is_slow(took - _without_files(folder)):
            yield f"slow: {took:.1f} s"
    for diagnostic in report.diagnostics:
        yield from spans.of_diagnostic(diagnostic, Source("jobs/a.md", PAGE))


def _in_project(folder: Path) -> Report:
    session = Session(folder)
    request = Request(folder, (), "jobs/a.md", PAGE.encode(), 1)
    report = session.run(request)
    session.fix(request, _ALL)
    return report


def _without_files(folder: Path) -> float:
    """The seconds that a project takes that has no files of its own."""
    plain = folder.with_name("plain")
    plain.mkdir(exist_ok=True)
    started = time.process_time()
    _in_project(plain)
    return time.process_time() - started


def _told(work: Callable[[], Iterator[str]]) -> list[str]:
    try:
        return list(work())
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return [
            f"{type(error).__name__}: {error} in {frame.name} ({frame.filename}:{frame.lineno})"
        ]


def growth(trial: Trial, shape: Callable[[int], str], largest: int = 64_000) -> tuple[float, float]:
    """How many times as long twice the text takes, and the seconds of the longer one: the size is
    doubled until it takes long enough to tell; what looks too much is measured again."""
    trial.session.checker._memo.clear()  # what is kept of other shapes makes the collector slow
    size, before = 1_000, 0.0
    worst = took = 0.0
    while size <= largest and took < SLOWEST:
        took = _seconds(trial, shape(size))
        if before > _LEAST:
            ratio = took / before
            worst = max(worst, ratio if ratio <= MOST else _again(trial, shape, size))
            if worst > MOST:
                break
        before = took
        size *= 2
    return worst, took


def _again(trial: Trial, shape: Callable[[int], str], size: int) -> float:
    half, whole = [], []
    for _ in range(5):  # in turn, so that what else the machine does weighs on both
        half.append(_seconds(trial, shape(size // 2)))
        whole.append(_seconds(trial, shape(size)))
    return min(whole) / max(min(half), 1e-9)


def _seconds(trial: Trial, text: str) -> float:
    data = text.encode("utf-8", "surrogatepass")
    request = trial.request(f"a{next(_NUMBERS)}.md", data)  # a page that is not remembered
    gc.collect()
    gc.disable()  # as the command line does
    started = time.process_time()
    try:
        trial.session.run(request)
        return time.process_time() - started
    finally:
        gc.enable()
