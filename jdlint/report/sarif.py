"""SARIF 2.1.0, as code scanning and editors read it.

Sources: OASIS, “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”; GitHub Docs,
“SARIF support for code scanning” (25,000 results in a run; ``primaryLocationLineHash``;
``problem.severity``).
"""

from __future__ import annotations

import json
from functools import lru_cache

from jdlint import __version__
from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.light import Any
from jdlint.core.text import Position, Source, Span
from jdlint.filters.fingerprint import fingerprints, line_hashes
from jdlint.report import Given
from jdlint.report.parts.fix import safe_change
from jdlint.report.parts.plain import counted, one_line, safe, uri, worst_first
from jdlint.report.parts.rules import level, rows_of

_MOST = 25_000
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


_DRIVER = {
    "name": "jdlint",
    "informationUri": "https://github.com/jdlint/jdlint",
    "semanticVersion": __version__,
}


def render(report: Report, given: Given) -> str:
    """The report as JSON; regions count code points, ends exclusive; the worst 25,000 findings."""
    prints = dict(
        zip(map(id, report.diagnostics), fingerprints(report.diagnostics, given.texts), strict=True)
    )
    rules = rows_of(report, given)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    hashes = lru_cache(maxsize=16)(lambda path: line_hashes(given.texts(path).text))
    shown = report.diagnostics
    if len(shown) > _MOST:
        shown = tuple(sorted(worst_first(shown)[:_MOST], key=lambda d: d.sort_key))
    results = []
    for d in shown:
        result = _result(d, given.texts(d.path), prints[id(d)], hashes(d.path))
        results.append({"ruleId": d.rule, "ruleIndex": index[d.rule], **result})
    run = {
        "tool": {"driver": {**_DRIVER, "rules": rules}},
        "invocations": [{"executionSuccessful": True, **_told(report, len(shown))}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=1) + "\n"


def _told(report: Report, shown: int) -> dict[str, Any]:
    words = list(report.notices)
    if shown < len(report.diagnostics):
        words.append(f"{counted(len(report.diagnostics) - shown, 'more finding')} left out")
    rows = [{"level": "note", "message": {"text": one_line(word)}} for word in words]
    return {"toolExecutionNotifications": rows} if rows else {}


def _result(d: Diagnostic, source: Source, fingerprint: str, hashes: list[str]) -> dict[str, Any]:
    prints = {"jdlint/v1": fingerprint}
    if d.start.line <= len(hashes):
        prints["primaryLocationLineHash"] = hashes[d.start.line - 1]
    result: dict[str, Any] = {
        "level": level(d.severity),
        "message": {"text": _sentence(d.message)},
        "locations": [{"physicalLocation": _location(d.path, d.start, d.end)}],
        "partialFingerprints": prints,
    }
    if d.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _sentence(r.message)},
                "physicalLocation": _location(r.path, r.start, r.end),
            }
            for number, r in enumerate(d.related, 1)
        ]
    return result | _fixes(d, source)


def _sentence(text: str) -> str:
    """Text of a message, in which SARIF would read ``[words](1)`` as a link."""
    return one_line(text).replace("](", "]\u200b(")


def _location(path: str, start: Position, end: Position) -> dict[str, Any]:
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"artifactLocation": {"uri": uri(path)}, "region": region}


def _fixes(d: Diagnostic, source: Source) -> dict[str, Any]:
    change = safe_change(d, source)
    if change is None:
        return {}
    start, end = (source.position(offset) for offset in Span(*change.span))
    region = _location(d.path, start, end)["region"]
    replacement = {"deletedRegion": region, "insertedContent": {"text": safe(change.text)}}
    change_of_page = {"artifactLocation": {"uri": uri(d.path)}, "replacements": [replacement]}
    return {
        "fixes": [{"description": {"text": f"Fix {d.rule}"}, "artifactChanges": [change_of_page]}]
    }
