"""The Reviewdog Diagnostic Format: findings that a tool posts as a review, a suggestion for each
safe fix.

Columns count UTF-8 bytes from 1. Source: reviewdog/reviewdog, proto/rdf/reviewdog.proto; a
suggestion of whole lines has no columns (service/github/github.go).
"""

from __future__ import annotations

import json

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.light import Any
from jdlint.core.text import Source, Span
from jdlint.report import Given
from jdlint.report.parts.fix import Change, safe_change
from jdlint.report.parts.plain import one_line

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "jdlint", "url": "https://github.com/jdlint/jdlint"}


def render(report: Report, given: Given) -> str:
    """The report as JSON, in one object."""
    rows = [_row(d, given.texts(d.path)) for d in report.diagnostics]
    return json.dumps({"source": _SOURCE, "diagnostics": rows}, ensure_ascii=True, indent=1) + "\n"


def _row(d: Diagnostic, source: Source) -> dict[str, Any]:
    row: dict[str, Any] = {
        "message": "\n".join(part for part in (one_line(d.message), one_line(d.why)) if part),
        "location": {"path": d.path, "range": _range(d.span, source)},
        "severity": _SEVERITIES[d.severity],
        "code": {"value": d.rule} | ({"url": d.url} if d.url else {}),
    }
    if change := safe_change(d, source):
        row["suggestions"] = [_suggestion(change, source)]
    if d.related:
        row["related_locations"] = [
            {
                "message": one_line(r.message),
                "location": {
                    "path": r.path,
                    "range": {"start": {"line": r.start.line}, "end": {"line": r.end.line}},
                },
            }
            for r in d.related
        ]
    return row


def _suggestion(change: Change, source: Source) -> dict[str, Any]:
    start, end = source.position(change.span.start), source.position(change.span.end)
    whole = start.column == 1 == end.column and end.line > start.line
    if whole and (not change.text or change.text.endswith("\n")):
        lines = {"start": {"line": start.line}, "end": {"line": end.line - 1}}
        return {"range": lines, "text": change.text.removesuffix("\n").removesuffix("\r")}
    return {"range": _range(change.span, source), "text": change.text}


def _range(span: Span, source: Source) -> dict[str, Any]:
    return {"start": _place(span.start, source), "end": _place(span.end, source)}


def _place(offset: int, source: Source) -> dict[str, int]:
    line = source.position(min(offset, len(source.text))).line
    before = source.text[source.lines.start(line) : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
