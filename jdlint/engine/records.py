"""Diagnostics and findings as plain tuples, to be sent to another process or kept on disk."""

from __future__ import annotations

from typing import Any

from jdlint.core.diagnostic import (
    Diagnostic,
    Edit,
    Finding,
    Place,
    PlacedEdit,
    PlacedRelated,
    Related,
)
from jdlint.core.text import Position, Span

Row = tuple[Any, ...]


def pack(diagnostic: Diagnostic) -> Row:
    """A diagnostic without its types; ``unpack`` gives them back."""
    d = diagnostic
    edits = tuple((tuple(e.start), tuple(e.end), tuple(e.edit.span), e.edit.text) for e in d.edits)
    related = tuple((r.path, tuple(r.start), tuple(r.end), r.message) for r in d.related)
    head = (
        str(d.rule),
        str(d.severity),
        str(d.message),
        str(d.path),
        tuple(d.span),
        tuple(d.start),
        tuple(d.end),
    )
    return (*head, str(d.why), d.fix, edits, related, str(d.url))


def unpack(row: Row) -> Diagnostic:
    """The diagnostic that a row stands for."""
    rule, severity, message, path, span, start, end, why, fix, edits, related, url = row
    return Diagnostic(
        rule, severity, message, path, Span(*span), Position(*start), Position(*end), why, fix,
        tuple(PlacedEdit(Position(*a), Position(*b), Edit(Span(*s), text)) for a, b, s, text in edits),
        tuple(PlacedRelated(p, Position(*a), Position(*b), words) for p, a, b, words in related),
        url,
    )  # fmt: skip


def pack_finding(finding: Finding) -> Row:
    """A finding without its types; ``unpack_finding`` gives it back."""
    span, values, edits, related, path, variant, certain = finding
    return (
        tuple(span), {str(k): str(v) for k, v in values.items()}, tuple((tuple(e.span), str(e.text)) for e in edits),
        tuple((str(r.place.path), tuple(r.place.span), str(r.message)) for r in related), str(path), str(variant), certain,
    )  # fmt: skip


def unpack_finding(row: Row) -> Finding:
    """The finding that a row stands for."""
    span, values, edits, related, path, variant, certain = row
    return Finding(
        Span(*span), values, tuple(Edit(Span(*s), text) for s, text in edits),
        tuple(Related(Place(p, Span(*s)), words) for p, s, words in related), path, variant, certain,
    )  # fmt: skip
