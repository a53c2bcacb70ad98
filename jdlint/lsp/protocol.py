"""Findings, edits and places in the protocol's own words."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from lsprotocol import types as lsp
from pygls.workspace import ServerTextPosition, ServerTextRange, TextDocument

from jdlint.core.diagnostic import Diagnostic, PlacedRelated
from jdlint.core.text import Position, Source, Span

_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}


def file_of(uri: str) -> str:
    """The absolute path that a URI names; of a text without a file, a name in the working
    directory."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        return str(Path(url2pathname(parts.path)))
    name = unquote(parts.path).strip("/").replace("/", "-") or "draft"
    return str(Path.cwd() / f"{name}.md")


def range_of(document: TextDocument, start: Position, end: Position) -> lsp.Range:
    """1-based lines and columns in code points, as the client counts."""
    return document.range_to_client_units(
        ServerTextRange(
            ServerTextPosition(start.line - 1, start.column - 1),
            ServerTextPosition(end.line - 1, end.column - 1),
        )
    )


def range_at(document: TextDocument, span: Span) -> lsp.Range:
    """A span of the document, as the client counts."""
    source = Source("", document.source)
    return range_of(document, source.position(span.start), source.position(span.end))


def offset_of(document: TextDocument, position: lsp.Position) -> int:
    """The code-point offset of a client's position."""
    source = Source("", document.source)
    starts = source.lines.starts
    if position.line >= len(document.lines):  # pygls would take the end of the line before
        return len(document.source)
    place = document.position_from_client_units(position)
    return min(starts[place.line] + place.character, source.line_span(place.line + 1).end)


def diagnostic_of(document: TextDocument, d: Diagnostic) -> lsp.Diagnostic:
    """A finding as the editor shows it."""
    related = [
        lsp.DiagnosticRelatedInformation(
            lsp.Location(Path(r.path).as_uri(), _elsewhere(document, d.path, r)), r.message
        )
        for r in d.related
    ]
    return lsp.Diagnostic(
        range=range_of(document, d.start, d.end),
        message=d.message,
        severity=_SEVERITY[d.severity],
        code=d.rule,
        code_description=lsp.CodeDescription(d.url) if d.url else None,
        source="jdlint",
        related_information=related or None,
    )


def _elsewhere(document: TextDocument, path: str, place: PlacedRelated) -> lsp.Range:
    """A related place; on another page columns are taken as they are, its text is not at hand."""
    start, end = place.start, place.end
    if place.path == path:
        return range_of(document, start, end)
    return lsp.Range(
        lsp.Position(start.line - 1, start.column - 1), lsp.Position(end.line - 1, end.column - 1)
    )


def edits_of(document: TextDocument, d: Diagnostic) -> list[lsp.TextEdit]:
    """What a finding's fix changes."""
    return [lsp.TextEdit(range_of(document, e.start, e.end), e.edit.text) for e in d.edits]


def whole(document: TextDocument) -> lsp.Range:
    """All of a document."""
    return range_at(document, Span(0, len(document.source)))
