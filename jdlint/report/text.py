"""The report for a writer at a terminal: the line with the words marked, what is wrong, why, what
to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.diff import changes, split_lines
from jdlint.core.text import Source
from jdlint.report import Given, Look, chosen
from jdlint.report.parts.calm import calm, others
from jdlint.report.parts.plain import counted, printable
from jdlint.report.parts.summary import summary
from jdlint.report.parts.terminal import columns, head, tail, visible, wrapped

_COLOURS = {
    "error": "31;1",
    "warning": "33;1",
    "note": "36;1",
    "dim": "2",
    "bold": "1",
    "good": "32",
}
_WIDTH = 110  # of an excerpt where nobody says how wide lines may be
_GUTTER = 8  # cells before an excerpt: the number of its line, a bar
_INDENT = 6
_LONG = 160  # letters of a fix that is shown whole
_BEFORE = 30  # cells of a long line that are shown before the marked words, at most
Paint = Callable[[str, str], str]


def render(report: Report, given: Given) -> str:
    """The report as text."""
    page = _Pages(given)
    rows, more = chosen(report.diagnostics, given.look)
    lines: list[str] = []
    if not given.look.quiet:
        for path, found in groupby(rows, key=lambda d: d.path):
            lines.extend(page.page(path, list(found), given.texts(path)))
        if more:
            lines.extend(
                [page.paint(f"and {counted(more, 'finding')} more (--max 0 shows all)", "dim"), ""]
            )
    lines.extend(summary(report, given.look, page.paint))
    return "\n".join(lines) + "\n"


def _painter(color: bool) -> Paint:
    return (
        (lambda text, name: f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if text else "")
        if color
        else (lambda text, name: text)
    )


class _Pages:
    """Writes page after page; says why a rule is there once."""

    def __init__(self, given: Given) -> None:
        self.look: Look = given.look
        self.width = given.look.width
        self.paint = _painter(given.look.color)
        self._told: set[str] = set()

    def page(self, path: str, rows: Sequence[Diagnostic], source: Source) -> Iterator[str]:
        """The findings of a page."""
        for line in wrapped(printable(path), self.width, 0, 2):
            yield self.paint(line, "bold")
        shown, more = calm(rows)
        for d in shown:
            yield from self._finding(d, source)
            if d in more:
                yield from self._indented(others(more[d]))
        yield ""

    def _finding(self, d: Diagnostic, source: Source) -> Iterator[str]:
        yield from self._title(d)
        yield from self._excerpt(d, source)
        for related in d.related[:3]:
            place = f"{printable(related.path)}:{related.start.line}:{related.start.column}"
            yield from self._indented(f"see {place}: {printable(related.message)}")
        if d.why and d.rule not in self._told:
            yield from self._indented(f"why: {printable(' '.join(d.why.split()))}")
            self._told.add(d.rule)
        if d.edits and d.fix:
            unsafe = "" if d.fix == "safe" else " (your call: --unsafe-fixes)"
            yield from self._indented(f"fix: {_edit_words(d, source)}{unsafe}", "")

    def _title(self, d: Diagnostic) -> Iterator[str]:
        """Place, severity, what is wrong, the rule."""
        place, message = f"{d.start.line}:{d.start.column}", printable(d.message)
        taken = 4 + len(place) + len(d.severity)
        lines = list(wrapped(message, self.width, taken, _INDENT))
        lines[0] = f"  {self.paint(place, 'dim')} {self.paint(d.severity, d.severity)} {lines[0]}"
        last = columns(lines[-1]) if len(lines) > 1 else taken + columns(message)
        rule = self._linked(self.paint(d.rule, "dim"), d.url)
        if self.width and last + 2 + len(d.rule) > self.width:
            lines.append(" " * min(_INDENT, max(self.width - len(d.rule), 0)) + rule)
        else:
            lines[-1] += f"  {rule}"
        yield from lines

    def _linked(self, text: str, url: str) -> str:
        if not (url and self.look.links):
            return text
        return f"\x1b]8;;{printable(url)}\x1b\\{text}\x1b]8;;\x1b\\"

    def _indented(self, text: str, name: str = "dim") -> Iterator[str]:
        for line in wrapped(text, self.width, _INDENT, _INDENT + 5):
            rest = line.removeprefix(" " * (_INDENT + 5))
            pad = " " * (_INDENT if rest == line else _INDENT + 5)
            yield pad + (self.paint(rest, name) if name else rest)

    def _excerpt(self, d: Diagnostic, source: Source) -> Iterator[str]:
        """The line, as much of it as fits around the marked words, and marks below."""
        if d.start.line > len(source.lines.starts):
            return
        line = source.slice(source.line_span(d.start.line))
        begin = d.start.column - 1
        end = d.end.column - 1 if d.end.line == d.start.line else len(line)
        room = max((self.width or _WIDTH + _GUTTER) - _GUTTER, 4)
        before, words, after = map(visible, (line[:begin], line[begin:end], line[end:]))
        left, right = "", ""
        if columns(before) + columns(words) + columns(after) > room:
            # the words and what follows them first; what stands before gets the rest
            space = room - 2
            words, cut = head(words, space), words
            rest = space - columns(words)
            shown = tail(before, min(_BEFORE, rest))
            shown = tail(before, max(columns(shown), rest - columns(after)))
            following = head(after, rest - columns(shown)) if words == cut else ""
            left = "…" if shown != before else ""
            right = "…" if following != after or words != cut else ""
            before, after = shown, following
        yield self.paint(f"{d.start.line:>5} │ ", "dim") + left + before + words + after + right
        marks = "^" * (columns(words) or 1)
        pad = " " * min(len(left) + columns(before), room - 1)
        yield self.paint("      │ ", "dim") + pad + self.paint(marks, d.severity)


def _changed(old: str, new: str) -> tuple[str, str]:
    """Of two long texts the lines that differ: an edit holds all that becomes another element."""
    if len(new) <= _LONG or not old:
        return old, new
    olds, news = split_lines(old), split_lines(new)
    found = changes(olds, news)
    if not found:
        return old, new
    first, last = found[0], found[-1]
    return (
        "".join(olds[first.old_start : last.old_end]).rstrip("\r\n"),
        "".join(news[first.new_start : last.new_end]).rstrip("\r\n"),
    )


def _edit_words(d: Diagnostic, source: Source) -> str:
    edit = d.edits[0].edit
    old, new = map(printable, _changed(source.slice(edit.span), edit.text))
    if new in ("\n", "\r\n", "\r") and not old:
        return "add a line end"
    if not new.strip():
        return (
            "delete it"
            if not new
            else "replace it with " + (repr(new) if len(new) < 8 else "white space")
        )
    more = len(d.edits) - 1
    places = f"{more} more place{'s' * (more > 1)}"
    if not old:
        return f"add “{new}”" + (f" here and at {places}" if more else "")
    return f"write “{new}” here, and mend {places}" if more else f"write “{new}”"
