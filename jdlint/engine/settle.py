"""From findings to diagnostics: severities, messages, positions; one diagnostic for one defect."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from jdlint.core.diagnostic import RANK, Diagnostic, Finding, PlacedEdit, PlacedRelated
from jdlint.core.page import Reader
from jdlint.core.text import Lines, Source, Span
from jdlint.engine.plan import Found, Plan
from jdlint.rules.rule import Level, Rule

if TYPE_CHECKING:
    pass


_DOCS = "https://jdlint.dev/rules/"


def settle(
    plan: Plan, path: str, found: Iterable[Found], source: Source, sources: Reader
) -> list[Diagnostic]:
    """The diagnostics of one page; ``sources`` gives the texts of pages that findings refer to."""
    levels = plan.runner(path).levels
    kept = (f for f in found if levels[f.rule] != "off")
    return [
        _stamp(plan.rules[f.rule].rule, levels[f.rule], f.finding, source, sources) for f in kept
    ]


def _stamp(
    rule: Rule, severity: Level, finding: Finding, source: Source, sources: Reader
) -> Diagnostic:
    span, lines = finding.span, source.lines
    values = {"found": source.slice(span), **finding.values}
    changes = any(
        source.slice(edit.span) != edit.text for edit in finding.edits
    )  # else there is nothing to offer
    fixable = rule.fix if changes else None
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
        edits=tuple(
            PlacedEdit(lines.position(e.span.start), lines.position(e.span.end), e)
            for e in finding.edits
        )
        if fixable
        else (),
        related=tuple(_related(r, source, sources) for r in finding.related),
        url=f"{_DOCS}{rule.name}/" if rule.shipped else "",
    )


def _related(related: Any, source: Source, sources: Reader) -> PlacedRelated:
    path, span = related.place
    lines: Lines = source.lines if path == source.path else sources(path)[0].lines
    return PlacedRelated(
        path, lines.position(span.start), lines.position(span.end), related.message
    )


def by_path(found: Iterable[Found]) -> Mapping[str, list[Found]]:
    """Site findings grouped by their page."""
    groups: dict[str, list[Found]] = {}
    for row in found:
        groups.setdefault(row.finding.path, []).append(row)
    return groups


def plainest(plan: Plan, diagnostics: Collection[Diagnostic]) -> list[Diagnostic]:
    """One defect, one diagnostic: what another rule says better of a place is left out where the
    two overlap."""
    over = {a.rule.name: a.rule.over for a in plan.rules if a.rule.over}
    better: dict[tuple[str, str], list[Span]] = {}
    for d in diagnostics:
        for name in over.get(d.rule, ()):
            better.setdefault((d.path, name), []).append(d.span)
    taken = {key: _Taken(spans) for key, spans in better.items()}
    return [
        d
        for d in diagnostics
        if not ((d.path, d.rule) in taken and taken[d.path, d.rule].meets(d.span))
    ]


class _Taken:
    """Spans that are asked many times whether another one meets them: sorted once, each answer one
    search."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = frozenset(spans)
        rows = sorted(self.spans)
        self.starts = [span.start for span in rows]
        self.ends = list(accumulate((span.end for span in rows), max))

    def meets(self, span: Span) -> bool:
        """Whether one of the spans is this one or shares a letter with it."""
        before = bisect_left(self.starts, span.end)
        return span in self.spans or (before > 0 and self.ends[before - 1] > span.start)


def worst(diagnostics: Iterable[Diagnostic]) -> int:
    """The rank of the worst severity, -1 for none."""
    return max((RANK[d.severity] for d in diagnostics), default=-1)
