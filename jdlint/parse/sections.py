"""Rows that are made of other rows: sections of headings, the targets of links, spans joined."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.page import Heading, Section
from jdlint.core.text import Span


def sections_of(headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """The sections of a page that ends at ``end``: their parents and ends, in one pass with a stack
    of those still open."""
    parents, ends, stack = [-1] * len(headings), [end] * len(headings), list[int]()
    for index, heading in enumerate(headings):
        while stack and headings[stack[-1]].level >= heading.level:
            ends[stack.pop()] = heading.line.start
        parents[index] = stack[-1] if stack else -1
        stack.append(index)
    return tuple(Section(h, Span(h.line.end, ends[i]), parents[i]) for i, h in enumerate(headings))


def target_of(masked: str, text: str, url: str, span: Span, label: Span, kind: str) -> Span:
    """Where a link's URL stands as written inside the link; an empty span where it stands
    elsewhere."""
    start = span.start if kind in ("autolink", "email") else label.end
    at = masked.find(url, start, span.end) if url else -1
    if at >= 0:
        return Span(at, at + len(url))
    opened = masked.find("(", start, span.end)
    if kind == "reference" or opened < 0:
        return Span(span.end, span.end)
    inner = text[opened + 1 : span.end - 1]
    written = inner.strip().split(" ")[0] if url else ""
    begin = opened + 1 + (inner.find(written) if written else 0)
    return Span(begin, begin + len(written))


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sorted spans with those that overlap as one: they are searched by their starts."""
    rows: list[Span] = []
    for span in spans:
        if rows and span.start < rows[-1].end:
            rows[-1] = Span(rows[-1].start, max(rows[-1].end, span.end))
        else:
            rows.append(span)
    return tuple(rows)
