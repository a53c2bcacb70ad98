"""``jdlint check``."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from jdlint.cli.output import show
from jdlint.cli.request import names, request_of
from jdlint.core.diagnostic import RANK
from jdlint.engine.build_plan import build_plan
from jdlint.engine.run import run
from jdlint.engine.settle import worst

if TYPE_CHECKING:
    import argparse


def main(options: argparse.Namespace) -> int:
    """Check and report; raises ``ConfigError`` and ``RuleError`` for what cannot be run."""
    gc.disable()  # a short run that makes many rows and no cycles
    if options.watch:
        from jdlint.cli.commands.watch import main as watch

        return watch(options)
    return once(options)


def once(options: argparse.Namespace) -> int:
    """One check, with fixes where they are asked for."""
    request, config_path = request_of(options)
    plan = build_plan(
        request.root, config_path, names(options.select), names(options.ignore), options.grammar
    )
    if options.baseline or plan.config.baseline or options.diff_base is not None or options.staged:
        from jdlint.cli.filters import limited

        request = limited(request, plan, options)
    if options.fix or options.unsafe_fixes or options.diff or options.interactive:
        from jdlint.cli.commands.fix import main as fix

        return fix(request, plan, options)
    report = run(request, plan)
    show(report, options, request, plan)
    if not report.pages and not options.allow_none and request.stdin is None:
        return 2  # a check of nothing is not green
    return 0 if options.exit_zero or worst(report.diagnostics) < RANK[options.fail_on] else 1
