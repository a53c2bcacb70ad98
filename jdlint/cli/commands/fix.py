"""``jdlint check --fix`` and its kin: what is fixed, what is asked, what is shown."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jdlint.api import Session
from jdlint.cli.output import show
from jdlint.core.diagnostic import RANK, Diagnostic, Report
from jdlint.core.diff import unified
from jdlint.core.errors import ConfigError
from jdlint.core.light import dataclass, field, replace
from jdlint.core.text import Source
from jdlint.engine.planning.plan import Plan
from jdlint.engine.planning.request import Request
from jdlint.engine.settle import worst
from jdlint.filters.baseline import fingerprint
from jdlint.fix.edits import applied, in_order
from jdlint.fix.rounds import Chooser, Kinds, Outcome, edits_of, write
from jdlint.io.files import leads_out, read_bytes
from jdlint.io.shipped import shown
from jdlint.report.parts.plain import counted, safe

_KEYS = "[y]es, [n]o, [a]ll that follow, [q]uit asking"


def main(request: Request, session: Session, options: argparse.Namespace) -> int:
    """Fix, then report what is left; raises ``ConfigError`` where a page could not be written."""
    if options.staged:
        raise ConfigError(
            "fixes are made in the working tree, so --fix and --staged do not go together"
        )
    if options.interactive and request.stdin is not None:
        raise ConfigError(
            "standard input cannot hold a page and answers at once: leave out --interactive"
        )
    kinds = frozenset(("safe", "unsafe") if options.unsafe_fixes else ("safe",))
    chooser: Chooser = _Asker(Kinds(kinds)) if options.interactive else Kinds(kinds)
    outcome = session.fix(request, chooser)
    failed = [] if options.diff else list(write(request, outcome))
    if failed:  # what was not written is not called fixed
        after = _on_disk(request.root, outcome)
        fixed = outcome.fixed if after else Counter[str]()
        outcome = outcome._replace(after=after, fixed=fixed, report=session.run(request))
    report = replace(
        outcome.report,
        notices=(*outcome.report.notices, *_said(outcome, request.root, done=not options.diff)),
    )
    _print(report, outcome, request, session.plan, options)
    if failed:
        raise ConfigError("\n".join(failed))
    left = worst(report.diagnostics) >= RANK[options.fail_on] or (
        options.diff and bool(outcome.after)
    )
    return 1 if left and not options.exit_zero else 0


def _print(
    report: Report, outcome: Outcome, request: Request, plan: Plan, options: argparse.Namespace
) -> None:
    """The diff or the fixed text where one is asked for, with the report beside it; else the report
    alone."""
    given = request.stdin
    text = given if given is None else outcome.after.get(request.stdin_name, given)
    seen = replace(request, overlay={**request.overlay, **outcome.after}, stdin=text)
    if options.diff:
        sys.stdout.write(_on_terminal("".join(diffs(request.root, outcome))))
        sys.stdout.flush()
        options = argparse.Namespace(
            **{**vars(options), "quiet": True}
        )  # lines of pages that nobody has
    elif text is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
    show(report, options, seen, plan, beside=options.diff or text is not None)


def _on_disk(root: Path, outcome: Outcome) -> dict[str, bytes]:
    """The fixed pages that are where they should be."""
    return {
        path: data
        for path, data in outcome.after.items()
        if not leads_out(root / path, root) and read_bytes(root / path) == data
    }


def _on_terminal(text: str) -> str:
    return safe(text) if sys.stdout.isatty() else text


def diffs(root: Path, outcome: Outcome) -> Iterator[str]:
    """A unified diff for each page that changes; paths are as seen from the working directory."""
    for path, data in outcome.after.items():
        yield unified(outcome.before[path].decode(), data.decode(), shown(root / path))


def _said(outcome: Outcome, root: Path, *, done: bool) -> Iterator[str]:
    """Sentences about what was fixed and what was not."""
    fixed = sum(outcome.fixed.values())
    if fixed:
        verb = "fixed" if done else "would be fixed"
        yield f"{counted(fixed, 'finding')} {verb} on {counted(len(outcome.after), 'page')}"
    if outcome.refused:
        more = (
            "because it would change more of the page than its own words"
            if outcome.refused == 1
            else ""
        )
        more = more or "because they would change more of the page than their own words"
        refused = "1 fix" if outcome.refused == 1 else f"{outcome.refused:,} fixes"
        yield f"{refused} left out, {more}"
    yield from (
        f"{shown(root / path)}: the fixes of {rule} come to no end here, so they are left out"
        for path, rule in outcome.unsettled
    )
    yield from (
        f"{shown(root / path)}: left as it is, because it leads out of the project"
        for path in outcome.outside
    )


@dataclass
class _Asker:
    """Asks before each fix; what was declined is not asked again."""

    kinds: Kinds
    declined: set[tuple[str, ...]] = field(default_factory=set)
    always: bool = False
    stopped: bool = False

    def wants(self, d: Diagnostic, source: Source) -> bool:
        return (
            not self.stopped
            and self.kinds.wants(d, source)
            and _key(d, source) not in self.declined
        )

    def confirms(self, d: Diagnostic, source: Source) -> bool:
        if not self.always and not self.stopped:
            self._ask(d, source)
        return not (self.stopped or _key(d, source) in self.declined)

    def _ask(self, d: Diagnostic, source: Source) -> None:
        sys.stdout.write("\n" + safe(_question(d, source)))
        while True:
            sys.stdout.write(f"Fix it? {_KEYS}: ")
            sys.stdout.flush()
            answer = sys.stdin.readline()
            key = answer.strip().lower()[:1] if answer else "q"
            if key == "n":
                self.declined.add(_key(d, source))
            self.always = self.always or key == "a"
            self.stopped = self.stopped or key == "q"
            if key in ("y", "n", "a", "q"):
                return


def _key(d: Diagnostic, source: Source) -> tuple[str, ...]:
    """What a fix is known by while lines move: its words, those around them, and what it writes."""
    return (d.path, fingerprint(d, source), *(edit.text for edit in edits_of(d)))


def _question(d: Diagnostic, source: Source) -> str:
    after = applied(source.text, in_order([edits_of(d)]))
    lines = unified(source.text, after, d.path, 0).split("\n")[2:]
    shown = "\n".join(line for line in lines if not line.startswith(("@@", "\\")))
    return f"{d.path}:{d.start.line}:{d.start.column} {d.severity} {d.message}  {d.rule}\n{shown}"
