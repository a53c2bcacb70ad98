"""One line a finding, as compilers write them: editors and scripts find the place by themselves."""

from __future__ import annotations

from jdlint.core.diagnostic import Report
from jdlint.report import Given, chosen
from jdlint.report.parts.plain import counted, printable


def render(report: Report, given: Given) -> str:
    """``path:line:column severity rule message``; lines and columns are 1-based code points."""
    rows, more = chosen(report.diagnostics, given.look)
    lines = [
        f"{printable(d.path)}:{d.start.line}:{d.start.column} {d.severity} {d.rule} "
        f"{printable(d.message)}"
        for d in rows
    ]
    if more:
        lines.append(f"and {counted(more, 'finding')} more (--max 0 shows all)")
    return "".join(f"{line}\n" for line in lines)
