"""``jdlint test``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from jdlint.config import project
from jdlint.core.printable import printable
from jdlint.report.parts.plain import counted
from jdlint.rules import catalogue
from jdlint.rules.rule import Rule, read_rule
from jdlint.testing import UNPROVEN, prove


def main(options: argparse.Namespace) -> int:
    """Prove rules by their examples: those that are named (a rule, a group, a folder or file of
    rules), else the project's own, else all that ship."""
    rules = _rules(options.names, project.find(config=options.config))
    settings = project.default_settings()
    failures, examples = 0, 0
    for rule in rules:
        examples += len(rule.examples)
        for failed in _failed(rule, settings):
            failures += 1
            sys.stdout.write(f"{rule.name}: {printable(failed)}\n")
    shown = f"{failures:,} that do not hold" if failures else "all hold"
    sys.stdout.write(f"{counted(len(rules), 'rule')}, {counted(examples, 'example')}, {shown}\n")
    return 1 if failures else 0


def _failed(rule: Rule, settings: dict[str, object]) -> Iterator[str]:
    if not rule.examples and rule.check not in UNPROVEN:
        yield "it has no examples, so nothing proves it"
    for failure in prove(rule, settings) if rule.check not in UNPROVEN else ():
        yield f"example {failure.example}: {failure.message}"


def _rules(names: list[str], found: project.Project) -> list[Rule]:
    data, root = found.data, found.root
    if not names:
        own = catalogue.project_rules(data, root)
        return list(own or catalogue.shipped_rules(examples=True))
    known = catalogue.all_rules(data, root, examples=True)
    chosen = {rule.name: rule for name in names for rule in _named(name, known)}
    return [chosen[name] for name in sorted(chosen)]


def _named(name: str, known: tuple[Rule, ...]) -> list[Rule]:
    """The rules that a name stands for; raises ``ConfigError`` where there is none."""
    path = Path(name)
    if any(name in (rule.name, rule.group) for rule in known) or not path.exists():
        return catalogue.named(known, name)
    files = [path] if path.is_file() else catalogue.files_below(path)
    return [read_rule(data, where, shipped=False) for where, data in catalogue.read_files(files)]
