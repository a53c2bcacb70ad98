"""``jdlint rules``."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby
from pathlib import Path

from jdlint.config import project
from jdlint.core.errors import ConfigError
from jdlint.engine.build_plan import build_plan


def main(options: argparse.Namespace) -> int:
    """List the rules with the severity that they have in this project."""
    root, config_path = project_of(options.config)
    plan = build_plan(root, config_path)
    rows = [(active.rule, plan.level(index)) for index, active in enumerate(plan.rules)]
    if options.format == "json":
        data = [
            {
                "name": r.name,
                "severity": severity,
                "default": r.severity,
                "summary": r.summary,
                "fix": r.fix,
            }
            for r, severity in rows
        ]
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        return 0
    width = max((len(rule.name) for rule, _ in rows), default=0)
    for _, group in groupby(rows, key=lambda row: row[0].group):
        for rule, severity in group:
            sys.stdout.write(
                f"{rule.name:<{width}}  {severity:<7}  "
                f"{rule.summary}{' (has a fix)' if rule.fix else ''}\n"
            )
    sys.stdout.write(f"\n{len(rows)} rules; “jdlint explain RULE” says more\n")
    return 0


def project_of(config: str | None) -> tuple[Path, Path | None]:
    """The root and the configuration file that hold in the working directory."""
    if config:
        path = Path(config)
        if not path.is_file():
            raise ConfigError(f"{path}: there is no such configuration file")
        return path.resolve().parent, path
    return project.find_root([Path()])
