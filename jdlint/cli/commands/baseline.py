"""``jdlint baseline``."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Set
from pathlib import Path

from jdlint.api import Session
from jdlint.cli.filters import baseline_path, read
from jdlint.cli.output import write_text
from jdlint.cli.request import asked_of
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
    sys.stdout.write(_said(new, old, path, pruned=options.prune) + "\n")
    return 0


def _said(new: baseline.Baseline, old: baseline.Baseline, path: Path, *, pruned: bool) -> str:
    count = counted(baseline.size(new), "finding")
    where = shipped.shown(path)
    if pruned:
        dropped = counted(baseline.size(old) - baseline.size(new), "finding")
        return f"{dropped} dropped, {count} left in {where}"
    use = f"check with --baseline {where}, or name it under “baseline” in jdlint.yaml"
    return f"{count} on {counted(len(new), 'page')} recorded in {where}; {use}"
