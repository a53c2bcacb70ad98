"""``jdlint config``: what holds for a file, and where it is said."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from jdlint.cli import terminal
from jdlint.config import project
from jdlint.core.errors import ConfigError
from jdlint.core.printable import one_line, printable
from jdlint.engine.planning.build_plan import build_plan
from jdlint.engine.planning.plan import Plan
from jdlint.io import store
from jdlint.report.parts.plain import counted


def main(options: argparse.Namespace) -> int:
    """Say which configuration holds, and what it changes for a file; raises ``ConfigError``."""
    path = Path(options.file) if options.file else Path()
    if not path.exists():
        raise ConfigError(f"{path}: there is no such file or folder")
    found = project.find([path], options.config)
    plan = build_plan(found)
    terminal.say("\n".join(_lines(found, plan, path)) + "\n")
    return 0


def _lines(found: project.Project, plan: Plan, path: Path) -> Iterator[str]:
    yield f"configuration  {_shown(found.path) if found.path else 'none: the defaults hold'}"
    yield f"root           {_shown(found.root)}"
    yield from (f"extends        {_shown(base)}" for base in found.read[1:])
    folder = _relative(found, path if path.is_dir() else path.parent)
    for other in found.unread([folder] if folder != "." else []):
        yield f"not read       {_shown(other)}: of several on the way the topmost holds"
    yield f"cache          {_cache()}"
    if path.is_file():
        yield f"job page       {_page(plan, found, path)}"
    own = {key: value for key, value in found.data.items() if key not in ("rules", "extends")}
    if own:
        yield "\nsettings"
        yield from (f"  {key}: {_value(value)}" for key, value in own.items())
    yield from _rules(plan, found, path)


def _cache() -> str:
    return one_line(store.cache_name() or store.passed_over() or "none")


def _page(plan: Plan, found: project.Project, path: Path) -> str:
    wanted = plan.config.is_page(_relative(found, path))
    if wanted is None:
        return "its folder, keys and headings decide (“jdlint check --why FILE” says how)"
    return "yes, “pages” names it" if wanted else "no, “pages” or “exclude” leaves it out"


def _rules(plan: Plan, found: project.Project, path: Path) -> Iterator[str]:
    """The rules whose severity is not their own, and where that is said."""
    over = plan.config.overrides_for(_relative(found, path)) if path.is_file() else ()
    rows = []
    for index, active in enumerate(plan.rules):
        rule, level = active.rule, plan.level(index, over)
        if level != rule.severity:
            where = "rules" if level == plan.level(index) else "overrides"
            rows.append(f"  {rule.name}: {level}  (by itself {rule.severity}; said in “{where}”)")
    if rows:
        yield f"\n{counted(len(rows), 'rule')} with another severity"
        yield from rows
    total = sum(1 for index, _ in enumerate(plan.rules) if plan.level(index, over) != "off")
    yield f"\n{total:,} of {counted(len(plan.rules), 'rule')} are on; “jdlint rules” lists them"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else printable(str(value))


def _relative(found: project.Project, path: Path) -> str:
    return os.path.relpath(path.resolve(), found.root.resolve()).replace(os.sep, "/")


def _shown(path: Path) -> str:
    return printable(os.path.relpath(path) if path.is_absolute() else str(path))
