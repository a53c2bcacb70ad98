"""A comment that silences one finding: where it goes, proven on the page that it makes."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit
from jdlint.core.page import Page
from jdlint.core.text import Source, Span
from jdlint.fix.edits import applied
from jdlint.fix.structure import same_outside
from jdlint.parse import parse
from jdlint.parse.suppressions import ignores_of

REASON = "say here why"


def silence(path: str, text: str, offset: int, rule: str, reason: str = REASON) -> Edit | None:
    """The insertion that makes one rule silent at an offset (in code points).

    The comment stands at the end of the line where it can; else on a line of its own above, for the
    next block. None where no comment would be read (within a value of several lines, code in a
    list). ``path`` tells Markdown from MDX; ``reason`` is kept to one line.
    """
    source = Source(path, text)
    page = parse(source)
    line = source.position(offset).line
    said = f"{rule}: {_plain(reason) or REASON}"
    for edit in _places(page, line, offset, said):
        after = applied(text, [edit])
        if same_outside(text, after, [edit], mdx=path.endswith(".mdx")):
            moved = len(edit.text) if edit.span.start <= offset else 0
            seen = parse(Source(path, after))
            if _holds(seen, seen.source.position(offset + moved).line, rule):
                return edit
    return None


def _places(page: Page, line: int, offset: int, said: str) -> Iterator[Edit]:
    """Where the comment might go, the best place first."""
    source = page.source
    span = source.line_span(line)
    eol = "\r\n" if "\r\n" in source.text else "\n"
    if page.meta.format and offset < page.meta.span.end:
        yield _inserted(span.end, f"  # jdlint-ignore {said}")
        yield _inserted(span.start, f"{_indent(source, span)}# jdlint-ignore {said}{eol}")
        return
    begins, ends = ("{/*", "*/}") if page.path.endswith(".mdx") else ("<!--", "-->")
    if not any(heading.line.start <= span.start < heading.line.end for heading in page.headings):
        yield _inserted(span.end, f" {begins} jdlint-ignore-line {said} {ends}")
    above = f"{begins} jdlint-ignore {said} {ends}{eol}"
    for block in sorted(_blocks(page, span), key=lambda block: block.start, reverse=True):
        start = source.line_span(source.position(block.start).line).start
        yield _inserted(start, above)
        yield _inserted(start, above + eol)
    first = line
    while first > 1 and source.slice(source.line_span(first - 1)).strip():
        first -= 1
    start = source.line_span(first).start  # of a table
    yield _inserted(start, above)
    yield _inserted(start, above + eol)


def _blocks(page: Page, line: Span) -> Iterator[Span]:
    """The blocks that hold a line."""
    spans = (
        *(heading.line for heading in page.headings),
        *(block.span for block in page.blocks),
        *(block.span for block in page.lists),
        *page.code,
    )
    return (span for span in spans if span.start <= line.end and line.start <= span.end)


def _inserted(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)


def _indent(source: Source, span: Span) -> str:
    words = source.slice(span)
    return words[: len(words) - len(words.lstrip(" \t"))]


def _plain(reason: str) -> str:
    """A reason that neither ends its comment nor opens another."""
    for mark in ("-->", "--", "*/", "<!", "{/"):
        reason = reason.replace(mark, " ")
    return " ".join("".join(c if c.isprintable() else " " for c in reason).split()).strip(" -:>")


def _holds(page: Page, line: int, rule: str) -> bool:
    """Whether a comment of a page names a rule and speaks for a line."""
    return any(
        ignore.kind not in ("end", "unknown", "slip")
        and ignore.first <= line <= ignore.last
        and any(name.text == rule for name in ignore.names)
        for ignore in ignores_of(page)
    )
