"""Comments that silence rules: what they say, and for which lines of their page.

``<!-- jdlint-ignore RULE: reason -->`` speaks for the next block, ``jdlint-ignore-line`` for its
own line, ``-file`` for the page, ``-start`` and ``-end`` for what lies between; ``# jdlint-ignore
RULE: reason`` in front matter for its line, or for the next one where it stands alone. RULE is one
or more names of rules or groups with commas between; none means all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.core.light import NamedTuple
from jdlint.core.page import Comment, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import cached_property

MARK = "jdlint-"
LAST = 1 << 31  # a line after all others
KINDS = (
    "jdlint-ignore",
    "jdlint-ignore-line",
    "jdlint-ignore-file",
    "jdlint-ignore-start",
    "jdlint-ignore-end",
)
_MOST = 1_000  # comments of a page that are read
_UNKNOWN = re.late(r"jdlint-[\w-]*")
_WORDS = re.late(r"jdlint-ignore(-line|-file|-start|-end)?(?![\w-])[ \t\r\n]*")
_NAMES = re.late(r"\w[\w-]*(?:/[\w-]+)?(?:[ \t]*,[ \t]*\w[\w-]*(?:/[\w-]+)?)*")
_NAME = re.late(r"[\w/-]+")
_REASON = re.late(r"[ \t\r\n]*(?::|--+|–|—)?[ \t\r\n]*")
# what stands where a name or the end should: any other mark, or a colon before what is a name
_SLIP = re.late(r"(?![-\w–—:]).|-(?!-)|:[ \t]*(?:[\w-]+/[\w-]+|[\w-]+[ \t]*(?:,|\Z))", re.DOTALL)


class Name(NamedTuple):
    """A name in a comment, as written, and where it stands."""

    text: str
    span: Span


class Ignore(NamedTuple):
    """One comment: lines ``first`` to ``last`` (1-based, both included) are silent for ``names``
    (none: for all rules)."""

    kind: str
    span: Span
    first: int
    last: int
    names: tuple[Name, ...]
    reason: bool


def ignores_of(page: Page) -> tuple[Ignore, ...]:
    """The comments of a page that silence rules, in order."""
    if MARK not in page.source.text:
        return ()
    comments = (comment for comment in _comments(page) if comment.text.lstrip().startswith(MARK))
    ends = _Ends(page)
    found = [_read(comment, page, ends) for comment in islice(comments, _MOST)]
    return _paired(
        sorted((ignore for ignore in found if ignore is not None), key=lambda ignore: ignore.span)
    )


def _comments(page: Page) -> Iterator[Comment]:
    yield from page.comments
    if page.path.endswith(".mdx"):
        for span in page.hidden:
            yield from _mdx_comments(page.source.text, span)


def _mdx_comments(text: str, span: Span) -> Iterator[Comment]:
    """What stands in ``{/* … */}`` within a hidden span."""
    start = span.start
    while (opened := text.find("{/*", start, span.end)) >= 0:
        closed = text.find("*/}", opened + 3, span.end)
        if closed < 0:
            return
        start = closed + 3
        yield Comment(Span(opened, start), text[opened + 3 : closed])


def _read(comment: Comment, page: Page, ends: _Ends) -> Ignore | None:
    text = page.source.text
    at = text.find(comment.text, comment.span.start, comment.span.end)
    at += len(comment.text) - len(comment.text.lstrip())
    head = _WORDS.match(text, at, comment.span.end)
    if head is None:
        odd = _UNKNOWN.match(text, at, comment.span.end)
        return (
            Ignore("unknown", comment.span, 1, 0, (Name(odd.group(), Span(*odd.span())),), True)
            if odd
            else None
        )
    stop = at + len(comment.text.strip())
    slip = _SLIP.match(text[head.end() : stop])
    if slip is not None:
        wrong = Name(text[head.end() : stop], Span(head.start(), stop))
        return Ignore("slip", comment.span, 1, 0, (wrong,), True)
    listed = _NAMES.match(text, head.end(), stop)
    names = (
        tuple(Name(m.group(), Span(*m.span())) for m in _NAME.finditer(text, *listed.span()))
        if listed
        else ()
    )
    gap = _REASON.match(text, listed.end() if listed else head.end(), stop)
    kind = (head.group(1) or "-next")[1:]
    first, last = _lines(kind, comment.span, page, ends)
    return Ignore(kind, comment.span, first, last, names, bool(gap and gap.end() < stop))


def _lines(kind: str, span: Span, page: Page, ends: _Ends) -> tuple[int, int]:
    """The lines that a comment speaks for; of a pair, from where it stands."""
    source = page.source
    line = source.position(span.start).line
    if kind == "file":
        return 1, LAST
    if kind == "line":
        return line, line
    if kind in ("start", "end"):
        return line, LAST
    if span.start < page.meta.span.end:
        alone = not source.text[source.lines.start(line) : span.start].strip()
        return (line + 1, line + 1) if alone else (line, line)
    return ends.next_block(source.position(max(span.end - 1, span.start)).line)


class _Ends:
    """The last line of each block whose end is known, by its first line; found out when it is first
    asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._known = (
            0,
            0,
        )  # lines of which the last one is known: many comments stand in one block

    def next_block(self, line: int) -> tuple[int, int]:
        """The lines of the block that follows a line: a list, code or heading as a whole, else up
        to a blank line."""
        count = len(self.page.source.lines.starts)
        first = line + 1
        while first <= count and self._blank(first):
            first += 1
        if first in self.lines or first > count:
            return first, self.lines.get(first, first)
        begin, last = self._known
        if not begin <= first <= last:
            last = first
            while last < count and not self._blank(last + 1):
                last += 1
            self._known = (first, last)
        return first, last

    def _blank(self, line: int) -> bool:
        source = self.page.source
        return not source.slice(source.line_span(line)).strip()

    @cached_property
    def lines(self) -> dict[int, int]:
        position, found = self.page.source.position, dict[int, int]()
        for span in self._blocks():
            first, last = position(span.start).line, position(max(span.end - 1, span.start)).line
            found[first] = max(last, found.get(first, 0))
        return found

    def _blocks(self) -> Iterator[Span]:
        page = self.page
        for block in page.lists:
            yield block.span
            yield from (item.span for item in block.items)
        yield from (heading.line for heading in page.headings)
        yield from (block.span for block in page.blocks if block.kind in ("paragraph", "quote"))
        yield from page.code


def _paired(found: list[Ignore]) -> tuple[Ignore, ...]:
    """The comments with each ``-start`` ended by the next ``-end`` that names the same, or names
    nothing."""
    rows: list[Ignore] = []
    opened: list[int] = []
    named: dict[frozenset[str], list[int]] = {}
    for ignore in found:
        names = frozenset(name.text for name in ignore.names)
        if ignore.kind == "start":
            opened.append(len(rows))
            named.setdefault(names, []).append(len(rows))
        elif ignore.kind == "end":
            index = _last_open(named.get(names, []) if names else opened, rows)
            # an end that ends nothing has no lines
            ignore = ignore._replace(last=0 if index < 0 else ignore.first)
            if index >= 0:
                rows[index] = rows[index]._replace(last=ignore.first)
        rows.append(ignore)
    return tuple(rows)


def _last_open(starts: list[int], rows: list[Ignore]) -> int:
    """The last of some starts that has no end yet, -1 where there is none; it and those after it
    leave the list."""
    while starts:
        index = starts.pop()
        if rows[index].last == LAST:
            return index
    return -1


def without(text: str, ignore: Ignore, name: Name | None = None) -> tuple[Span, str]:
    """The edit (a span and its new text) that takes one name out of a comment, or the whole
    comment."""
    if name is not None and len(ignore.names) > 1:
        return _name_span(ignore, name), ""
    return _comment_span(text, ignore.span), ""


def _name_span(ignore: Ignore, name: Name) -> Span:
    index = ignore.names.index(name)
    if index + 1 < len(ignore.names):
        return Span(name.span.start, ignore.names[index + 1].span.start)
    return Span(ignore.names[index - 1].span.end, name.span.end)


def _comment_span(text: str, span: Span) -> Span:
    """A comment with the white space that goes with it: its line where it stands alone, else the
    space beside it."""
    start, end = span
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    opens, closes = start == 0 or text[start - 1] in "\r\n", end == len(text) or text[end] in "\r\n"
    if not opens:
        return Span(start, end if closes else span.end)
    if not closes:
        return Span(span.start, end)
    if text[span.start] == "#":
        return Span(start, _line_end(text, end))
    after = _line_end(text, end)
    blank_before = start == 0 or _blank_before(text, start)
    blank_after = after == len(text) or text[after] in "\r\n"
    if not blank_before and not blank_after:
        return Span(start, end)  # the empty line keeps apart what the comment kept apart
    if blank_before and after == len(text) and start > 0:
        return Span(_blank_line_start(text, start), after)
    return Span(start, _line_end(text, after) if blank_before and blank_after else after)


def _blank_line_start(text: str, end: int) -> int:
    """Where the blank line that ends at an offset starts."""
    return end - 2 if text.startswith("\r\n", end - 2) else end - 1


def _line_end(text: str, at: int) -> int:
    """Where the line after the line end at an offset starts."""
    if text.startswith("\r\n", at):
        return at + 2
    return min(at + 1, len(text))


def _blank_before(text: str, start: int) -> bool:
    before = text[max(start - 4, 0) : start].replace("\r\n", "\n").replace("\r", "\n")
    return before.endswith("\n\n") or before == "\n"
