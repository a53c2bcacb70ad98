"""Every span of a page and of what is said of it slices back to what it names."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator

from jdlint.core.diagnostic import Diagnostic, Finding
from jdlint.core.page import HIDDEN, Page
from jdlint.core.text import Position, Source, Span

_LETTERS = re.compile(r"\w")
_ODD = re.compile(r"[&\\\x00\r\n<]")  # what is written in another way than it reads


def of_page(page: Page) -> Iterator[str]:
    """What is crooked in the rows of a page, in words."""
    text = page.source.text
    for name, span in _spans(page):
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{name} at {span} of a text of {len(text)}"
    yield from _prose(page)
    for link in page.links:
        written = page.source.slice(link.target)
        if written and not _ODD.search(page.source.slice(link.span)) and written != link.url:
            yield f"a link to {link.url!r} is written {written!r}"
    for comment in page.comments:
        if comment.text not in page.source.slice(comment.span):
            yield f"the comment {comment.text!r} stands not at {comment.span}"
    for rows in page.lists:
        for item in rows.items:
            if not re.match(r"[-*+]|\d{1,9}[.)]|<li\b", text[item.start : item.end]):
                yield f"an item opens with {text[item.start : item.marker_end]!r}"
    for spans in (page.code, page.hidden):
        if any(a.end > b.start for a, b in itertools.pairwise(spans)):
            yield "code or hidden spans overlap"
    for value in page.meta.values:
        key = page.source.slice(value.key)
        if (
            value.path
            and isinstance(value.path[-1], str)
            and re.fullmatch(r"[A-Za-z][\w-]*", key)
            and key != value.path[-1]
        ):
            yield f"the key {value.path[-1]!r} is written {key!r}"


def _spans(page: Page) -> Iterator[tuple[str, Span]]:
    for heading in page.headings:
        yield from (("heading", heading.span), ("heading", heading.line))
    yield from (("section", section.span) for section in page.sections)
    yield from (("block", block.span) for block in page.blocks)
    for rows in page.lists:
        yield "list", rows.span
        for item in rows.items:
            yield from (("item", item.span), ("marker", item.marker))
    for link in page.links:
        yield from (("link", link.span), ("target", link.target), ("label", link.label))
    yield from (("comment", comment.span) for comment in page.comments)
    yield from (("code", span) for span in page.code)
    yield from (("hidden", span) for span in page.hidden)
    for value in page.meta.values:
        yield from (("key", value.key), ("value", value.span))
    yield from (("defect", defect.span) for defect in page.meta.defects)


def _prose(page: Page) -> Iterator[str]:
    prose, text = page.prose, page.source.text
    for index, start in enumerate(prose.starts):
        end = prose.starts[index + 1] if index + 1 < len(prose.starts) else len(prose.text)
        piece = prose.text[start:end]
        source = text[prose.source_starts[index] : prose.source_ends[index]]
        if piece in (HIDDEN, " ", "\n\n") or HIDDEN in piece or source[:1] in "&\\":
            continue
        if piece != source and "\0" not in source:
            yield f"the words {piece[:80]!r} are written {source[:80]!r}"


def of_finding(finding: Finding, source: Source) -> Iterator[str]:
    """Whether what a finding shows as found stands where it points."""
    found, written = finding.values.get("found", ""), source.slice(finding.span)
    # an address, a tag or a comment inside is not among the words that are shown
    each = [_letters(text) for text in (written, html.unescape(written))]
    if not any(
        _within(_letters(found), there) or _within(there, _letters(found)) for there in each
    ):
        yield f"found {found[:60]!r} where {written[:60]!r} stands"


def _within(few: str, many: str) -> bool:
    """Whether letters stand among others in the same order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).replace("_", "").casefold()


def of_diagnostic(d: Diagnostic, source: Source) -> Iterator[str]:
    """Whether a diagnostic's spans lie in its page and its lines and columns say the same."""
    places = [("it", d.span, d.start, d.end)]
    places += [("an edit", e.edit.span, e.start, e.end) for e in d.edits]
    for name, span, start, end in places:
        if not 0 <= span.start <= span.end <= len(source.text):
            yield f"{d.rule}: {name} lies at {span} of a text of {len(source.text)}"
        elif (start, end) != (_position(source, span.start), _position(source, span.end)):
            yield f"{d.rule}: {name} at {span} is said to be {start} to {end}"
    spans = sorted(e.edit.span for e in d.edits)
    if any(a.end > b.start for a, b in itertools.pairwise(spans)):
        yield f"{d.rule}: its edits overlap"
    for other in d.related:
        if other.end < other.start or min(*other.start, *other.end) < 1:
            yield f"{d.rule}: a related place from {other.start} to {other.end}"


def _position(source: Source, offset: int) -> Position:
    """Line and column counted anew: what stands before, split at the three ends of a line."""
    before = source.text[:offset]
    if before.endswith("\r") and source.text[offset : offset + 1] == "\n":
        before = before[:-1] + " "  # between the two halves of one line end
    lines = re.split(r"\r\n|\r|\n", before)
    return Position(len(lines), len(lines[-1]) + 1)
