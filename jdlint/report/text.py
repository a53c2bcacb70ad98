"""The report for a writer at a terminal: the line with the words marked, what is wrong, why, what
to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.text import Source
from jdlint.report import Given
from jdlint.report.parts.plain import counted, printable

_COLOURS = {
    "error": "31;1",
    "warning": "33;1",
    "note": "36;1",
    "dim": "2",
    "bold": "1",
    "good": "32",
}
_WIDTH = 110
_SHOWN = 3  # findings with the same words that a page shows in full


def render(report: Report, given: Given) -> str:
    """The report as text."""
    look, paint = given.look, _painter(given.look.color)
    lines: list[str] = []
    if not look.quiet:
        for path, rows in groupby(report.diagnostics, key=lambda d: d.path):
            lines.extend(_page(path, list(rows), given.texts(path), paint))
    if look.statistics and report.diagnostics:
        lines.extend([*_statistics(report), ""])
    lines.extend(_summary(report, paint))
    return "\n".join(lines) + "\n"


def _painter(color: bool) -> Callable[[str, str], str]:
    return (
        (lambda text, name: f"\x1b[{_COLOURS[name]}m{text}\x1b[0m")
        if color
        else (lambda text, name: text)
    )


def _page(
    path: str, rows: list[Diagnostic], source: Source, paint: Callable[[str, str], str]
) -> Iterator[str]:
    told: set[str] = set()
    yield paint(printable(path), "bold")
    shown, more = _calm(rows)
    for d in shown:
        place = f"{d.start.line}:{d.start.column}"
        start = f"  {paint(place, 'dim')} {paint(d.severity, d.severity)}"
        yield f"{start} {printable(d.message)}  {paint(d.rule, 'dim')}"
        yield from _excerpt(d, source, paint)
        for related in d.related[:3]:
            yield paint(
                f"      see "
                f"{printable(related.path)}:{related.start.line}:{related.start.column}: "
                f"{printable(related.message)}",
                "dim",
            )
        if d.why and d.rule not in told:
            yield paint(f"      why: {printable(' '.join(d.why.split()))}", "dim")
        if d.edits and d.fix:
            unsafe = "" if d.fix == "safe" else paint(" (your call: --unsafe-fixes)", "dim")
            yield f"      fix: {_edit_words(d, source)}{unsafe}"
        told.add(d.rule)
        if d in more:
            yield paint(f"      and {len(more[d])} more like this, on {_lines_of(more[d])}", "dim")
    yield ""


def _calm(rows: list[Diagnostic]) -> tuple[list[Diagnostic], dict[Diagnostic, list[Diagnostic]]]:
    """The findings to show in full; of the same words on one page, the first few stand for the
    rest."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for d in rows:
        groups.setdefault((d.rule, d.message), []).append(d)
    more = {
        group[_SHOWN - 1]: group[_SHOWN:] for group in groups.values() if len(group) > _SHOWN + 1
    }
    hidden = {id(d) for group in more.values() for d in group}
    return [d for d in rows if id(d) not in hidden], more


def _lines_of(rows: list[Diagnostic]) -> str:
    lines = sorted({d.start.line for d in rows})
    words = ", ".join(str(line) for line in lines[:12]) + (", …" if len(lines) > 12 else "")
    return f"{'lines' if len(lines) > 1 else 'line'} {words}"


def _edit_words(d: Diagnostic, source: Source) -> str:
    edit = d.edits[0].edit
    old, new = printable(source.slice(edit.span)), printable(edit.text)
    if new in ("\n", "\r\n", "\r") and not old:
        return "add a line end"
    if not new.strip():
        return (
            "delete it"
            if not new
            else "replace it with " + (repr(new) if len(new) < 8 else "white space")
        )
    return (
        f"write “{new}”" if len(d.edits) == 1 else f"“{old}” → “{new}” and {len(d.edits) - 1} more"
    )


def _excerpt(d: Diagnostic, source: Source, paint: Callable[[str, str], str]) -> Iterator[str]:
    if d.start.line > len(source.lines.starts):
        return
    span = source.line_span(d.start.line)
    line = source.slice(span)
    begin = d.start.column - 1
    end = d.end.column - 1 if d.end.line == d.start.line else len(line)
    left = max(0, min(begin - 30, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    shown = line[left : left + _WIDTH]
    before, after = "…" if left else "", "…" if left + _WIDTH < len(line) else ""
    number = f"{d.start.line:>5} │ "
    yield paint(number, "dim") + before + _visible(shown) + after
    marked = max(end - begin, 0)
    pad = len(before) + columns(_visible(line[left:begin]))
    width = min(columns(_visible(line[begin:end])) or 1, _WIDTH - (begin - left)) if marked else 1
    yield paint("      │ ", "dim") + " " * pad + paint("^" * max(width, 1), d.severity)


def _visible(text: str) -> str:
    """Tabs as one arrow, other white space that hides as a mark."""
    text = (
        text.replace("\t", "→").replace("\u00a0", "⍽").replace("\u200b", "·").replace("\ufeff", "·")
    )
    return printable(text)


def columns(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _statistics(report: Report) -> Iterator[str]:
    counts: dict[str, int] = {}
    for d in report.diagnostics:
        counts[d.rule] = counts.get(d.rule, 0) + 1
    for rule, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        yield f"{count:>6}  {rule}"


def _summary(report: Report, paint: Callable[[str, str], str]) -> Iterator[str]:
    yield from (paint(printable(aside), "dim") for aside in report.notices)
    pages = counted(report.pages, "page")
    if not report.diagnostics:
        if report.pages:
            yield paint(f"{pages} checked, nothing to report", "good")
        return
    parts = [(report.count(s), s) for s in ("error", "warning", "note")]
    words = ", ".join(paint(counted(n, s), s) for n, s in parts if n)
    fixable = sum(1 for d in report.diagnostics if d.fix == "safe")
    hint = f"; {fixable} can be fixed with --fix" if fixable else ""
    yield f"{pages} checked: {words}{hint}"
