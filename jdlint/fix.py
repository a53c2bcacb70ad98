"""Choose edits and apply them to a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jdlint.diagnostic import Edit


def chosen(fixes: Iterable[Sequence[Edit]]) -> list[Edit]:
    """The edits of those fixes that touch no edit of an earlier one, in order of place; a fix is taken whole or not."""
    taken: list[Edit] = []
    for edits in fixes:
        if edits and not any(_touch(a, b) for a in edits for b in taken):
            taken.extend(edits)
    return sorted(taken, key=lambda edit: edit.span)


def _touch(a: Edit, b: Edit) -> bool:
    """Whether two edits overlap, or both insert at one place."""
    if a.span.start == b.span.start:
        return True
    return a.span.start < b.span.end and b.span.start < a.span.end


def applied(text: str, edits: Sequence[Edit]) -> str:
    """``text`` with edits (in order of place, not overlapping) made; nothing outside their spans changes."""
    parts, at = [], 0
    for edit in edits:
        parts.append(text[at : edit.span.start])
        parts.append(edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)
