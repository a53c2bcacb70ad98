"""The XML of checkstyle, which Jenkins, reviewdog and others read."""

from __future__ import annotations

from itertools import groupby

from jdlint.core.diagnostic import Report
from jdlint.report import Given
from jdlint.report.parts.xml import element, join

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def render(report: Report, given: Given) -> str:
    """The report as XML: a ``file`` for each page that has findings; columns count code points from
    1."""
    files = []
    for path, rows in groupby(report.diagnostics, key=lambda d: d.path):
        errors = [
            element(
                "error",
                {
                    "line": d.start.line,
                    "column": d.start.column,
                    "severity": _SEVERITIES[d.severity],
                    "message": d.message,
                    "source": f"jdlint.{d.rule.replace('/', '.')}",
                },
            )
            for d in rows
        ]
        files.append(element("file", {"name": path}, errors))
    return join(element("checkstyle", {"version": "4.3"}, files))
