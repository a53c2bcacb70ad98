"""What the editor offers at a place: fixes, silence, a word, a rule switched off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from jdlint.config.config import NAMES
from jdlint.config.own_words import name_in, path_of, with_words
from jdlint.config.project import find
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.errors import ConfigError
from jdlint.fix.silence import silence
from jdlint.lsp.changes import switched_off
from jdlint.lsp.protocol import diagnostic_of, edits_of, file_of, range_at, whole

FIX_ALL = "source.fixAll.jdlint"
SPELLING = "grammar/misspelling"


def of_finding(
    server: lsp.ClientCapabilities, document: TextDocument, d: Diagnostic
) -> Iterator[lsp.CodeAction]:
    """What can be done about one finding, the likeliest first."""
    shown = [diagnostic_of(document, d)]
    if d.edits:
        title = f"Fix: {d.message}" if d.fix == "safe" else f"Change: {d.message}"
        edits = edits_of(document, d)
        yield _action(title, {document.uri: edits}, shown, preferred=d.fix == "safe")
    if d.rule == "configuration":
        return
    words = document.source[d.span.start : d.span.end]
    if d.rule == SPELLING and document.uri.startswith("file:"):
        action = _word(document, words, shown, server)
        if action:
            yield action
    comment = silence(d.path, document.source, d.span.start, d.rule)
    if comment:
        edit = lsp.TextEdit(range_at(document, comment.span), comment.text)
        yield _action(f"Silence {d.rule} here", {document.uri: [edit]}, shown)
    if document.uri.startswith("file:"):
        action = _off(document, d, shown, server)
        if action:
            yield action


def fix_all(document: TextDocument, fixed: str) -> lsp.CodeAction:
    """All safe fixes of a page."""
    edit = lsp.TextEdit(whole(document), fixed)
    return lsp.CodeAction(
        "Make all safe fixes of jdlint",
        kind=FIX_ALL,
        edit=lsp.WorkspaceEdit(changes={document.uri: [edit]}),
    )


def _action(
    title: str,
    changes: dict[str, list[lsp.TextEdit]],
    shown: list[lsp.Diagnostic],
    *,
    preferred: bool = False,
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=shown,
        is_preferred=preferred or None,
        edit=lsp.WorkspaceEdit(changes=dict(changes)),
    )


def _word(
    document: TextDocument,
    word: str,
    shown: list[lsp.Diagnostic],
    server: lsp.ClientCapabilities,
) -> lsp.CodeAction | None:
    try:
        project = find([Path(file_of(document.uri)).parent])
        path = path_of(project.root, name_in(project.data))
    except ConfigError:
        return None
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    edit = _replaced(path, old, with_words(old, [word]), server)
    title = f"Add “{word}” to the project's words"
    return _offered(title, edit, shown)


def _off(
    document: TextDocument, d: Diagnostic, shown: list[lsp.Diagnostic],
    server: lsp.ClientCapabilities,
) -> lsp.CodeAction | None:  # fmt: skip
    try:
        root = find([Path(file_of(document.uri)).parent]).root
    except ConfigError:
        return None
    path = next((root / name for name in NAMES if (root / name).is_file()), root / NAMES[0])
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    new = switched_off(old, d.rule)
    edit = _replaced(path, old, new, server) if new else None
    title = f"Switch {d.rule} off in {path.name}"
    return _offered(title, edit, shown)


def _offered(
    title: str, edit: lsp.WorkspaceEdit | None, shown: list[lsp.Diagnostic]
) -> lsp.CodeAction | None:
    if edit is None:
        return None
    kind = lsp.CodeActionKind.QuickFix
    return lsp.CodeAction(title, kind=kind, diagnostics=shown, edit=edit)


def _replaced(
    path: Path, old: str, new: str, server: lsp.ClientCapabilities
) -> lsp.WorkspaceEdit | None:
    """A file with another text; None where it is not there and the editor cannot make one."""
    uri = path.as_uri()
    lines = old.split("\n")
    last = lsp.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)
    edit = lsp.TextEdit(lsp.Range(lsp.Position(0, 0), last), new)
    if path.is_file():
        return lsp.WorkspaceEdit(changes={uri: [edit]})
    workspace = server.workspace and server.workspace.workspace_edit
    kinds = (workspace and workspace.resource_operations) or ()
    if not workspace or not workspace.document_changes or "create" not in kinds:
        return None
    options = lsp.CreateFileOptions(ignore_if_exists=True)
    identity = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.CreateFile(uri, options=options),
            lsp.TextDocumentEdit(identity, [edit]),
        ]
    )
