"""Rules as SARIF describes them."""

from __future__ import annotations

from jdlint.core.diagnostic import Report
from jdlint.core.light import Any
from jdlint.report import Given
from jdlint.report.parts.plain import one_line
from jdlint.rules.rule import Rule

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def level(severity: str) -> str:
    return _LEVELS.get(severity, "none")


def rows_of(report: Report, given: Given) -> list[dict[str, Any]]:
    """The rules that found something, in order of name."""
    first = {d.rule: d for d in reversed(report.diagnostics)}
    return [_row(name, given.rules.get(name), first[name].url) for name in sorted(first)]


def _row(name: str, rule: Rule | None, url: str) -> dict[str, Any]:
    summary = one_line(rule.summary) if rule else name
    why = " ".join(rule.why.split()) if rule else ""
    text = f"{summary}. {why}".strip() if why else f"{summary}."
    row: dict[str, Any] = {
        "id": name,
        "name": "".join(part.capitalize() for part in name.replace("/", "-").split("-")),
        "shortDescription": {"text": summary + "."},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": _markdown(summary, why, rule, url)},
        "defaultConfiguration": {"level": level(rule.severity if rule else "warning")},
        "properties": {
            "tags": ["job-posting", name.partition("/")[0]],
            "precision": "high",
            "problem.severity": _kind(rule.severity if rule else "warning"),
        },
    }
    return row | ({"helpUri": url} if url else {})


def _kind(severity: str) -> str:
    return {"error": "error", "warning": "warning"}.get(severity, "recommendation")


def _markdown(summary: str, why: str, rule: Rule | None, url: str) -> str:
    parts = [f"**{summary}.**", why]
    if rule and rule.see:
        parts.append("See:\n" + "\n".join(f"- {see}" for see in rule.see))
    if url:
        parts.append(f"[More about this rule]({url})")
    return "\n\n".join(part for part in parts if part)
