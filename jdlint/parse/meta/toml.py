"""TOML front matter: ``tomllib`` reads it, keys are found again line by line for their spans."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator

from jdlint.core.light import Any
from jdlint.core.page import Defect, Value
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Lines, Span
from jdlint.parse.meta.depth import DEEPEST, depth_of

_LINE = late(
    r"^[ \t]*(?:\[\[?[ \t]*(?P<table>[\w.\"'-]+)[ \t]*\]\]?"
    r"|(?P<key>[\w-]+|\"[^\"\r\n]*\"|'[^'\r\n]*')[ \t]*=[ \t]*(?P<value>[^\r\n]*))",
    re.MULTILINE,
)
# a string in a list, and what may stand before it
_STRING = late(r"(?:[\s,\[]|#[^\r\n]*[\r\n])*(\"[^\"\\\r\n]*\"|'[^'\r\n]*')")
_DAY = late(r"=[ \t]*\d{4}-\d\d-\d\d[ \t]*$")
_JULIA_DATE = late(r"^(\w{1,60} = )Date\((\d{4}, ?\d{1,2}, ?\d{1,2})\)(?=[ \t]*\r?$)", re.MULTILINE)
_AT_LINE = late(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


def read_toml(text: str, at: int) -> tuple[Any, tuple[Value, ...], tuple[Defect, ...]]:
    """Data, values and defects of TOML ``text`` that stands at offset ``at`` of its page; dates
    become strings."""
    if "= Date" in text:  # Franklin evaluates what stands between the marks as Julia
        text = _JULIA_DATE.sub(_quoted_date, text)
    try:
        raw = tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
        if depth_of(raw) > DEEPEST:
            raise tomllib.TOMLDecodeError("it is nested too deeply (at line 1, column 1)")
        data = _strings(raw)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, (), (_unparsable(str(error), text, at),)
    return data, tuple(_values(text, at, data)), ()


def _quoted_date(match: re.Match[str]) -> str:
    """A date of Julia as a TOML one, as wide as it was."""
    date = "-".join(part.strip().zfill(2) for part in match[2].split(","))
    return f"{match[1]}{date.ljust(match.end(2) + 1 - match.end(1))}"


def _unparsable(reason: str, text: str, at: int) -> Defect:
    match = _AT_LINE.search(reason)
    words = _AT_LINE.sub("", reason).strip()
    lines = Lines.of(text)
    line = min(
        int(match.group(1)) if match and match.group(1) else len(lines.starts), len(lines.starts)
    )
    start = lines.start(line)
    end = start + len(text[start:].split("\n", 1)[0].rstrip("\r"))
    kind = "duplicate-key" if words.startswith("Cannot overwrite") else "unparsable"
    name = text[start:end].split("=")[0].strip()
    return Defect(
        kind,
        Span(at + start, at + end),
        name if kind == "duplicate-key" else _explained(words, text[start:end]),
    )


# what the parser says, and what a writer can do about it
_WORDS = (
    ("Invalid value", "put the value in quotes"),
    ("Illegal character '\\n'", "a quote is opened and never closed"),
    ("Expected '='", "this line has no “name = value”"),
    ("Expected newline", "something stands behind the value; take it out, or put “#” before it"),
    ("Unclosed array", "a list is opened with “[” and never closed"),
    ("Unescaped '\\'", "write “\\\\” for the backslash, or put the value in single quotes"),
    ("Unterminated string", "a quote is opened and never closed"),
    ('Expected "\'"', "a quote is opened and never closed"),
)


def _explained(words: str, line: str) -> str:
    """What ``tomllib`` says, in words that a writer can act on; its own where we know no better."""
    if words.startswith("Expected newline") and _DAY.search(line):
        return "there is no such date"
    own = words[:1].lower() + words[1:]
    return next((better for known, better in _WORDS if words.startswith(known)), own)


def _strings(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _strings(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_strings(item) for item in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value


def _values(text: str, at: int, data: dict[str, Any]) -> Iterator[Value]:
    table: tuple[str, ...] = ()
    for match in _LINE.finditer(text):
        if match["table"]:
            table = tuple(part.strip("\"' ") for part in match["table"].split("."))
            continue
        path = (*table, match["key"].strip("\"'"))
        found, value = _lookup(data, path)
        if found:
            written = (
                match["value"].rstrip()
                if isinstance(value, dict | list)
                else _scalar_text(match["value"])
            )
            start = at + match.start("value")
            yield Value(
                path,
                Span(at + match.start("key"), at + match.end("key")),
                Span(start, start + len(written)),
                value,
            )
            if isinstance(value, list):
                yield from _entries(text, at, path, match, value)


def _entries(
    text: str, at: int, path: tuple[str, ...], line: re.Match[str], values: list[Any]
) -> Iterator[Value]:
    """The entries of a list of plain strings, where each is written as it is."""
    place = line.start("value")
    for index, value in enumerate(values):
        match = _STRING.match(text, place)
        if not isinstance(value, str) or match is None or match[1][1:-1] != value:
            return
        key = Span(at + line.start("key"), at + line.end("key"))
        yield Value((*path, index), key, Span(at + match.start(1), at + match.end(1)), value)
        place = match.end()


def _scalar_text(written: str) -> str:
    """A value as written, without the comment behind it."""
    quoted = re.match(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", written)
    return quoted.group() if quoted else written.split("#")[0].rstrip()


def _lookup(data: Any, path: tuple[str, ...]) -> tuple[bool, Any]:
    for key in path:
        if not isinstance(data, dict) or key not in data:
            return False, None
        data = data[key]
    return True, data
