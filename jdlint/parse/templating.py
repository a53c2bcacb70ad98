"""Hide templating from the Markdown parser: same length, no meaning.

Liquid, ERB, Hugo shortcodes, MDX expressions and kramdown attribute lists are replaced by control
characters, so that every offset stays. What prints something becomes ``SHOWN`` (a hidden word in
prose), what prints nothing ``SILENT``. A template's comments (Liquid, Jinja, Handlebars, kramdown,
“[comment]: <>”) are not published: they print nothing, whatever stands in them.
"""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.parse.nesting import shallow

SHOWN = "\x01"
SILENT = "\x02"
MARKS = late("\x01+|\x02+")

_LONE_CR = late(r"\r(?!\n)")
_COMMENT = r"\{/\*|\{%-?[ \t]*comment\b|\{#-?(?=\s)|\{::comment\b|\{\{!--"
_OPENER = late(rf"{_COMMENT}|<%|\{{\{{|\{{%|\{{:")
_MDX_OPENER = late(rf"{_COMMENT}|<%|\{{")
# a definition that defines nothing; with a bracket inside its text it would be printed
_DEFINED = late(
    r"^ {0,3}\[(?:comment|//|_)[^\]\n]{0,60}\]:[ \t]*(?:<>|#)[ \t]*[(\"'][^\n]*", re.M | re.I
)
_MDX_LINE = late(r"^(?:import|export)\b[^\r\n]*", re.MULTILINE)
_CLOSER = {"<%": "%>", "{{": "}}", "{%": "%}", "{:": "}", "{": "}"}
# what ends a comment, and the mark behind it
_ENDS = {
    "{/": ("*/}", "*/}"),
    "{%": ("endcomment", "%}"),
    "{#": ("#}", "#}"),
    "{:": ("{:/", "}"),
    "{{": ("--}}", "}}"),
}
_LONGEST_COMMENT = 20_000
_LONGEST = {"<%": 20_000, "{{": 2_000, "{%": 2_000, "{:": 300, "{": 2_000}


def mask(text: str, start: int, *, mdx: bool = False) -> tuple[str, tuple[Span, ...]]:
    """``text`` with templating replaced (line ends become LF) and the spans that were replaced.

    What stands before ``start`` (the front matter) becomes blank lines, so that offsets are those
    of the whole text.
    """
    text = _LONE_CR.sub("\n", text) if "\r" in text else text
    blank = "\n" * start
    spans = _templating(text, start, mdx=mdx) if mdx or "{" in text or "<%" in text else []
    if "]:" in text and (defined := [Span(*m.span()) for m in _DEFINED.finditer(text, start)]):
        spans = _apart(sorted((*spans, *defined)))
    if not spans:
        return shallow(blank + text[start:], SILENT), ()
    parts, at = [blank], start
    for span in spans:
        parts.append(text[at : span.start])
        parts.append(_filler(text[span.start : span.end]))
        at = span.end
    parts.append(text[at:])
    return shallow("".join(parts), SILENT), tuple(spans)


def _filler(code: str) -> str:
    """As many code points as ``code`` has: the parser's byte ranges are read back against the
    masked text."""
    shown = code.startswith(("{{", "<%=")) and not code.startswith(
        ("{{toc", "{{TOC", "{{/*", "{{!")
    )
    return (SHOWN if shown else SILENT) * len(code)


def _templating(text: str, start: int, *, mdx: bool) -> list[Span]:
    spans = [Span(*match.span()) for match in _MDX_LINE.finditer(text, start)] if mdx else []
    at, closers = start, _Closers(text)
    for match in (_MDX_OPENER if mdx else _OPENER).finditer(text, start):
        opener = match.group()
        if match.start() < at:
            continue
        if len(opener) > 2 or opener == "{#":
            end = _comment_end(opener[:2], match.end(), closers)
            if end >= 0:
                at = end
                spans.append(Span(match.start(), end))
                continue
            if opener not in _CLOSER:
                opener = opener[:2]
        if opener not in _CLOSER:
            continue
        end = closers.after(_CLOSER[opener], match.end())
        if not 0 <= end <= match.end() + _LONGEST[opener]:
            continue
        if opener == "{:" and "\n" in text[match.end() : end]:
            continue
        at = end + len(_CLOSER[opener])
        spans.append(Span(match.start(), at))
    return _apart(sorted(spans))


def _comment_end(opener: str, at: int, closers: _Closers) -> int:
    """Where a comment ends that is open at an offset; -1 where it is never closed."""
    mark, last = _ENDS[opener]
    end = closers.after(mark, at)
    if not 0 <= end <= at + _LONGEST_COMMENT:
        return -1
    closed = closers.text.find(last, end, end + 40)
    return closed + len(last) if closed >= 0 else -1


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


class _Closers:
    """Where marks stand next; what was found is kept, so that many openers are one search."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[str, int] = {}

    def after(self, mark: str, at: int) -> int:
        """The first place of a mark from an offset on, or -1; offsets may only rise."""
        found = self.known.get(mark)
        if found is None or 0 <= found < at:
            found = self.known[mark] = self.text.find(mark, at)
        return found
