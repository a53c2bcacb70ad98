"""What reports share: text that cannot steer the program that shows it, and numbers in words."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.core.diagnostic import RANK, Diagnostic, Report
from jdlint.core.printable import one_line, printable, safe

__all__ = [
    "SEVERITIES",
    "counted",
    "in_words",
    "one_line",
    "printable",
    "read_in",
    "safe",
    "uri",
    "worst_first",
]

SEVERITIES = ("error", "warning", "note")


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings before notes, within them in order of path and place."""
    return sorted(diagnostics, key=lambda d: (-RANK[d.severity], d.sort_key))


def counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def read_in(report: Report) -> str:
    """What a run read: ``2 pages``, ``1 file with 110 postings``, or both."""
    if not report.published:
        return counted(report.pages, "page")
    files = counted(report.published, "file")
    held = f"{files} with {counted(report.postings, 'posting')}" if report.postings else files
    pages = report.pages - report.published
    return f"{counted(pages, 'page')} and {held}" if pages else held


def in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning``, empty for none."""
    severities = [d.severity for d in diagnostics]
    return ", ".join(counted(severities.count(s), s) for s in SEVERITIES if s in severities)


def uri(path: str) -> str:
    """A relative path as a URI reference: percent-encoded, and never mistaken for one with a
    scheme."""
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~()!',;=+@")
