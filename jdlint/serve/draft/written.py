"""How values of front matter are written: as the old one was, where that can be."""

from __future__ import annotations

import json
from collections.abc import Sequence

from jdlint.core.light import Any
from jdlint.parse.meta.front_matter import parse_meta


def line(key: Sequence[str | int], value: Any) -> str:
    """YAML lines that set a value below some keys."""
    if len(key) > 1:
        inner = line(key[1:], value).replace("\n", "\n  ")
        return f"{_name(key[0])}:\n  {inner}"
    if isinstance(value, list):
        return "\n".join([f"{_name(key[0])}:", *(f"  - {scalar(v, '', 'yaml')}" for v in value)])
    return f"{_name(key[0])}: {scalar(value, '', 'yaml')}"


def value(new: Any, old: str, kind: str, column: int) -> str:
    """A value in the place of another, of a key that stands ``column`` characters from the
    margin."""
    if isinstance(new, list):
        if kind == "yaml" and not old.startswith("["):
            pad = " " * column + "  - "
            return "\n" + "\n".join(pad + scalar(v, "", "yaml") for v in new)
        return "[" + ", ".join(_in_row(v, kind) for v in new) + "]"
    if kind == "yaml" and old[:1] in "|>" and old:
        return _block(str(new), old)
    return scalar(new, old, kind)


def scalar(new: Any, old: str, kind: str) -> str:
    """One value; quotes are kept, and set where the words would be read as something else."""
    if isinstance(new, bool):
        return "true" if new else "false"
    if isinstance(new, int | float):
        return str(new)
    text = str(new)
    if kind != "yaml":
        return json.dumps(text, ensure_ascii=False)
    if old.startswith("'") and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if old.startswith('"') or not _plain(text):
        return json.dumps(text, ensure_ascii=False)
    return text


def _in_row(new: Any, kind: str) -> str:
    """A value between brackets, where commas and brackets mean something."""
    bare = not any(mark in str(new) for mark in ",[]{}")
    return scalar(new, "" if bare else '"', kind)


def _plain(text: str) -> bool:
    """Whether YAML reads some words as themselves, in a list too."""
    if text != text.strip() or "\n" in text or "#" in text or text[:1] in "-?:,[]{}&*!|>%@`'\"":
        return False
    meta, _ = parse_meta(f"---\nkey: {text}\n---\n")
    return not meta.defects and meta.data == {"key": text}


def _name(key: str | int) -> str:
    return str(key) if _plain(str(key)) and ":" not in str(key) else json.dumps(str(key))


def _block(text: str, old: str) -> str:
    """A block of lines with the mark and the margin of another."""
    head, _, rest = old.partition("\n")
    first = next((row for row in rest.split("\n") if row.strip()), "  ")
    pad = first[: len(first) - len(first.lstrip(" "))] or "  "
    gap = "\n\n" if head.startswith(">") else "\n"
    lines = gap.join(text.strip("\n").split("\n")).split("\n")
    rows = "\n".join(pad + row if row.strip() else "" for row in lines)
    return f"{head}\n{rows}" + ("\n" if old.endswith("\n") else "")
