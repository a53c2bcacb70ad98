"""Workflow commands of GitHub Actions: annotations on the lines of a pull request.

A step shows 10 annotations of each level; the worst come first and the rest is counted. Source:
GitHub Docs, “Workflow commands for GitHub Actions” and “Usage limits”. A runner obeys ``::`` at the
start of a line, and where there is none ``##[`` anywhere in it, so both are kept out of everything
that comes from a page but the path of an annotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.report import Given
from jdlint.report.parts.plain import counted, in_words, one_line, read_in, worst_first

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_MOST = 10
_LINES = 500  # a log that is longer is not read


def render(report: Report, given: Given) -> str:
    """Annotations for the worst findings, a plain line for each of the others, and what there is in
    all."""
    shown: list[Diagnostic] = []
    rest: list[Diagnostic] = []
    for d in worst_first(report.diagnostics):
        many = sum(1 for other in shown if other.severity == d.severity)
        (shown if many < _MOST else rest).append(d)
    return (
        "\n".join(
            [
                *map(_annotation, shown),
                *_rest(rest),
                *map(log_line, report.notices),
                _summary(report),
            ]
        )
        + "\n"
    )


def _annotation(d: Diagnostic) -> str:
    where = {"file": d.path, "line": d.start.line}
    if d.end.line > d.start.line:
        where["endLine"] = d.end.line - (d.end.column == 1)
    else:
        where |= {
            "endLine": d.end.line,
            "col": d.start.column,
            "endColumn": max(d.end.column, d.start.column + 1),
        }
    where["title"] = f"jdlint {d.rule}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    message = _data("\n".join(_message(d)).replace("##[", "#\u200b#["))
    return f"::{_LEVELS[d.severity]} {properties}::{message}"


def _message(d: Diagnostic) -> Iterator[str]:
    yield one_line(d.message)
    if d.why:
        yield one_line(d.why)
    for related in d.related[:3]:
        yield f"See {one_line(related.path)}:{related.start.line}: {one_line(related.message)}"
    if d.url:
        yield d.url


def _rest(rest: list[Diagnostic]) -> Iterator[str]:
    if rest:
        yield f"{counted(len(rest), 'more finding')}, not shown as annotations ({in_words(rest)}):"
        for d in rest[:_LINES]:
            yield log_line(
                f"{d.path}:{d.start.line}:{d.start.column}: {d.severity} {d.message} ({d.rule})"
            )
        if len(rest) > _LINES:
            yield f"and {counted(len(rest) - _LINES, 'more finding')}"


def _summary(report: Report) -> str:
    found = in_words(report.diagnostics) or "nothing to report"
    return f"{read_in(report)} checked: {found}"


def log_line(text: str) -> str:
    """A line of a log that a runner takes for text."""
    text = one_line(text).replace("##[", "#\u200b#[")
    return f"\u200b{text}" if text.startswith("::") else text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
