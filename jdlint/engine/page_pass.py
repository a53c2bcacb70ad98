"""Parse and check one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from jdlint.core.diagnostic import Finding
from jdlint.core.page import Defect, Page
from jdlint.core.text import Source
from jdlint.engine.plan import Found, Plan

if TYPE_CHECKING:
    pass


LATE = "too-slow"  # the defect of a page that took longer than it may
FATAL = frozenset(("unreadable", "too-large", LATE))


MARK = "jdlint-"  # opens the comments that silence rules


class PageResult(NamedTuple):
    """What one page gives: its findings, its packed facts (None: not read), comments that silence
    rules."""

    path: str
    found: list[Found]
    facts: tuple[Any, ...] | None
    ignores: tuple[Any, ...] = ()


def check_page(plan: Plan, source: Source, defects: Sequence[Defect] = ()) -> PageResult:
    """Parse and check one page; a file that could not be read gives its defect and nothing else."""
    from jdlint.parse import parse  # a run that remembers all pages needs no parser
    from jdlint.site.facts import packed

    runner = plan.runner(source.path)
    broken = [
        Found(i, Finding(d.span, {"detail": d.detail}, variant=d.kind))
        for i, kinds in (runner.file_rules if defects else ())
        for d in defects
        if d.kind in kinds
    ]
    if any(d.kind in FATAL for d in defects) or (defects and not source.text):
        return PageResult(source.path, broken, None)
    page = parse(source)
    found = [
        f if not defects else Found(f.rule, f.finding._replace(edits=())) for f in runner.find(page)
    ]
    return PageResult(source.path, broken + found, packed(page), ignores_in(page))


def ignores_in(page: Page) -> tuple[Any, ...]:
    """The comments of a page that silence rules, packed; most pages have none."""
    if MARK not in page.source.text:
        return ()
    from jdlint.filters.suppress import packed as packed_ignores

    return packed_ignores(page)
