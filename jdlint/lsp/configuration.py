"""What is wrong with a configuration while it is written."""

from __future__ import annotations

from jdlint.config.validate import placed_errors
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.patterns import regex as re
from jdlint.core.text import Position, Source, Span
from jdlint.io.shipped import data_folder

_PLACE = re.late(r":(\d+):(\d+): ")


def findings(file: str, text: str) -> tuple[Diagnostic, ...]:
    """The errors of a configuration, at their places."""
    schema = data_folder("schemas") / "config.schema.json"
    _, errors = placed_errors(text.encode("utf-8", "surrogatepass"), file, schema)
    return tuple(_finding(file, text, error) for error in errors[:100])


def _finding(file: str, text: str, error: str) -> Diagnostic:
    source = Source(file, text)
    match = _PLACE.search(error)
    line, column = (int(match[1]), int(match[2])) if match else (1, 1)
    line = min(line, len(source.lines.starts))
    words = error[match.end() :] if match else error
    whole = source.line_span(line)
    start = min(whole.start + column - 1, whole.end)
    span = Span(start, max(start, whole.end))
    places = Position(line, start - whole.start + 1), source.position(span.end)
    return Diagnostic("configuration", "error", words, file, span, *places)
