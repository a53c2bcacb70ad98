"""What can stand where the writer is: keys and values, names of sections, links and anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types as lsp

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re

_KEY = re.late(r"[\w-]*\Z")
_VALUE = re.late(r"(?P<key>[\w-]+)\s*[:=]\s*[\[\"']?(?:[^,\n]*,\s*)?(?P<begun>[\w-]*)\Z")
_THERE = re.late(r"^([\w-]+)[ \t]*[:=]", re.MULTILINE)
_HEADING = re.late(r"#{1,4} +(?P<begun>[^#\n]*)\Z")
_LINK = re.late(r"\]\((?P<url>[^()\s]*)\Z|\bhref=[\"'](?P<href>[^\"'\s]*)\Z")
_MOST = 500


def keys(front_matter: str) -> set[str]:
    """The keys that stand there, also while it cannot be parsed."""
    return set(_THERE.findall(front_matter))


def in_front_matter(
    line: str, known: set[str], schema: Mapping[str, Any]
) -> Iterator[lsp.CompletionItem]:
    """Keys that are not there yet, or the values that a key may have."""
    properties = schema.get("properties", {})
    if value := _VALUE.search(line):
        for choice in choices(properties.get(value["key"], {}), schema):
            yield lsp.CompletionItem(choice, kind=lsp.CompletionItemKind.Value)
    elif _KEY.match(line):
        for name, row in properties.items():
            about = str(row.get("description", "")) if isinstance(row, dict) else ""
            if name not in known and not about.startswith("As "):
                yield lsp.CompletionItem(
                    name,
                    kind=lsp.CompletionItemKind.Property,
                    documentation=about or None,
                    insert_text=f"{name}: ",
                )


def choices(row: Any, schema: Mapping[str, Any], depth: int = 0) -> list[str]:
    """The values that a schema names for a key, each once."""
    if not isinstance(row, dict) or depth > 6:
        return []
    found: dict[str, None] = {}
    for value in row.get("enum", ()):
        if isinstance(value, str):
            found[value] = None
    if "boolean" in (row.get("type") or ()):
        found.update({"true": None, "false": None})
    reference = row.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/$defs/"):
        inner = schema.get("$defs", {}).get(reference.removeprefix("#/$defs/"))
        found.update(dict.fromkeys(choices(inner, schema, depth + 1)))
    for name in ("anyOf", "oneOf", "allOf"):
        for part in row.get(name, ()):
            found.update(dict.fromkeys(choices(part, schema, depth + 1)))
    for name in ("then", "items"):
        found.update(dict.fromkeys(choices(row.get(name), schema, depth + 1)))
    return list(found)[:100]


def section_begun(line: str) -> str | None:
    """What stands of a heading's text, at its end; None where there is no heading."""
    match = _HEADING.match(line)
    return match["begun"] if match else None


def sections(names: list[str], there: set[str]) -> Iterator[lsp.CompletionItem]:
    """Names of sections that the page does not have yet."""
    for name in names:
        if name.casefold() not in there:
            yield lsp.CompletionItem(name, kind=lsp.CompletionItemKind.Class)


def link_begun(line: str) -> str | None:
    """What stands of a link's target, at its end; None where there is no link."""
    match = _LINK.search(line)
    return None if match is None else match["url"] or match["href"] or ""


def links(
    begun: str,
    targets: list[tuple[str, str]],
    anchors: list[str],
    place: lsp.Range,
) -> Iterator[lsp.CompletionItem]:
    """Pages whose URL starts with what stands there, or the ids of the page that it names."""
    page, mark, _ = begun.partition("#")
    if mark:
        for name in anchors:
            yield _link(f"{page}#{name}", place, lsp.CompletionItemKind.Reference, "")
        return
    rows = [row for row in targets if row[0].startswith(begun)][:_MOST]
    for url, source in rows:
        yield _link(url, place, lsp.CompletionItemKind.File, source)


def _link(
    url: str, place: lsp.Range, kind: lsp.CompletionItemKind, source: str
) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        url, kind=kind, detail=source or None, text_edit=lsp.TextEdit(place, url)
    )
