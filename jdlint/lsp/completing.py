"""Completion: what is asked of the project for the place where the writer is."""

from __future__ import annotations

import json

from lsprotocol import types as lsp

from jdlint.core.text import Source, Span
from jdlint.io.shipped import data_folder
from jdlint.lsp import completion, yaml_keys
from jdlint.lsp.changes import in_front_matter
from jdlint.lsp.protocol import file_of, offset_of, range_at
from jdlint.lsp.server import Server, is_configuration


async def completions(ls: Server, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    """What can stand where the writer is, in a page, a configuration or a rule file."""
    uri = params.text_document.uri
    document, file = ls.document(uri), file_of(uri)
    text, at = document.source, offset_of(document, params.position)
    if file.lower().endswith((".yaml", ".yml")):
        return await _in_yaml(ls, file, text, at)
    line = text[Source("", text).line_span(text.count("\n", 0, at) + 1).start : at]
    meta = in_front_matter(text, at)
    if meta is not None:
        schema = await ls.ask(ls.pages, "schema", file)
        there = completion.keys(text[meta.span.start : meta.span.end])
        return list(completion.in_front_matter(line, there, schema or {}))
    if completion.section_begun(line) is not None:
        names = await ls.ask(ls.pages, "sections", file) or []
        there = {row.lstrip("# ").strip().casefold() for row in text.splitlines() if row[:1] == "#"}
        return list(completion.sections(names, there))
    begun = completion.link_begun(line)
    if begun is None or "://" in begun:
        return []
    place = range_at(document, Span(at - len(begun), at))
    page, mark, _ = begun.partition("#")
    anchors = await ls.ask(ls.sites, "anchors", file, page) if mark else []
    targets = [] if mark else await ls.ask(ls.sites, "targets", file) or []
    return list(completion.links(begun, targets, anchors or [], place))


async def _in_yaml(ls: Server, file: str, text: str, at: int) -> list[lsp.CompletionItem]:
    """Keys and values of a configuration or of a rule file; none in other files."""
    if is_configuration(file):
        name, rules = "config", await ls.ask(ls.pages, "rule_names", file) or []
    elif await ls.ask(ls.pages, "is_rule", file):
        name, rules = "rule", []
    else:
        return []
    schema = json.loads((data_folder("schemas") / f"{name}.schema.json").read_text("utf-8"))
    return list(yaml_keys.offered(text, at, schema, rules))
