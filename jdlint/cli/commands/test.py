"""``jdlint test``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jdlint.cli.commands.rules import project_of
from jdlint.config import project
from jdlint.config.config import Config
from jdlint.core.errors import ConfigError
from jdlint.engine.plan import Active, Plan, Runner
from jdlint.rules import catalogue
from jdlint.rules.rule import Rule, read_rule
from jdlint.testing import UNPROVEN, prove


def main(options: argparse.Namespace) -> int:
    """Prove rules by their examples: those of the named folders, else the project's own, else all
    that ship."""
    root, config_path = project_of(options.config)
    rules = _rules(options.paths, root, config_path)
    build = runner_factory(project.default_settings())
    failures, examples = 0, 0
    for rule in rules:
        examples += len(rule.examples)
        if not rule.examples:
            failures += 1
            sys.stdout.write(f"{rule.name}: it has no examples, so nothing proves it\n")
        for failure in prove(rule, build):
            failures += 1
            sys.stdout.write(f"{failure.rule}: example {failure.example}: {failure.message}\n")
    sys.stdout.write(f"{len(rules)} rules, {examples} examples, {failures} that do not hold\n")
    return 1 if failures else 0


def _rules(paths: list[str], root: Path, config_path: Path | None) -> tuple[Rule, ...]:
    if paths:
        for path in paths:
            if not Path(path).is_dir():
                raise ConfigError(f"{path}: there is no such folder of rules")
        return tuple(
            read_rule(data, name, shipped=False)
            for path in paths
            for name, data in catalogue.rule_files(Path(path))
        )
    data = project.config_data(config_path, root) if config_path else {}
    own = catalogue.project_rules(data, root)
    return own or tuple(
        r for r in catalogue.shipped_rules(examples=True) if r.check not in UNPROVEN
    )


def runner_factory(settings: Mapping[str, Any]) -> Any:
    """A function from a rule and an example's ``given`` to the rule's built check."""

    def runner(rule: Rule, given: Mapping[str, Any]) -> Runner:
        config = Config(settings={**settings, **{k: v for k, v in given.items() if k != "with"}})
        params = {
            **rule.params,
            **{k.replace("-", "_"): v for k, v in given.get("with", {}).items()},
        }
        alone = Rule(**{**_fields(rule), "params": params})
        return Runner(Plan(config, (Active(alone, True),), frozenset((rule.name,))), ())

    return runner


def _fields(rule: Rule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in Rule.__dataclass_fields__}
