"""The findings of a page in the HTML report: the words in their line, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.text import Source, Span
from jdlint.report.parts.calm import calm, others
from jdlint.report.parts.plain import one_line, safe

_AROUND = 160  # characters of a line that are shown before and after the words
_LONGEST = 600
_HIDDEN = str.maketrans({"\t": "→", "\u00a0": "⍽", "\u200b": "·", "\ufeff": "·", "\u00ad": "·"})


def findings(rows: Sequence[Diagnostic], source: Source) -> Iterator[str]:
    """The findings of one page, each an ``article``; a reason is told once."""
    told: set[str] = set()
    shown, more = calm(rows)
    for d in shown:
        yield from _finding(d, source, more.get(d, ()), explain=d.rule not in told)
        told.add(d.rule)


def anchor(rule: str) -> str:
    """The name of a rule's text in the report."""
    return f"rule-{rule.replace('/', '-')}"


def _finding(
    d: Diagnostic, source: Source, more: Sequence[Diagnostic], *, explain: bool
) -> Iterator[str]:
    yield f'<article data-severity="{d.severity}" data-rule="{escape(d.rule)}"'
    yield f' data-count="{1 + len(more)}">'
    message = escape(one_line(d.message))
    yield f'<p><span class="tag {d.severity}">{d.severity}</span> '
    yield f'<span class="words">{message}</span></p>'
    yield f'<blockquote dir="auto">{excerpt(d, source)}</blockquote>'
    yield from _fix(d, source)
    rule = f'<a href="#{escape(anchor(d.rule))}">{escape(d.rule)}</a>'
    yield f'<p class="soft">line {d.start.line} · {rule}</p>'
    if more:
        yield f'<p class="soft">{others(more)}</p>'
    for related in d.related[:3]:
        where = f"{one_line(related.path)}, line {related.start.line}"
        yield f'<p class="soft">See {escape(where)}: {escape(one_line(related.message))}</p>'
    if d.why and explain:
        why = escape(one_line(" ".join(d.why.split())))
        yield f'<details class="why"><summary>Why it matters</summary><p>{why}</p></details>'
    yield "</article>"


def excerpt(d: Diagnostic, source: Source) -> str:
    """The line or lines of a finding as HTML, the words marked, long ones shortened around them."""
    lines = source.lines
    if d.start.line > len(lines.starts):
        return ""
    first, last = (
        source.line_span(d.start.line),
        source.line_span(min(d.end.line, len(lines.starts))),
    )
    start, end = d.span.start, min(d.span.end, d.span.start + _LONGEST)
    before = Span(max(first.start, start - _AROUND), start)
    after = Span(end, min(max(last.end, end), end + _AROUND))
    opening = "…" if before.start > first.start else ""
    closing = "…" if after.end < last.end or end < d.span.end else ""
    words = source.text[start:end]
    marked = f"<mark>{_shown(words, hidden=True)}</mark>" if words else "<mark>▏</mark>"
    return f"{opening}{_shown(source.slice(before))}{marked}{_shown(source.slice(after))}{closing}"


def _shown(text: str, *, hidden: bool = False) -> str:
    if hidden:
        text = text.translate(_HIDDEN)
        text = text if text.strip() else text.replace(" ", "␣").replace("\n", "⏎\n")
    return escape(safe(text.replace("\r\n", "\n").replace("\r", "\n")))


def _fix(d: Diagnostic, source: Source) -> Iterator[str]:
    if not d.edits or not d.fix:
        return
    label = "jdlint can fix it" if d.fix == "safe" else "A suggestion"
    changes = []
    for placed in d.edits[:3]:
        old, new = source.slice(placed.edit.span), placed.edit.text
        gone = f"<del>{_shown(old, hidden=True)}</del>" if old else ""
        come = f"<ins>{_shown(new, hidden=True)}</ins>" if new else ""
        changes.append(
            " → ".join(part for part in (gone, come) if part) + ("" if new else " (delete it)")
        )
    more = f" and {len(d.edits) - 3} more" if len(d.edits) > 3 else ""
    yield f"<p>{label}: {'; '.join(changes)}{more}</p>"
