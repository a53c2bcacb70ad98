"""``jdlint check``."""

from __future__ import annotations

import gc

from jdlint.cli import memo
from jdlint.cli.output import show
from jdlint.cli.request import session_of
from jdlint.core.diagnostic import RANK
from jdlint.core.light import TYPE_CHECKING
from jdlint.engine.settle import worst

if TYPE_CHECKING:
    import argparse


def main(options: argparse.Namespace) -> int:
    """Check and report; raises ``ConfigError`` and ``RuleError`` for what cannot be run."""
    gc.disable()  # a short run that makes many rows and no cycles
    if options.why:
        from jdlint.cli.commands.why import main as why

        return why(options)
    if options.watch:
        from jdlint.cli.commands.watch import main as watch

        return watch(options)
    return once(options)


def once(options: argparse.Namespace) -> int:
    """One check, with fixes where they are asked for."""
    session, request = session_of(options)
    plan = session.plan
    if options.baseline or plan.config.baseline or options.diff_base is not None or options.staged:
        from jdlint.cli.filters import limited

        request = limited(request, session, options)
    if options.fix or options.unsafe_fixes or options.diff or options.interactive:
        from jdlint.cli.commands.fix import main as fix

        return fix(request, session, options)
    report = session.run(request)
    output = show(report, options, request, plan)
    if not report.pages and not options.allow_none and request.stdin is None:
        return 0 if options.exit_zero else 2  # a check of nothing is not green
    clean = options.exit_zero or worst(report.diagnostics) < RANK[options.fail_on]
    code = 0 if clean else 1
    # an engine that did not answer may do so next time
    if not any(notice.startswith("grammar was not checked") for notice in report.notices):
        memo.keep(options, session, output, code)
    return code
