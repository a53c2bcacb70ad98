"""The reference of the configuration, out of its schema: every key with what it says, its values,
its default and an example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_NAMED = {
    "patterns": "a pattern, or a list of them",
    "code": "a language's code, such as `de`",
    "rules": "rules and groups, each with its severity or a mapping",
    "severity": "`off`, `note`, `warning`, `error`",
    "engine": "`harper`, `languagetool`, `off`",
}
_TYPES = {
    "string": "text",
    "boolean": "`true` or `false`",
    "integer": "a whole number",
    "number": "a number",
}


def reference(path: Path) -> Iterator[str]:
    """The lines of the reference: a section for each key of the schema in ``path``."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    for key, inner in schema["properties"].items():
        yield f"### `{key}`\n"
        yield f"{inner['description']}. Values: {_values(inner)}.\n"
        rows = list(_rows(inner, ""))
        if rows:
            yield "| key | what it says | values | default |\n|---|---|---|---|"
            yield from rows
            yield ""
        for example in inner["examples"]:
            text = yaml.safe_dump(
                {key: example},
                sort_keys=False,
                allow_unicode=True,
                default_flow_style=None,
                width=100,
            )
            yield f"```yaml\n{text}```\n"


def _rows(schema: dict[str, Any], prefix: str) -> Iterator[str]:
    """A row for each key below a value."""
    for choice in (schema, *schema.get("anyOf", ())):
        if choice.get("type") == "array":
            yield from _rows(choice["items"], f"{prefix[:-1]}[]." if prefix else "")
        needed = choice.get("required", ())
        for key, inner in choice.get("properties", {}).items():
            name = prefix + key
            default = (
                f"`{json.dumps(inner['default'], ensure_ascii=False).strip(chr(34))}`"
                if "default" in inner
                else ""
            )
            cell = "required" if key in needed else default
            said = inner.get("description", "").replace("|", "\\|").replace("*", "\\*")
            yield f"| `{name}` | {said} | {_values(inner)} | {cell} |"
            yield from _rows(inner, name + ".")


def _values(schema: dict[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in schema:
        return _NAMED[schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        return ", ".join(f"`{json.dumps(one).strip(chr(34))}`" for one in schema["enum"])
    if "anyOf" in schema:
        return ", or ".join(_values(one) for one in schema["anyOf"])
    kind = schema.get("type", "")
    if kind == "array":
        return "a list of " + _several(schema["items"])
    if kind == "object":
        return (
            "a mapping"
            if "properties" in schema or "additionalProperties" not in schema
            else _mapping(schema)
        )
    return _TYPES.get(kind, "a date") + _bounds(schema)


def _several(items: dict[str, Any]) -> str:
    return (
        "mappings"
        if items.get("type") == "object"
        else "texts"
        if items.get("type") == "string"
        else _values(items)
    )


def _mapping(schema: dict[str, Any]) -> str:
    key = "codes" if "propertyNames" in schema else "names"
    return f"a mapping from {key} to {_values(schema['additionalProperties'])}"


def _bounds(schema: dict[str, Any]) -> str:
    low = (
        f"from {schema['minimum']}"
        if "minimum" in schema
        else f"above {schema['exclusiveMinimum']}"
        if "exclusiveMinimum" in schema
        else ""
    )
    high = f"up to {schema['maximum']}" if "maximum" in schema else ""
    return "".join(f" {part}" for part in (low, high) if part)
