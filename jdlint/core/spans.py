"""Spans in order: which of them holds a place, and those that overlap as one."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.core.text import Span
from jdlint.core.tools import bisect_right


def covers(spans: tuple[Span, ...], offset: int) -> bool:
    """Whether one of the spans (in order, not overlapping) holds the offset."""
    index = bisect_right(spans, (offset, 1 << 62)) - 1
    return index >= 0 and offset < spans[index].end


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order of their starts, those that overlap as one (those that touch stay apart)."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return tuple(found)
