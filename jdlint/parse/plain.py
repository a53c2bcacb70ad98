"""Front matter of nothing but ``key: value`` lines, read without a YAML parser.

Most job pages have no more than that, and reading it here spares a run on one page the import of PyYAML. Any line that
could mean anything else to YAML sends the whole to the parser: a property test proves that both agree.
"""

from __future__ import annotations

import re
from typing import Any

from jdlint.page import Defect, Value
from jdlint.text import Span

# a letter first, and no mark that YAML knows: such a value is a text for sure, but for the words below
_LINE = re.compile(
    r"([A-Za-z_][\w-]*):(?: +(?:(?P<plain>[A-Za-z][\w/.,()'+ -]*[\w/.)+]|[A-Za-z])|(?P<date>\d{4}-\d{2}-\d{2})|(?P<number>[1-9]\d{0,14})"
    r"|\"(?P<double>[^\"\\\r\n\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\U00010000-\U0010ffff]*)\"))? *(?:\r?\n|\Z)",
    re.ASCII,
)
_NOT_TEXT = frozenset("y n yes no true false on off null none inf nan".split())


def read_plain(text: str, at: int) -> tuple[Any, tuple[Value, ...], tuple[Defect, ...]] | None:
    """What ``read_yaml`` answers, or None where the text is more than plain lines."""
    data: dict[str, Any] = {}
    values: list[Value] = []
    position, end = 0, len(text)
    while position < end:
        match = _LINE.match(text, position)
        if match is None or match[1] in data or match[1].lower() in _NOT_TEXT:
            return None
        kind = match.lastgroup
        if kind is None:
            return None
        value: Any = match[kind]
        if kind == "plain" and value.lower() in _NOT_TEXT:
            return None
        start, stop = match.span(kind)
        if kind == "double":
            start, stop = start - 1, stop + 1
        elif kind == "number":
            value = int(value)
        data[match[1]] = value
        values.append(Value((match[1],), Span(at + match.start(1), at + match.end(1)), Span(at + start, at + stop), value))
        position = match.end()
    root = Value((), Span(at, at), Span(at, at + end), data)
    return data, (root, *values), ()
