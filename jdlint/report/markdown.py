"""Markdown for a job summary or a comment: the counts, and a table of the worst findings with links
to the rules.

What comes from a page is text and nothing else: no cell ends early, no one is mentioned, no tag is
opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.patterns import regex as re
from jdlint.report import Given
from jdlint.report.parts.plain import counted, in_words, one_line, read_in, worst_first

_MOST = 100
_LONGEST = 300
_SPECIAL = re.late(r"([\\`*_{}\[\]()#+\-.!|~^$:=])")
_MARKS = {"error": "🔴 error", "warning": "🟡 warning", "note": "🔵 note"}


def render(report: Report, given: Given) -> str:
    """The report as GitHub-flavoured Markdown."""
    return "\n".join([*_head(report), *_table(report), *_rules(report), *_asides(report)]) + "\n"


def _head(report: Report) -> Iterator[str]:
    found = in_words(report.diagnostics) or "nothing to report"
    yield "## jdlint\n"
    yield f"{read_in(report)} checked: **{found}**"
    fixable = sum(d.fix == "safe" for d in report.diagnostics)
    if fixable:
        yield f"\n{fixable} can be fixed with `jdlint check --fix`"
    yield ""


def _table(report: Report) -> Iterator[str]:
    rows = worst_first(report.diagnostics)
    if not rows:
        return
    yield "| | place | what | rule |\n|---|---|---|---|"
    for d in rows[:_MOST]:
        place = escaped(f"{d.path}:{d.start.line}")
        yield f"| {_MARKS[d.severity]} | {place} | {escaped(d.message)} | {_rule(d)} |"
    if len(rows) > _MOST:
        yield f"\n… and {counted(len(rows) - _MOST, 'more finding')} ({in_words(rows[_MOST:])})"
    yield ""


def _rule(d: Diagnostic) -> str:
    return f"[{d.rule}]({d.url})" if d.url else d.rule


def _rules(report: Report) -> Iterator[str]:
    counts: dict[str, int] = {}
    first = {d.rule: d for d in report.diagnostics}
    for d in report.diagnostics:
        counts[d.rule] = counts.get(d.rule, 0) + 1
    if len(counts) > 1:
        yield "<details><summary>Findings by rule</summary>\n\n| rule | findings |\n|---|---:|"
        for rule, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
            yield f"| {_rule(first[rule])} | {count} |"
        yield "\n</details>\n"


def _asides(report: Report) -> Iterator[str]:
    yield from (f"{escaped(aside)}\n" for aside in report.notices)


def escaped(text: str) -> str:
    """Text for a cell: shortened, on one line, and of no meaning to Markdown, HTML or GitHub's own
    links."""
    text = one_line(text)
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    text = _SPECIAL.sub(
        r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
    # an empty comment parts what GitHub would make into a mention or a link
    return re.sub(r"@|(?i:(?<=\bwww)(?=\\\.))", lambda m: m.group() + "<!-- -->", text)
