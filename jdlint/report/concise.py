"""One line a finding, as compilers write them: editors and scripts find the place by themselves."""

from __future__ import annotations

from jdlint.core.diagnostic import Report
from jdlint.report import Given
from jdlint.report.parts.plain import printable


def render(report: Report, given: Given) -> str:
    """``path:line:column severity rule message``; lines and columns are 1-based code points."""
    lines = [
        f"{printable(d.path)}:{d.start.line}:{d.start.column} {d.severity} {d.rule} "
        f"{printable(d.message)}"
        for d in report.diagnostics
    ]
    return "".join(f"{line}\n" for line in lines)
