"""One value of front matter, set by an edit of its own characters: all else stays as it is.

What an edit makes is read again; one that does not hold exactly what was asked for is not made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from jdlint.core.diagnostic import Edit
from jdlint.core.light import Any
from jdlint.core.page import FrontMatter, Value
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.fix.edits import applied
from jdlint.parse.meta.front_matter import parse_meta
from jdlint.serve.draft import written

Key = tuple[str | int, ...]
_COMMENT = re.late(r"[ \t]+#[^\r\n]*")


class CannotSetError(Exception):
    """A value that has to be changed in the text itself."""


def with_value(text: str, key: Key, value: Any) -> list[Edit]:
    """The edits that set a value (None or nothing: take it away), in order of place; raises
    ``CannotSetError``."""
    if not all(isinstance(part, str) and part.strip() and len(part) < 100 for part in key):
        raise CannotSetError
    meta, _ = parse_meta(text)
    if meta.defects:
        raise CannotSetError
    edits = _edits(text, meta, key, value)
    after, _ = parse_meta(applied(text, edits))
    if after.defects or not _same(after.data, _expected(meta.data, key, value)):
        raise CannotSetError
    return edits


def _edits(text: str, meta: FrontMatter, key: Key, value: Any) -> list[Edit]:
    empty = _empty(value)
    found = meta.find(key)
    if not meta.format:
        return [] if empty else [_inserted(0, f"---\n{written.line(key, value)}\n---\n\n")]
    if found is None:
        return [] if empty else [_new(text, meta, key, value)]
    if empty:
        return [_gone(text, meta, found)]
    if isinstance(value, list) and isinstance(found.value, list) and meta.format == "yaml":
        rows = _rows(text, meta, found, value)
        if rows is not None:
            return rows
    old = text[found.span.start : found.span.end]
    after_key = text[found.key.end : found.span.start]
    gap = "" if not after_key or after_key[-1] in " \t\n-[{,=" else " "
    if meta.format == "yaml" and not old and not after_key.endswith((" ", "\n")):
        at = _after_colon(text, found)
        return [_inserted(at, " " + written.scalar(value, "", "yaml"))]
    return [Edit(found.span, gap + written.value(value, old, meta.format, _column(text, found)))]


def _after_colon(text: str, found: Value) -> int:
    """Behind the colon of a key without a value."""
    at = text.find(":", found.key.end)
    if at < 0:
        raise CannotSetError
    return at + 1


def _column(text: str, found: Value) -> int:
    """How far a key stands from the margin."""
    return found.key.start - (text.rfind("\n", 0, found.key.start) + 1)


def _new(text: str, meta: FrontMatter, key: Key, value: Any) -> Edit:
    """A key that is not there yet: behind its siblings, else at the end."""
    if meta.format == "json":
        if len(key) > 1 or not meta.values:
            raise CannotSetError
        said = f"{json.dumps(key[0])}: {json.dumps(value, ensure_ascii=False)}, "
        return _inserted(text.index("{") + 1, said)
    eol = "\r\n" if "\r\n" in text[: meta.span.end] else "\n"
    parent = meta.find(key[:-1]) if len(key) > 1 else None
    if meta.format == "toml":
        if len(key) > 1:
            raise CannotSetError
        start = text.index("\n", meta.opening.end) + 1
        return _inserted(start, f"{key[0]} = {written.scalar(value, '', 'toml')}{eol}")
    if parent is not None:
        return _under(text, meta, parent, key, value, eol)
    closing = text.rfind("\n", 0, meta.span.end) + 1
    return _inserted(closing, written.line(key, value).replace("\n", eol) + eol)


def _under(text: str, meta: FrontMatter, parent: Value, key: Key, value: Any, eol: str) -> Edit:
    """A key below one that has a mapping in block style."""
    children = [v for v in meta.values if v.path[:-1] == parent.path and len(v.path) == len(key)]
    if not children or text[parent.span.start] == "{":
        raise CannotSetError
    column = _column(text, children[0])
    ends = text.find("\n", max(children[-1].span.end, children[-1].key.end) - 1)
    at = (ends if ends >= 0 else meta.span.end) + 1
    return _inserted(at, " " * column + written.line(key[-1:], value) + eol)


def _gone(text: str, meta: FrontMatter, found: Value) -> Edit:
    """Without a value: its line goes, unless a comment stands there."""
    start = text.rfind("\n", 0, found.key.start) + 1
    end = text.find("\n", max(found.span.end, found.key.end))
    before, behind = text[start : found.key.start], text[found.span.end : max(end, found.span.end)]
    if meta.format == "json" or before.strip() or end < 0:
        raise CannotSetError
    inner = text[found.key.start : found.span.end]
    if "#" in behind or ("\n" in inner and _COMMENT.search(inner)):
        if "\n" in inner or meta.format != "yaml":
            raise CannotSetError
        return Edit(found.span, "")
    if text[found.span.end - 1 : found.span.end] == "\n":  # a block's own line end
        end = found.span.end - 1
    return Edit(Span(start, end + 1), "")


def _rows(text: str, meta: FrontMatter, found: Value, value: Sequence[Any]) -> list[Edit] | None:
    """The edits of a list in block style, row by row; None where it is in another."""
    rows = [
        v for v in meta.values if v.path[:-1] == found.path and len(v.path) == len(found.path) + 1
    ]
    if not rows or any(isinstance(v.value, list | dict) for v in rows):
        return None
    dashes = [_dash(text, row) for row in rows]
    if None in dashes:
        return None
    edits = []
    for row, new in zip(rows, value, strict=False):
        if str(row.value) != str(new):
            old = text[row.span.start : row.span.end]
            edits.append(Edit(row.span, written.scalar(new, old, "yaml")))
    for row, dash in zip(rows[len(value) :], dashes[len(value) :], strict=True):
        end = text.find("\n", row.span.end - 1) + 1
        if dash is None or not end or "#" in text[row.span.end : end]:
            return None
        edits.append(Edit(Span(dash, end), ""))
    if len(value) > len(rows) and dashes[-1] is not None:
        last = text.find("\n", rows[-1].span.end - 1) + 1
        head = text[dashes[-1] : rows[-1].span.start]
        more = "".join(head + written.scalar(v, "", "yaml") + "\n" for v in value[len(rows) :])
        edits.append(_inserted(last, more))
    return edits


def _dash(text: str, row: Value) -> int | None:
    """Where the line of a row starts, if its mark is all that stands before it."""
    start = text.rfind("\n", 0, row.span.start) + 1
    return start if text[start : row.span.start].strip() == "-" else None


def _expected(data: Any, key: Key, value: Any) -> Any:
    """The data with one value set; an empty one is as good as none."""
    out = dict(data)
    if len(key) > 1:
        below = out.get(str(key[0]))
        out[str(key[0])] = _expected(below if isinstance(below, dict) else {}, key[1:], value)
    else:
        out[str(key[0])] = value
    return out


def _same(one: Any, other: Any) -> bool:
    """Whether two values say the same; a number counts as it is written, nothing as empty."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = one.keys() | other.keys()
        return all(_same(one.get(key), other.get(key)) for key in keys)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if _empty(one) or _empty(other):
        return _empty(one) and _empty(other)
    return str(one).strip() == str(other).strip()


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _inserted(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)
