"""The JSON report: the contract of ``schemas/report.schema.json``."""

from __future__ import annotations

import json

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.light import Any
from jdlint.core.text import Position
from jdlint.report import Given


def render(report: Report, given: Given) -> str:
    """The report as JSON; lines and columns are 1-based code points, ends exclusive."""
    data = {
        "version": 1,
        "diagnostics": [_diagnostic(d) for d in report.diagnostics],
        "summary": summary(report),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def summary(report: Report) -> dict[str, Any]:
    """Counts of a report: pages, findings by severity and by rule, findings with a fix."""
    rules: dict[str, int] = {}
    for d in report.diagnostics:
        rules[d.rule] = rules.get(d.rule, 0) + 1
    return {
        "pages": report.pages,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "notes": report.count("note"),
        "fixable": sum(1 for d in report.diagnostics if d.fix == "safe"),
        "rules": dict(sorted(rules.items())),
        "asides": list(report.notices),
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _diagnostic(d: Diagnostic) -> dict[str, Any]:
    return {
        "rule": d.rule,
        "severity": d.severity,
        "message": d.message,
        "path": d.path,
        "start": _position(d.start),
        "end": _position(d.end),
        "fix": d.fix,
        "edits": [
            {"start": _position(e.start), "end": _position(e.end), "text": e.edit.text}
            for e in d.edits
        ],
        "related": [
            {
                "path": r.path,
                "start": _position(r.start),
                "end": _position(r.end),
                "message": r.message,
            }
            for r in d.related
        ],
        "why": d.why,
        "url": d.url,
    }
