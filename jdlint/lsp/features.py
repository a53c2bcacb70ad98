"""What an editor can ask, each question in a few lines."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from jdlint.core.text import Source, Span
from jdlint.lsp import actions
from jdlint.lsp.completing import completions
from jdlint.lsp.protocol import file_of, offset_of, range_at, range_of
from jdlint.lsp.server import PAGES, Server, is_about

_WATCHED = "**/*.{md,markdown,mdx,yaml,yml,toml,txt}"


def made() -> Server:
    """A server that answers all of it."""
    server = Server()
    _documents(server)
    _surroundings(server)
    _questions(server)
    return server


def _documents(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.touch(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.touch(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        if not file_of(params.text_document.uri).lower().endswith(PAGES):
            await ls.reread()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)


def _surroundings(server: Server) -> None:
    @server.feature(lsp.INITIALIZED)
    async def initialized(ls: Server, _: lsp.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = lsp.DidChangeWatchedFilesRegistrationOptions(
                [lsp.FileSystemWatcher(_WATCHED)]
            )
            row = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await ls.client_register_capability_async(lsp.RegistrationParams([row]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def outside(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
        changes = [c.uri for c in params.changes if c.uri not in ls.open]
        if any(is_about(file_of(uri)) for uri in changes):
            await ls.reread()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(ls: Server, _: lsp.DidChangeConfigurationParams) -> None:
        await ls.reread()

    @server.feature(lsp.SHUTDOWN)
    async def shut_down(ls: Server, _: None) -> None:
        ls.stop()


def _questions(server: Server) -> None:
    kinds = [lsp.CodeActionKind.QuickFix, actions.FIX_ALL]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(kinds))
    async def act(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return await _actions(ls, params)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        return await _hover(ls, params)

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=["(", "/", "#", " "])
    )
    async def complete(ls: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
        return lsp.CompletionList(is_incomplete=False, items=await completions(ls, params))

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_LINK, lsp.DocumentLinkOptions())
    async def document_links(ls: Server, params: lsp.DocumentLinkParams) -> list[lsp.DocumentLink]:
        return await _document_links(ls, params.text_document.uri)


async def _actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri, wanted = params.text_document.uri, params.context.only
    state, document = ls.open.get(uri), ls.document(uri)
    if state is None or state.text != document.source:
        return []
    out: list[lsp.CodeAction] = []
    if _is_wanted(lsp.CodeActionKind.QuickFix, wanted):
        start = offset_of(document, params.range.start)
        end = offset_of(document, params.range.end)
        for d in state.shown:
            if d.span.start <= end and start <= d.span.end:
                out.extend(actions.of_finding(ls.client_capabilities, document, d))
        out.sort(key=lambda action: (action.edit is None, not action.is_preferred))
    if _is_wanted(actions.FIX_ALL, wanted) and any(d.fix == "safe" for d in state.shown):
        fixed = await ls.ask(ls.pages, "fixed", file_of(uri), state.text)
        if fixed is not None and fixed != state.text and document.source == state.text:
            out.append(actions.fix_all(document, fixed))
    return out


def _is_wanted(kind: str, wanted: object) -> bool:
    if not isinstance(wanted, list | tuple) or not wanted:
        return True
    return any(kind == one or kind.startswith(f"{one}.") for one in map(str, map(_text, wanted)))


def _text(kind: object) -> object:
    return getattr(kind, "value", kind)


async def _hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    uri = params.text_document.uri
    state, document = ls.open.get(uri), ls.document(uri)
    if state is None:
        return None
    at = offset_of(document, params.position)
    parts, place = [], None
    for d in state.shown if state.text == document.source else ():
        if d.span.start <= at <= d.span.end:
            more = f" ([{d.rule}]({d.url}))" if d.url else f" ({d.rule})"
            parts.append(f"**{d.message}**{more}\n\n{d.why}".strip())
            place = place or range_of(document, d.start, d.end)
    link = _link_at(document, at)
    if link and uri.startswith("file:"):
        url, span = link
        found = await ls.ask(ls.sites, "link", file_of(uri), url)
        if found:
            answer, target, why = found
            leads = f" → `{target}`" if target and target != url else ""
            parts.append(f"`{url}` {answer}{leads}" + (f"\n\n{why}" if why else ""))
            place = place or range_at(document, span)
    if not parts:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(parts)), place)


def _link_at(document: TextDocument, at: int) -> tuple[str, Span] | None:
    """The link whose target or words hold an offset."""
    from jdlint.parse import parse

    for link in parse(Source("", document.source)).links:
        if link.span.start <= at <= link.span.end:
            return link.url, link.span
    return None


async def _document_links(ls: Server, uri: str) -> list[lsp.DocumentLink]:
    """The links of a page that lead to files of its site, each with the file."""
    if uri not in ls.open or not file_of(uri).lower().endswith(PAGES):
        return []
    from jdlint.parse import parse

    document = ls.document(uri)
    links = [link for link in parse(Source("", document.source)).links if link.url]
    inner = sorted({link.url for link in links if "://" not in link.url})
    if not inner or not uri.startswith("file:"):
        return []
    places = await ls.ask(ls.sites, "places", file_of(uri), inner) or {}
    return [
        lsp.DocumentLink(range_at(document, link.span), Path(places[link.url]).as_uri())
        for link in links
        if link.url in places
    ]
