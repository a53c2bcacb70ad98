"""Findings of an older text, moved to where their words stand now."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.text import Source, Span


def shifted(found: Iterable[Diagnostic], old: str, new: str) -> list[Diagnostic]:
    """The findings whose words stand before or behind what was changed; the others are gone until
    they are found again. Edits are dropped where anything moved."""
    if old == new:
        return list(found)
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    source, by = Source("", new), len(new) - len(old)
    out = []
    for d in found:
        start, end = d.span
        if start >= len(old) - tail:
            start, end = start + by, end + by
        elif end > head:
            continue
        span = Span(start, end)
        places = source.position(start), source.position(end)
        out.append(d._replace(span=span, start=places[0], end=places[1], fix=None, edits=()))
    return out
