"""``jdlint check --fix`` and its kin: what is fixed, what is asked, what is shown."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.api import Session
from jdlint.cli import terminal
from jdlint.cli.commands.asking import Asker, GivenUpError
from jdlint.cli.output import show
from jdlint.config.own_words import add_words, name_in, path_of
from jdlint.config.project import Project
from jdlint.core.diagnostic import RANK, Diagnostic, Report
from jdlint.core.diff import unified
from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import replace
from jdlint.engine.planning.plan import Plan
from jdlint.engine.planning.request import Request
from jdlint.engine.settle import worst
from jdlint.fix.rounds import Kinds, Outcome, write
from jdlint.io.files import leads_out, read_bytes
from jdlint.io.shipped import shown
from jdlint.report.parts.change import coloured
from jdlint.report.parts.plain import counted, safe

_NAMED = 3  # fixes that are named one by one


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
    if options.interactive:
        return _asked(request, session, options)
    kinds = frozenset(("safe", "unsafe") if options.unsafe_fixes else ("safe",))
    return _made(session.fix(request, Kinds(kinds)), (), request, session, options)


def _asked(request: Request, session: Session, options: argparse.Namespace) -> int:
    """Fix what the writer says, and keep the words that she adds."""
    asker = Asker()
    try:
        outcome = session.fix(request, asker)
    except GivenUpError:
        sys.stdout.write("\nnothing was changed\n")
        return 0 if options.exit_zero else 1
    said = list(asker.said())
    if asker.words and not options.diff:
        said.append(_words_added(session.project, asker.words))
        session = Session(session.project, options.select, options.ignore, options.grammar)
        overlay = {**request.overlay, **outcome.after}
        outcome = outcome._replace(report=session.run(replace(request, overlay=overlay)))
    return _made(outcome, said, request, session, options)


def _words_added(project: Project, words: Sequence[str]) -> str:
    """Add words to the project's own; what is said of it. Raises ``ConfigError``."""
    name = name_in(project.data)
    where = shown(path_of(project.root, name))
    try:
        added = add_words(project.root, words, name)
    except OSError as error:
        raise ConfigError(f"{where}: cannot be written ({reason_of(error)})") from error
    return f"added to {where}: {', '.join(added)}"


def _made(
    outcome: Outcome,
    said: Sequence[str],
    request: Request,
    session: Session,
    options: argparse.Namespace,
) -> int:
    """Write what was fixed and report what is left."""
    failed = [] if options.diff else list(write(request, outcome))
    if failed:  # what was not written is not called fixed
        after = _on_disk(request.root, outcome)
        fixed = outcome.fixed if after else Counter[str]()
        outcome = outcome._replace(after=after, fixed=fixed, report=session.run(request))
    report = replace(
        outcome.report,
        notices=(
            *outcome.report.notices,
            *_said(outcome, request.root, done=not options.diff),
            *said,
        ),
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
    """A diff as a terminal shows it: escapes made plain, lines in colours."""
    plain = safe(text) if terminal.is_terminal() else text
    return coloured(plain) if terminal.colours() else plain


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
    if outcome.left_out:
        yield _left_out(outcome.left_out, root)
    yield from (
        f"{shown(root / path)}: the fixes of {rule} come to no end here, so they are left out"
        for path, rule in outcome.unsettled
    )
    yield from (
        f"{shown(root / path)}: left as it is, because it leads out of the project"
        for path in outcome.outside
    )


def _left_out(found: Sequence[Diagnostic], root: Path) -> str:
    """Which fixes were left out, and why."""
    named = [f"{d.rule} in {shown(root / d.path)}:{d.start.line}" for d in found[:_NAMED]]
    if len(found) > _NAMED:
        named.append(f"{len(found) - _NAMED:,} more")
    why = "it would change more of the page than its own words"
    if len(found) > 1:
        why = "they would change more of the page than their own words"
    fixes = "1 fix" if len(found) == 1 else f"{len(found):,} fixes"
    return f"{fixes} left out ({', '.join(named)}), because {why}"
