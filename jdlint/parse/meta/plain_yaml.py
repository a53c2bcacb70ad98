"""Front matter of plain ``key: value`` lines, read without a YAML parser.

Most job pages have no more than that: texts, numbers and dates, one level of lists and mappings.
Reading them here spares a run on one page the import of PyYAML. Any line that could mean anything
else to YAML sends the whole to the parser: a property test proves that both agree.
"""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import Any
from jdlint.core.page import Defect, Value
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

# a letter first, and no mark that YAML knows: such a value is a text for sure, but for the words
# below
_QUOTED = (
    r"[^{}\\\r\n\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
    r"\ud800-\udfff\U00010000-\U0010ffff]*"
)
_REST = (
    r"|(?P<date>\d{4}-\d{2}-\d{2})|(?P<number>0|[1-9]\d{0,14})"
    rf"|\"(?P<double>{_QUOTED.replace('{}', chr(34))})\""
    rf"|'(?P<single>{_QUOTED.replace('{}', chr(39))})'"
)
_SCALAR = r"(?P<plain>[A-Za-z](?:[\w/.,()'+& -]*[\w/.)+])?)" + _REST
_INNER = r"(?P<plain>[A-Za-z](?:[\w/.()'+& -]*[\w/.)+])?)" + _REST
_KEY = r"(?P<key>[A-Za-z_][\w-]{0,99})"
_END = r" *(?:\r?\n|\Z)"
_LINE = late(rf"{_KEY}:(?: +(?:{_SCALAR}|(?P<flow>[\[{{][^\]}}\r\n]*[\]}}])))?{_END}", re.ASCII)
_SUB = late(rf"(?P<indent> +){_KEY}: +(?:{_SCALAR}){_END}", re.ASCII)
_ITEM = late(rf"(?P<indent> *)- +(?:{_SCALAR}){_END}", re.ASCII)
_PAIR = late(rf" *{_KEY}: +(?:{_INNER}) *[,}}]", re.ASCII)
_ENTRY = late(rf" *(?:{_INNER}) *[,\]]", re.ASCII)
_NOT_TEXT = frozenset("y n yes no on off null none inf nan".split())
_TRUTH = {"true": True, "false": False}


class _Odd(Exception):  # noqa: N818 - no error: the parser is asked instead
    """Something that only a YAML parser can judge."""


def read_plain(text: str, at: int) -> tuple[Any, tuple[Value, ...], tuple[Defect, ...]] | None:
    """What ``read_yaml`` answers, or None where the text is more than plain lines."""
    if not text:
        return {}, (), ()
    data: dict[str, Any] = {}
    values: list[Value] = [Value((), Span(at, at), Span(at, at + len(text)), data)]
    position = 0
    try:
        while position < len(text):
            match = _LINE.match(text, position)
            if match is None:
                return None
            position = _line(match, text, at, data, values)
    except _Odd:
        return None
    return data, tuple(values), ()


def _line(
    match: re.Match[str], text: str, at: int, data: dict[str, Any], values: list[Value]
) -> int:
    """Take one line, and those below it that belong to it; returns where the next one starts."""
    key = _name(match, data)
    row = (key,)
    where = Span(at + match.start("key"), at + match.end("key"))
    end = match.end()
    kind, inner = match.lastgroup, list[Value]()
    if kind == "flow":
        value, span, inner = _flow(match, text, at, row)
    elif kind == "key":
        value, span, inner, end = _block(text, end, at, row)
    else:
        value, span = _scalar(match, at)
    data[key] = value
    values.append(Value(row, where, span, value))
    values.extend(inner)
    return end


def _name(match: re.Match[str], known: dict[str, Any]) -> str:
    key = match["key"]
    if key in known or key.lower() in _NOT_TEXT or key.lower() in _TRUTH:
        raise _Odd
    return key


def _scalar(match: re.Match[str], at: int) -> tuple[Any, Span]:
    kind = match.lastgroup or ""
    value: Any = match[kind]
    start, stop = match.span(kind)
    if kind == "plain":
        low = value.lower()
        if low in _NOT_TEXT:
            raise _Odd
        if low in _TRUTH:
            value = _TRUTH[low] if value == low else _odd()
    elif kind == "number":
        value = int(value)
    elif kind != "date":
        start, stop = start - 1, stop + 1
    return value, Span(at + start, at + stop)


def _odd() -> Any:
    raise _Odd


def _flow(
    match: re.Match[str], text: str, at: int, row: tuple[str]
) -> tuple[Any, Span, list[Value]]:
    """``{key: value, …}`` or ``[value, …]`` of plain values on one line."""
    start, end = match.span("flow")
    mapping, position, mark = text[start] == "{", start + 1, ","
    found: list[re.Match[str]] = []
    while mark == ",":
        entry = (_PAIR if mapping else _ENTRY).match(text, position, end)
        if entry is None:
            raise _Odd
        found.append(entry)
        position = entry.end()
        mark = text[position - 1]
    if position != end:
        raise _Odd
    value, inner = (_pairs if mapping else _entries)(found, at, row)
    return value, Span(at + start, at + end), inner


def _block(text: str, start: int, at: int, row: tuple[str]) -> tuple[Any, Span, list[Value], int]:
    """The indented lines (pairs, or entries behind dashes) under a key; a key with nothing below it
    is odd."""
    found: list[re.Match[str]] = []
    pattern, position = _SUB if _SUB.match(text, start) else _ITEM, start
    while (match := pattern.match(text, position)) is not None:
        if found and match["indent"] != found[0]["indent"]:
            raise _Odd
        found.append(match)
        position = match.end()
    if not found:
        raise _Odd
    read: Callable[..., tuple[Any, list[Value]]] = _pairs if pattern is _SUB else _entries
    value, inner = read(found, at, row)
    return value, Span(at + found[0].end("indent"), at + position), inner, position


def _pairs(
    found: list[re.Match[str]], at: int, row: tuple[str]
) -> tuple[dict[str, Any], list[Value]]:
    data: dict[str, Any] = {}
    values: list[Value] = []
    for match in found:
        key = _name(match, data)
        data[key], span = _scalar(match, at)
        values.append(
            Value(
                (*row, key), Span(at + match.start("key"), at + match.end("key")), span, data[key]
            )
        )
    return data, values


def _entries(found: list[re.Match[str]], at: int, row: tuple[str]) -> tuple[list[Any], list[Value]]:
    rows = [_scalar(match, at) for match in found]
    return [value for value, _ in rows], [
        Value((*row, i), span, span, value) for i, (value, span) in enumerate(rows)
    ]
