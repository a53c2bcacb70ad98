"""Whether edits leave a page as it is outside their spans: its Markdown structure, its front
matter.

Elements that lie within an edit are the edit's own affair; all others must follow each other as
before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import pyromark

from jdlint.core.diagnostic import Edit
from jdlint.core.light import Any
from jdlint.core.page import FrontMatter, Value
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.parse.meta.front_matter import parse_meta
from jdlint.parse.prose import Offsets, offsets
from jdlint.parse.pulldown import OPTIONS
from jdlint.parse.templating import mask

_SPACE = re.late(r"[ \t\r\n]*")
_REFERENCES = frozenset(
    (
        "Reference",
        "ReferenceUnknown",
        "Collapsed",
        "CollapsedUnknown",
        "Shortcut",
        "ShortcutUnknown",
    )
)
_LIST, _LIST_END = {"Start": {"List": None}}, {"End": {"List": False}}  # bullets
Token = tuple[Any, ...]


def moved(edits: Sequence[Edit]) -> list[Span]:
    """Where the texts of edits (in order, not overlapping) stand once they are made."""
    spans, shift = [], 0
    for edit in edits:
        start = edit.span.start + shift
        spans.append(Span(start, start + len(edit.text)))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return spans


def same_outside(before: str, after: str, edits: Sequence[Edit], *, mdx: bool = False) -> bool:
    """Whether ``after``, made from ``before`` by edits (in order), is the same page outside their
    spans."""
    old, new = _Spans([edit.span for edit in edits]), _Spans(moved(edits))
    (old_meta, old_start), (new_meta, new_start) = parse_meta(before), parse_meta(after)
    if not _same_meta(old_meta, new_meta, old, new):
        return False
    # front matter that ends the file without a line end takes in what is put behind it
    unended = old_start == len(before) and before[-1:] not in ("\n", "\r")
    in_meta = [edit for edit in edits if edit.span.start < old_start or unended]
    if in_meta and in_meta[-1].span.end > old_start:
        return False
    shift = sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in in_meta)
    if not old_meta.defects and new_start != old_start + shift:
        return False
    pairs = zip_longest(
        _tokens(before, old_start, old, mdx=mdx), _tokens(after, new_start, new, mdx=mdx)
    )
    return all(a == b for a, b in pairs)  # the first that differs ends it


class _Spans:
    """Edited spans, in order and not overlapping."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.starts = [span.start for span in spans]

    def hold(self, start: int, end: int) -> bool:
        """Whether one span holds all of a range that is not empty."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and start < end <= self.spans[index].end

    def touch(self, start: int, end: int) -> bool:
        """Whether a span overlaps a range or stands at its edge."""
        index = bisect_right(self.starts, end) - 1
        return index >= 0 and self.spans[index].end >= start

    def outside(self, text: str, start: int, end: int) -> Iterator[str]:
        """The parts of a range of the text that no span covers."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        for span in self.spans[index:]:
            if span.start >= end:
                break
            yield text[start : max(span.start, start)]
            start = max(start, span.end)
        yield text[start:end]


def _same_meta(old: FrontMatter, new: FrontMatter, before: _Spans, after: _Spans) -> bool:
    if old.defects:
        return len(new.defects) <= len(old.defects)
    if new.defects or new.format != old.format:
        return False
    return _rows(old, before) == _rows(new, after)


def _rows(meta: FrontMatter, spans: _Spans) -> list[Token]:
    """The values that no edit holds; what an edit touches may have any key or value, but must be
    there."""
    return [_row(value, spans) for value in meta.values if not _held(value, spans)]


def _held(value: Value, spans: _Spans) -> bool:
    return spans.hold(min(value.key.start, value.span.start), max(value.span.end, value.key.end))


def _row(value: Value, spans: _Spans) -> Token:
    key = None if not value.path or spans.touch(*value.key) else value.path[-1]
    plain = not isinstance(value.value, dict | list)
    kind = "scalar" if plain else type(value.value).__name__
    shown = repr(value.value) if plain and not spans.touch(*value.span) else ""
    return len(value.path), key, kind, shown


def _tokens(text: str, start: int, spans: _Spans, *, mdx: bool) -> Iterator[Token]:
    """What a reader's browser would be told of a page outside the spans, in order."""
    masked, _ = mask(text, start, mdx=mdx)
    at = offsets(masked)
    words: list[str] = []
    for event, where in _one_list(pyromark.events_with_range(masked, options=OPTIONS), at, spans):
        begin, end = where["start"], where["end"]
        if at is not None:
            begin, end = at(begin), at(end)
        token = _token(event, begin, end, masked, spans, words)
        if token is not None:
            if said := " ".join("".join(words).split()):
                yield "text", said
            words.clear()
            yield token
    if said := " ".join("".join(words).split()):
        yield "text", said


def _one_list(events: Any, at: Offsets | None, spans: _Spans) -> Iterator[Any]:
    """The events without the end of a list and the start of the next one where that one’s first
    mark lies in an edit: another mark joins the two."""
    last: Any = None
    for row in events:
        if last is not None:
            begin = row[1]["start"] if at is None else at(row[1]["start"])
            if row[0] == _LIST and spans.hold(begin, begin + 1):
                last = None
                continue
            yield last
        last = row if row[0] == _LIST_END else None
        if last is None:
            yield row
    if last is not None:
        yield last


def _token(
    event: Any, begin: int, end: int, text: str, spans: _Spans, words: list[str]
) -> Token | None:
    """The token of an event; None where it only adds to the words, or lies within an edit."""
    if event.__class__ is str:
        if event == "Rule":
            return None if _within(text, begin, end, spans) else ("rule",)
        words.append(" ")
        return None if spans.touch(begin, end) else (event,)
    kind, value = next(iter(event.items()))
    if kind == "Text":
        words.extend(spans.outside(text, begin, end))
        return None
    if _within(text, begin, end, spans):
        return None
    if kind in ("Start", "End"):
        return kind, *_element(value, spans.touch(begin, end))
    return kind, " ".join("".join(spans.outside(text, begin, end)).split())


def _within(text: str, begin: int, end: int, spans: _Spans) -> bool:
    """Whether an edit holds an element; white space around it does not count."""
    match = _SPACE.match(text, begin, end)
    begin = match.end() if match else begin
    while end > begin and text[end - 1] in " \t\r\n":
        end -= 1
    return spans.hold(begin, end)


def _element(value: Any, touched: bool) -> Token:
    """The name of an element and what it says of itself; an edit inside may change that, but not
    its kind."""
    if value.__class__ is str:
        return (value,)
    name, data = next(iter(value.items()))
    if name in ("Link", "Image"):
        reference = data["link_type"] in _REFERENCES
        return (name, None if touched or reference else (data["dest_url"], data["title"]))
    if name == "Heading" and data.__class__ is dict:
        return (name, data["level"], None if touched else data["id"])
    if name == "List":
        return (
            name,
            data is None if touched or data is None or data is False or data is True else data,
        )
    return (name, None if touched else repr(data))
