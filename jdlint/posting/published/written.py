"""A value as text, each letter with its place in the file: through JSON's escapes, XML's entities
and CDATA."""

from __future__ import annotations

from html import unescape
from json import loads

from jdlint.core.patterns import regex as re
from jdlint.core.text import Source
from jdlint.parse.converted.mapped import Mapped, Piece
from jdlint.posting.published.nodes import Node

# a pair of halves is one letter
_ESCAPE = re.late(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u.{4}|\\.")
_HALF = re.late(r"[\ud800-\udfff]")
_REFERENCE = re.late(r"&#?\w{1,40};")
_OPEN, _CLOSE = "<![CDATA[", "]]>"


def written(source: Source, node: Node) -> Mapped | None:
    """The text of a value with a map to the file; None where the file does not say it as it is,
    as a page's Microdata may not."""
    raw, at = source.slice(node.span), node.span.start
    if raw.startswith('"'):
        pieces = list(_of_json(raw, at))
    elif _OPEN in raw or "&" in raw:
        pieces = list(_of_xml(raw, at))
    else:
        pieces = [Piece(raw, at, node.span.end)]
    mapped = Mapped(source.text, pieces, "markdown")
    return mapped if mapped.text.strip() == str(node.value).strip() else None


def _of_json(raw: str, at: int) -> list[Piece]:
    made, done, end = [], 1, len(raw) - 1
    for match in _ESCAPE.finditer(raw, 1, end):
        made.append(Piece(raw[done : match.start()], at + done, at + match.start()))
        letter = _HALF.sub("\ufffd", loads(f'"{match[0]}"'))
        made.append(Piece(letter, at + match.start(), at + match.end()))
        done = match.end()
    return [*made, Piece(raw[done:end], at + done, at + end)]


def _of_xml(raw: str, at: int) -> list[Piece]:
    made, done = list[Piece](), 0
    while done < len(raw):
        opens = raw.find(_OPEN, done)
        closes = raw.find(_CLOSE, opens) if opens >= 0 else -1
        if closes < 0:
            return [*made, *_of_references(raw[done:], at + done)]
        made += _of_references(raw[done:opens], at + done)
        start = opens + len(_OPEN)
        made.append(Piece(raw[start:closes], at + start, at + closes))
        done = closes + len(_CLOSE)
    return made


def _of_references(raw: str, at: int) -> list[Piece]:
    made, done = [], 0
    for match in _REFERENCE.finditer(raw):
        made.append(Piece(raw[done : match.start()], at + done, at + match.start()))
        made.append(Piece(unescape(match[0]), at + match.start(), at + match.end()))
        done = match.end()
    return [*made, Piece(raw[done:], at + done, at + len(raw))]
