"""``jdlint baseline``."""

from __future__ import annotations

import argparse
import gc
import json
import os
from collections.abc import Set
from pathlib import Path

from jdlint.api import Session
from jdlint.cli import terminal
from jdlint.cli.filters import baseline_path, read
from jdlint.cli.output import write_text
from jdlint.cli.request import asked_of
from jdlint.config.config import NAMES
from jdlint.config.project import Project
from jdlint.config.validate import placed_errors
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import dataclass, field
from jdlint.core.page import Reader
from jdlint.engine.planning.request import Request
from jdlint.filters import baseline
from jdlint.filters.filter import Filtered
from jdlint.io import shipped
from jdlint.report.parts.plain import counted


@dataclass
class _Recorder:
    """A filter that records all that it is shown."""

    found: baseline.Baseline = field(default_factory=dict)
    pages: Set[str] = frozenset()

    def __call__(self, found: list[Diagnostic], sources: Reader, pages: Set[str]) -> Filtered:
        self.found, self.pages = baseline.recorded(found, sources), pages
        return Filtered([])


def main(options: argparse.Namespace) -> int:
    """Record what is found now, or (``--prune``) drop from the record what is gone; raises
    ``ConfigError``."""
    gc.disable()
    paths, found = asked_of(options.paths, options.config)
    session, root = Session(found), found.root
    plan = session.plan
    path = baseline_path(root, plan, options.output) or root / baseline.NAME
    old = read(path) if options.prune or (path.exists() and options.paths) else {}
    recorder = _Recorder()
    session.run(Request(root, paths, filters=(recorder,)))

    def exists(name: str) -> bool:
        return (root / name).exists()

    keep = baseline.pruned if options.prune else baseline.updated
    new = keep(old, recorder.found, recorder.pages, exists)
    write_text(path, baseline.dumps(new))
    terminal.say(_said(new, old, path, pruned=options.prune) + "\n")
    if not options.prune and not plan.config.baseline:
        terminal.say(_entered(found, path) + "\n")
    return 0


def _entered(found: Project, path: Path) -> str:
    """Name the baseline in the configuration, so that every check uses it; what was done, or is to
    be done by hand."""
    name = os.path.relpath(path.resolve(), found.root.resolve()).replace(os.sep, "/")
    line = f"baseline: {json.dumps(name, ensure_ascii=False) if ' ' in name else name}\n"
    config = found.path or found.root / NAMES[0]
    by_hand = f"to use it, write “{line.strip()}” into {shipped.shown(config)}"
    if name.startswith("../") or config.suffix not in (".yaml", ".yml"):
        return by_hand
    old = config.read_text(encoding="utf-8") if config.exists() else ""
    gap = "" if not old or old.endswith("\n") else "\n"
    new = f"{old}{gap}{line}"
    schema = shipped.data_folder("schemas") / "config.schema.json"
    if placed_errors(new.encode(), shipped.shown(config), schema)[1]:
        return by_hand
    write_text(config, new)
    return f"{shipped.shown(config)} names it now: “jdlint check” shows what is new"


def _said(new: baseline.Baseline, old: baseline.Baseline, path: Path, *, pruned: bool) -> str:
    count = counted(baseline.size(new), "finding")
    where = shipped.shown(path)
    if pruned:
        dropped = counted(baseline.size(old) - baseline.size(new), "finding")
        return f"{dropped} dropped, {count} left in {where}"
    return f"{count} on {counted(len(new), 'page')} recorded in {where}"
