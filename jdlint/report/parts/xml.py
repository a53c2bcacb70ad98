"""XML without a library: elements with attributes, every character of the text either legal or
written out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from jdlint.report.parts.plain import safe


def element(
    name: str, attributes: Mapping[str, object], children: Iterable[str] = (), text: str = ""
) -> str:
    """One element, indented; ``children`` are elements, ``text`` is escaped."""
    given = "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())
    inner = "".join("\n" + _indented(child) for child in children)
    if not inner and not text:
        return f"<{name}{given}/>"
    end = "\n" if inner else ""
    return f"<{name}{given}>{escape(safe(text), quote=False)}{inner}{end}</{name}>"


def _indented(text: str) -> str:
    # only lines that open an element move: text of an element keeps its lines as they are
    return "\n".join(
        f" {line}" if line.lstrip().startswith("<") else line for line in text.split("\n")
    )


def _value(value: object) -> str:
    # a line end in an attribute would be read as a space
    return (
        escape(safe(str(value))).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    )


def join(root: str) -> str:
    """A whole document."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'
