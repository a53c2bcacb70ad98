"""``jdlint rules``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from jdlint.config import project
from jdlint.core.printable import printable
from jdlint.engine.planning.build_plan import build_plan
from jdlint.report.parts.plain import counted
from jdlint.rules.catalogue import named
from jdlint.rules.rule import Rule

Rows = Sequence[tuple[Rule, str]]  # with the severity that they have here


def main(options: argparse.Namespace) -> int:
    """List rules with the severity that they have here; raises ``ConfigError`` for a name that no
    rule or group has."""
    plan = build_plan(project.find(config=options.config))
    rows = [(active.rule, plan.level(index)) for index, active in enumerate(plan.rules)]
    if options.names:
        every = [rule for rule, _ in rows]
        wanted = {rule.name for name in options.names for rule in named(every, name)}
        rows = [row for row in rows if row[0].name in wanted]
    sys.stdout.write("".join(_as_json(rows) if options.format == "json" else _as_text(rows)))
    return 0


def _as_json(rows: Rows) -> Iterator[str]:
    data = [
        {
            "name": rule.name,
            "severity": severity,
            "default": rule.severity,
            "summary": rule.summary,
            "fix": rule.fix,
            "languages": list(rule.languages),
        }
        for rule, severity in rows
    ]
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _as_text(rows: Rows) -> Iterator[str]:
    width = max((len(rule.name) for rule, _ in rows), default=0)
    for _, group in groupby(rows, key=lambda row: row[0].group):
        for rule, severity in group:
            yield (
                f"{rule.name:<{width}}  {severity:<7}  {','.join(rule.languages):<5}  "
                f"{printable(rule.summary)}{' (has a fix)' if rule.fix else ''}\n"
            )
    yield (
        f"\n{counted(len(rows), 'rule')}, each with the languages of pages that it is for; "
        "“jdlint explain RULE” says more\n"
    )
