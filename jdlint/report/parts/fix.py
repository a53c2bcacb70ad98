"""A fix as one change of one stretch of text, which is what reviews and SARIF viewers can apply."""

from __future__ import annotations

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import NamedTuple
from jdlint.core.text import Source, Span

_LONGEST = 2_000  # a suggestion that a reviewer can still read


class Change(NamedTuple):
    """Put ``text`` in the place of ``span``."""

    span: Span
    text: str


def safe_change(d: Diagnostic, source: Source) -> Change | None:
    """The edits of a safe fix as one change, the text between them kept; None where there is none
    or it is too long."""
    edits = sorted((placed.edit for placed in d.edits), key=lambda edit: edit.span)
    if d.fix != "safe" or not edits or edits[-1].span.end > len(source.text):
        return None
    at = start = edits[0].span.start
    parts = []
    for edit in edits:
        if edit.span.start < at:
            return None
        parts += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return Change(Span(start, at), "".join(parts)) if at - start <= _LONGEST else None
