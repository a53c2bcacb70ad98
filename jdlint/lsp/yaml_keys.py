"""What can stand at a place of a configuration or a rule file, by its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lsprotocol import types as lsp

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.lsp.completion import choices

_KEY = re.late(r"(?P<indent>[ ]*)(?:-[ ]+)?(?P<key>[\w/$.-]+)[ ]*:(?:[ \n]|\Z)")
_BEGUN = re.late(r"[ ]*(?:-[ ]+)?[\w/-]*\Z")
_VALUE = re.late(r"[ ]*(?:-[ ]+)?(?P<key>[\w/-]+)[ ]*:[ ]+[\w-]*\Z")
_DEEPEST = 8
SEVERITIES = ("off", "note", "warning", "error")


def offered(
    text: str, at: int, schema: Mapping[str, Any], rules: Iterable[str]
) -> Iterator[lsp.CompletionItem]:
    """Keys that can stand at an offset, or the values of the key that stands there; ``rules`` are
    the names of rules and groups, which ``rules:`` maps to severities."""
    start = text.rfind("\n", 0, at) + 1
    line, above = text[start:at], text[:start]
    path = above_keys(above, len(line) - len(line.lstrip(" -")))
    if value := _VALUE.match(line):
        if path and path[-1] == "rules":
            values: Iterable[str] = SEVERITIES
        else:
            values = choices(_below(schema, (*path, value["key"])), schema)
        for one in values:
            yield lsp.CompletionItem(one, kind=lsp.CompletionItemKind.Value)
    elif _BEGUN.match(line):
        yield from _keys(path, schema, rules)


def _keys(
    path: tuple[str, ...], schema: Mapping[str, Any], rules: Iterable[str]
) -> Iterator[lsp.CompletionItem]:
    names = dict.fromkeys(rules, "") if path and path[-1] == "rules" else {}
    row = _below(schema, path)
    for name, inner in (row.get("properties") or {}).items():
        names[name] = str(inner.get("description", "")) if isinstance(inner, dict) else ""
    for name, about in names.items():
        yield lsp.CompletionItem(
            name,
            kind=lsp.CompletionItemKind.Property,
            documentation=about or None,
            insert_text=f"{name}: ",
        )


def above_keys(above: str, indent: int) -> tuple[str, ...]:
    """The keys that a line of an indent stands below, the outermost first."""
    found: list[str] = []
    for line in reversed(above.splitlines()):
        if indent == 0:
            break
        match = _KEY.match(line)
        depth = len(line) - len(line.lstrip(" "))
        if match and depth < indent and not line.lstrip().startswith("#"):
            found.append(match["key"])
            indent = depth
    return tuple(reversed(found))


def _below(schema: Mapping[str, Any], path: tuple[str, ...]) -> Mapping[str, Any]:
    """The part of a schema that a path of keys leads to; empty where there is none."""
    row: Any = schema
    for key in path[:_DEEPEST]:
        row = next((r["properties"][key] for r in _parts(row, schema) if key in _named(r)), None)
        if row is None:
            return {}
    named = [r for r in _parts(row, schema) if _named(r)]
    return named[0] if named else row if isinstance(row, dict) else {}


def _named(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found = row.get("properties")
    return found if isinstance(found, dict) else {}


def _parts(row: Any, schema: Mapping[str, Any], depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """A part of a schema with those that it refers to."""
    if not isinstance(row, dict) or depth > _DEEPEST:
        return
    yield row
    name = row.get("$ref")
    if isinstance(name, str) and name.startswith("#/$defs/"):
        inner = schema.get("$defs", {}).get(name.removeprefix("#/$defs/"))
        yield from _parts(inner, schema, depth + 1)
    for key in ("anyOf", "oneOf", "allOf"):
        for part in row.get(key, ()):
            yield from _parts(part, schema, depth + 1)
    yield from _parts(row.get("items"), schema, depth + 1)
