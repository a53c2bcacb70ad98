"""From findings to diagnostics: severities, messages, positions; one diagnostic for one defect."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import accumulate

from jdlint.core.diagnostic import (
    RANK,
    Diagnostic,
    Edit,
    Finding,
    PlacedEdit,
    PlacedRelated,
    Related,
)
from jdlint.core.page import Reader
from jdlint.core.text import Lines, Source, Span
from jdlint.core.tools import bisect_left
from jdlint.core.words import same_words
from jdlint.engine.checker import Checker, Found
from jdlint.engine.planning.plan import Plan
from jdlint.rules.rule import Level, Rule

_BESIDE = 6  # findings at one place that are compared with each other
# groups of rules whose edits leave a page's words alone: what they change is read by machines
_NO_WORDS = frozenset(("file", "front-matter", "links", "suppress", "whitespace"))


def settle(
    checker: Checker, path: str, found: Iterable[Found], sources: Reader, language: str = "en"
) -> list[Diagnostic]:
    """The diagnostics of one page; ``sources`` gives its text and those of pages that findings
    refer to. Bytes that are no text cannot be written back: a page with such has no fixes. Words
    of another language than English are their writer's: an edit that changes one is unsafe."""
    levels, rules = checker.runner(path).levels, checker.plan.rules
    source, defects = sources(path)
    docs = checker.plan.config.documentation
    rows = [
        _stamp(rules[f.rule].rule, levels[f.rule], f.finding, source, sources, docs)
        for f in found
        if levels[f.rule] != "off"
    ]
    if language != "en":
        rows = [_leaving_words(d, source) for d in rows]
    return [d._replace(edits=(), fix=None) for d in rows] if defects else rows


def settle_all(
    checker: Checker,
    found: Iterable[Found],
    sources: Reader,
    languages: Mapping[str, str],
    paths: Set[str] | None = None,
) -> list[Diagnostic]:
    """The diagnostics of findings over the site, page by page, ``languages`` being those of the
    pages; ``paths``: on these pages only."""
    pages: dict[str, list[Found]] = {}
    for row in found:
        pages.setdefault(row.finding.path, []).append(row)
    wanted = sorted(pages if paths is None else paths & pages.keys())
    return [
        d
        for path in wanted
        for d in settle(checker, path, pages[path], sources, languages.get(path, "en"))
    ]


def _leaving_words(d: Diagnostic, source: Source) -> Diagnostic:
    """The diagnostic, its fix unsafe where an edit changes words."""
    if d.fix != "safe" or d.rule.partition("/")[0] in _NO_WORDS:
        return d
    edits = (placed.edit for placed in d.edits)
    kept = all(same_words(source.text, e.span.start, e.span.end, e.text) for e in edits)
    return d if kept else d._replace(fix="unsafe")


def _stamp(
    rule: Rule, severity: Level, finding: Finding, source: Source, sources: Reader, docs: str
) -> Diagnostic:
    span, lines = finding.span, source.lines
    values = {"found": source.slice(span), **finding.values}
    # an edit that changes nothing offers nothing
    changes = any(source.slice(edit.span) != edit.text for edit in finding.edits)
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
        edits=tuple(_placed(e, lines) for e in finding.edits) if fixable else (),
        related=tuple(_related(r, source, sources) for r in finding.related),
        url=f"{docs}/rules/{rule.name}/" if docs and rule.shipped else "",
    )


def _placed(edit: Edit, lines: Lines) -> PlacedEdit:
    return PlacedEdit(lines.position(edit.span.start), lines.position(edit.span.end), edit)


def _related(related: Related, source: Source, sources: Reader) -> PlacedRelated:
    path, span = related.place
    lines = source.lines if path == source.path else sources(path)[0].lines
    return PlacedRelated(
        path, lines.position(span.start), lines.position(span.end), related.message
    )


def plainest(plan: Plan, diagnostics: Collection[Diagnostic]) -> list[Diagnostic]:
    """One defect, one diagnostic: what another rule says better of a place is left out where the
    two overlap."""
    over = {a.rule.name: a.rule.over for a in plan.rules if a.rule.over}
    better: dict[tuple[str, str], list[Span]] = {}
    for d in diagnostics:
        for name in over.get(d.rule, ()):
            better.setdefault((d.path, name), []).append(d.span)
    taken = {key: _Taken(spans) for key, spans in better.items()}
    return _told_once(
        [
            d
            for d in diagnostics
            if not ((d.path, d.rule) in taken and taken[d.path, d.rule].meets(d.span))
        ]
    )


def _told_once(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Without those whose one edit makes the same text as that of another rule: the more severe
    stays, of two alike the one that shows more."""
    mended = [d for d in diagnostics if len(d.edits) == 1]
    mended.sort(key=lambda d: (d.path, d.edits[0].edit.span, d.sort_key))
    told: set[Diagnostic] = set()
    for index, d in enumerate(mended):
        for other in mended[index + 1 : index + _BESIDE]:
            if other.path != d.path or other.edits[0].edit.span.start > d.edits[0].edit.span.end:
                break
            if d.rule != other.rule and _same_mend(d.edits[0].edit, other.edits[0].edit):
                told.add(min(d, other, key=_weight))
    return [d for d in diagnostics if d not in told]


def _weight(d: Diagnostic) -> tuple[int, int, str]:
    return RANK[d.severity], d.span.end - d.span.start, d.rule


def _same_mend(one: Edit, two: Edit) -> bool:
    """Whether two edits leave the same text, where one lies inside the other: what it writes
    ends (and starts) with what the inner one writes, and is as long as that makes it."""
    outer, inner = (one, two) if _covers(one.span, two.span) else (two, one)
    before, after = inner.span.start - outer.span.start, outer.span.end - inner.span.end
    if before < 0 or after < 0 or len(outer.text) != before + len(inner.text) + after:
        return False
    return outer.text[before : len(outer.text) - after] == inner.text


def _covers(one: Span, two: Span) -> bool:
    return one.start <= two.start and two.end <= one.end


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
