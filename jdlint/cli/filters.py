"""What ``--baseline``, ``--diff-base`` and ``--staged`` leave of the findings."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence, Set
from functools import partial
from pathlib import Path

from jdlint.api import Session
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import TYPE_CHECKING, dataclass, replace
from jdlint.core.page import Reader
from jdlint.engine.planning.plan import Plan
from jdlint.engine.planning.request import Request
from jdlint.filters import baseline
from jdlint.filters.filter import Filter, Filtered
from jdlint.io import files
from jdlint.report.parts.plain import counted

if TYPE_CHECKING:
    from jdlint.filters.changed import Base


def limited(request: Request, session: Session, options: argparse.Namespace) -> Request:
    """The request with the filters that options and configuration ask for; raises
    ``ConfigError``."""
    filters: list[Filter] = []
    plan = session.plan
    path = baseline_path(request.root, plan, options.baseline) if not options.no_baseline else None
    if path is not None:
        partly = bool(options.diff_base or options.staged)
        filters.append(_NotRecorded(read(path), request.root, _asked(plan), partly))
    if options.diff_base is not None or options.staged:
        from jdlint.filters.changed import OnlyChanged

        base = _base(request, options)
        request = replace(request, overlay={**request.overlay, **base.now})
        filters.append(OnlyChanged(base, partial(_rerun, request, session)))
    return replace(request, filters=(*request.filters, *filters))


def _rerun(
    request: Request,
    session: Session,
    old: Sequence[str],
    overlay: Mapping[str, bytes | None],
    keep: Filter,
) -> None:
    """Check the state before a change, with the renamed pages where they were."""
    paths = (*request.paths, *(request.root / path for path in old))
    before = replace(request, paths=paths, overlay=overlay, filters=(keep,), external=False)
    session.run(before)


def _base(request: Request, options: argparse.Namespace) -> Base:
    from jdlint.core.errors import GitError
    from jdlint.filters.changed import since, staged

    if request.stdin is not None:
        raise ConfigError("changed lines are known for files only, not for standard input")
    try:
        return staged(request.root) if options.staged else since(request.root, options.diff_base)
    except GitError as error:
        raise ConfigError(str(error)) from error


def baseline_path(root: Path, plan: Plan, given: str | None) -> Path | None:
    """The baseline's file: the one that is named, else that of the configuration, which lies in the
    project."""
    if given:
        return Path(given)
    name = plan.config.baseline
    if name and not files.within(root, [root / name]):
        raise ConfigError(f"{plan.config.path}: the baseline “{name}” lies outside the project")
    return root / name if name else None


def read(path: Path) -> baseline.Baseline:
    """The baseline in a file; raises ``ConfigError``."""
    try:
        return baseline.loads(files.read_bytes(path), str(path))
    except FileNotFoundError as error:
        raise ConfigError(
            f"{path}: there is no such baseline; “jdlint baseline” writes it"
        ) from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({reason_of(error)})") from error


def _asked(plan: Plan) -> frozenset[str]:
    return frozenset(a.rule.name for i, a in enumerate(plan.rules) if plan.level(i) != "off")


@dataclass(frozen=True)
class _NotRecorded:
    """A filter that leaves what a baseline does not hold, and counts the rest."""

    known: baseline.Baseline
    root: Path
    asked: frozenset[str]
    partly: bool

    def __call__(self, found: list[Diagnostic], sources: Reader, pages: Set[str]) -> Filtered:
        shown, rest = baseline.unrecorded(
            found, sources, self.known, lambda path: (self.root / path).exists()
        )
        hidden = len(found) - len(shown)
        said = []
        if hidden:
            verb = "is" if hidden == 1 else "are"
            said.append(f"{counted(hidden, 'finding')} of the baseline {verb} not shown")
        gone = sum(n for (path, rule), n in rest.items() if path in pages and rule in self.asked)
        if gone and not self.partly:
            verb, what = ("is", "it") if gone == 1 else ("are", "them")
            said.append(
                f"{counted(gone, 'finding')} of the baseline {verb} gone: “jdlint baseline "
                f"--prune” drops {what}"
            )
        return Filtered(shown, tuple(said))
