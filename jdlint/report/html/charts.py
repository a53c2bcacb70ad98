"""Charts of the HTML report: tables whose numbers are drawn as well, so that nobody needs to see
the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from jdlint.core.diagnostic import Report
from jdlint.report import Earlier
from jdlint.report.html.findings import anchor
from jdlint.report.parts.plain import SEVERITIES, safe

_RULES = 12
_REPORTS = 24
_WIDTH, _HEIGHT = 480, 160


def by_rule(report: Report) -> Iterator[str]:
    """The rules by count, each severity in its colour."""
    counts = Counter(d.rule for d in report.diagnostics)
    kinds = Counter((d.rule, str(d.severity)) for d in report.diagnostics)
    ordered = sorted(counts, key=lambda rule: (-counts[rule], rule))
    most = counts[ordered[0]] if ordered else 1
    yield '<section class="card"><h2>Findings by rule</h2>'
    yield '<table><thead><tr><th scope="col">rule</th>'
    yield '<th scope="col">findings</th><td class="bar"></td></tr></thead><tbody>'
    for rule in ordered[:_RULES]:
        parts = [(severity, kinds[rule, severity]) for severity in SEVERITIES]
        name = f'<a href="#{escape(anchor(rule))}">{escape(rule)}</a>'
        yield f'<tr><th scope="row">{name}</th><td class="number">{counts[rule]:,}</td>'
        yield f'<td class="bar">{_bar(parts, most)}</td></tr>'
    yield "</tbody></table>"
    if len(ordered) > _RULES:
        rest = sum(counts[rule] for rule in ordered[_RULES:])
        yield f'<p class="soft">and {rest:,} findings of {len(ordered) - _RULES} more rules</p>'
    yield _legend() + "</section>"


def _bar(parts: Sequence[tuple[str, int]], most: int) -> str:
    rects, at = [], 0.0
    for severity, count in parts:
        width = 100 * count / most
        if count:
            rects.append(
                f'<rect class="fill-{severity}" x="{at:.2f}" y="0" width="{width:.2f}" '
                f'height="10"/>'
            )
        at += width
    box = 'viewBox="0 0 100 10" preserveAspectRatio="none"'
    return f'<svg {box} aria-hidden="true">{"".join(rects)}</svg>'


def _legend() -> str:
    square = (
        '<svg viewBox="0 0 10 10" aria-hidden="true">'
        '<rect class="fill-{}" width="10" height="10"/></svg>'
    )
    items = "".join(f"<li>{square.format(severity)}{severity}s</li>" for severity in SEVERITIES)
    return f'<ul class="legend">{items}</ul>'


def trend(report: Report, earlier: Sequence[Earlier]) -> Iterator[str]:
    """Findings of earlier reports and of this one; nothing where no earlier one is given."""
    if not earlier:
        return
    rows = [(e.name, [int(e.summary[f"{s}s"]) for s in SEVERITIES]) for e in earlier[-_REPORTS:]]
    rows.append(("now", [report.count(s) for s in SEVERITIES]))
    yield '<section class="card"><h2>Trend</h2>' + _columns(rows) + _legend()
    yield '<details class="why"><summary>The numbers</summary>'
    yield '<table><thead><tr><th scope="col">report</th>'
    yield "".join(f'<th scope="col">{s}s</th>' for s in SEVERITIES) + "</tr></thead><tbody>"
    for name, counts in rows:
        cells = "".join(f'<td class="number">{count:,}</td>' for count in counts)
        yield f'<tr><th scope="row">{escape(safe(name))}</th>{cells}</tr>'
    yield "</tbody></table></details></section>"


def _columns(rows: Sequence[tuple[str, Sequence[int]]]) -> str:
    most = max(1, *(sum(counts) for _, counts in rows))
    step = _WIDTH / len(rows)
    parts = []
    for number, (name, counts) in enumerate(rows):
        x, y = number * step + step * 0.15, float(_HEIGHT)
        for severity, count in zip(SEVERITIES, counts, strict=True):
            height = count / most * (_HEIGHT - 20)
            y -= height
            box = f'x="{x:.1f}" y="{y:.1f}" width="{step * 0.7:.1f}" height="{height:.1f}"'
            parts.append(f'<rect class="fill-{severity}" {box}/>')
        parts.append(_label(x + step * 0.35, y - 4, f"{sum(counts):,}"))
        if number in (0, len(rows) - 1) or len(rows) <= 6:
            parts.append(
                _label(x + step * 0.35, _HEIGHT + 16, name if len(name) <= 14 else name[:13] + "…")
            )
    words = (
        f"Findings went from {sum(rows[0][1]):,} to {sum(rows[-1][1]):,} over {len(rows)} reports"
    )
    axis = f'<rect class="fill-axis" x="0" y="{_HEIGHT}" width="{_WIDTH}" height="1"/>'
    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT + 24}" role="img" aria-label="{words}"'
    return f"<svg {box}>{''.join(parts)}{axis}</svg>"


def _label(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(safe(text))}</text>'
