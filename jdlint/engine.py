"""Run checks over pages, then over the site, and stamp what they find.

Pure: texts come in through ``Reader``, diagnostics go out. One page costs one parse, one automaton pass for the
literals of all rules, and the checks that look at every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from jdlint.checks import Hit
from jdlint.config import Config, level
from jdlint.diagnostic import RANK, Diagnostic, Finding, PlacedEdit, PlacedRelated
from jdlint.needles import Needles
from jdlint.page import Defect, Page
from jdlint.parse import parse
from jdlint.rule import Level, Rule, build
from jdlint.site import Site
from jdlint.site.facts import packed
from jdlint.text import Lines, Source

Reader = Callable[[str], tuple[Source, tuple[Defect, ...]]]
FATAL = frozenset(("unreadable", "too-large"))
_DOCS = "https://jdlint.dev/rules/"


@dataclass(frozen=True, slots=True)
class Active:
    """A rule and whether the command line leaves it on."""

    rule: Rule
    on: bool


class Found(NamedTuple):
    """A finding and the index of its rule in the plan."""

    rule: int
    finding: Finding


class PageResult(NamedTuple):
    """What one page gives: its findings, and its packed facts (None where the file could not be read)."""

    path: str
    found: list[Found]
    facts: tuple[Any, ...] | None


@dataclass(frozen=True)
class Plan:
    """Rules and configuration of a run; checks are built when a page first needs them.

    ``key`` stands for all that findings on a page depend on besides the page: two plans that differ have two keys.
    """

    config: Config
    rules: tuple[Active, ...]
    forced: frozenset[str] = frozenset()
    key: bytes = b""
    _runners: dict[tuple[int, ...], Runner] = field(default_factory=dict, compare=False, repr=False)

    def level(self, index: int, overrides: Sequence[int] = ()) -> Level:
        """The severity of a rule; one that ``--select`` names is on even where the configuration has it off."""
        active = self.rules[index]
        if not active.on:
            return "off"
        found = level(active.rule, self.config.setting(active.rule.name, overrides))
        if found == "off" and active.rule.name in self.forced:
            return active.rule.severity if active.rule.severity != "off" else "warning"
        return found

    def runner(self, path: str) -> Runner:
        key = self.config.overrides_for(path)
        if key not in self._runners:
            self._runners[key] = Runner(self, key)
        return self._runners[key]


class Runner:
    """The built checks for pages that share their settings."""

    def __init__(self, plan: Plan, overrides: tuple[int, ...]) -> None:
        self.settings = plan.config.settings
        self.levels = [plan.level(i, overrides) for i in range(len(plan.rules))]
        self.checks: list[tuple[int, Any]] = []
        for index, active in enumerate(plan.rules):
            if self.levels[index] != "off":
                params = plan.config.setting(active.rule.name, overrides).params
                self.checks.append((index, build(active.rule, plan.config.settings, params)))
        self.page_checks = [(i, c) for i, c in self.checks if hasattr(c, "check")]
        self.site_checks = [(i, c) for i, c in self.checks if hasattr(c, "check_site")]

    @cached_property
    def _needles(self) -> tuple[Needles, list[list[tuple[int, int]]], dict[int, Any]]:
        owners: dict[str, list[tuple[int, int]]] = {}
        checks = {i: c for i, c in self.checks if hasattr(c, "check_hits")}
        for index, check in checks.items():
            for number, literal in enumerate(check.needles):
                owners.setdefault(literal, []).append((index, number))
        return Needles(list(owners)), list(owners.values()), checks

    def find(self, page: Page) -> list[Found]:
        """All findings of the page's own checks."""
        found = [Found(i, finding) for i, check in self.page_checks for finding in check.check(page)]
        needles, owners, checks = self._needles
        by_check: dict[int, list[Hit]] = {}
        for literal, start, end in needles.find(page.lower):
            for index, number in owners[literal]:
                by_check.setdefault(index, []).append(Hit(number, start, end))
        for index, hits in by_check.items():
            found.extend(Found(index, finding) for finding in checks[index].check_hits(page, hits))
        return found


def check_page(plan: Plan, source: Source, defects: Sequence[Defect] = ()) -> PageResult:
    """Parse and check one page; a file that could not be read gives its defect and nothing else."""
    runner = plan.runner(source.path)
    broken = [
        Found(i, Finding(d.span, {"detail": d.detail}, variant=d.kind))
        for i, active in enumerate(plan.rules)
        if active.rule.check == "file-state" and runner.levels[i] != "off"
        for d in defects
        if d.kind in active.rule.params.get("defects", ())
    ]
    if any(d.kind in FATAL for d in defects) or (defects and not source.text):
        return PageResult(source.path, broken, None)
    page = parse(source)
    found = [f if not defects else Found(f.rule, f.finding._replace(edits=())) for f in runner.find(page)]
    return PageResult(source.path, broken + found, packed(page))


def check_site(plan: Plan, site: Site) -> list[Found]:
    """What the checks over the site find, on all pages; overrides decide page by page whether it counts."""
    return [Found(i, finding) for i, check in plan.runner("").site_checks for finding in check.check_site(site)]


def settle(plan: Plan, path: str, found: Iterable[Found], source: Source, sources: Reader) -> list[Diagnostic]:
    """The diagnostics of one page; ``sources`` gives the texts of pages that findings refer to."""
    levels = plan.runner(path).levels
    kept = (f for f in found if levels[f.rule] != "off")
    return [_stamp(plan.rules[f.rule].rule, levels[f.rule], f.finding, source, sources) for f in kept]


def _stamp(rule: Rule, severity: Level, finding: Finding, source: Source, sources: Reader) -> Diagnostic:
    span, lines = finding.span, source.lines
    values = {"found": source.slice(span), **finding.values}
    fixable = rule.fix if finding.edits else None
    return Diagnostic(
        rule=rule.name,
        severity="note" if not finding.certain or severity == "off" else severity,
        message=rule.words(finding.variant, values),
        path=source.path,
        span=span,
        start=lines.position(span.start),
        end=lines.position(span.end),
        why=rule.why,
        fix=fixable,
        edits=tuple(PlacedEdit(lines.position(e.span.start), lines.position(e.span.end), e) for e in finding.edits)
        if fixable
        else (),
        related=tuple(_related(r, source, sources) for r in finding.related),
        url=f"{_DOCS}{rule.name}/" if rule.shipped else "",
    )


def _related(related: Any, source: Source, sources: Reader) -> PlacedRelated:
    path, span = related.place
    lines: Lines = source.lines if path == source.path else sources(path)[0].lines
    return PlacedRelated(path, lines.position(span.start), lines.position(span.end), related.message)


def by_path(found: Iterable[Found]) -> Mapping[str, list[Found]]:
    """Site findings grouped by their page."""
    groups: dict[str, list[Found]] = {}
    for row in found:
        groups.setdefault(row.finding.path, []).append(row)
    return groups


def worst(diagnostics: Iterable[Diagnostic]) -> int:
    """The rank of the worst severity, -1 for none."""
    return max((RANK[d.severity] for d in diagnostics), default=-1)
