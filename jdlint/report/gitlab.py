"""The Code Quality report of GitLab, a list in the form of Code Climate.

Source: GitLab Docs, “Code Quality”, “Code Quality report format”.
"""

from __future__ import annotations

import json

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.light import Any
from jdlint.filters.fingerprint import fingerprints
from jdlint.report import Given
from jdlint.report.parts.plain import one_line

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, given: Given) -> str:
    """The report as JSON; a finding keeps its fingerprint while the lines around it move."""
    prints = fingerprints(report.diagnostics, given.texts)
    rows = [_row(d, print_) for d, print_ in zip(report.diagnostics, prints, strict=True)]
    return json.dumps(rows, ensure_ascii=True, indent=1) + "\n"


def _row(d: Diagnostic, fingerprint: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": "issue",
        "check_name": d.rule,
        "description": one_line(d.message),
        "categories": ["Style"],
        "severity": _SEVERITIES[d.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": d.path.removeprefix("./"),
            "lines": {"begin": d.start.line, "end": max(d.end.line, d.start.line)},
        },
    }
    body = "\n\n".join(part for part in (one_line(d.why), d.url) if part)
    return row | ({"content": {"body": body}} if body else {})
