"""One finding with the change that is offered for it, for a writer who is asked."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.diff import Change, changes, split_lines
from jdlint.core.light import NamedTuple
from jdlint.core.printable import printable
from jdlint.core.text import Source
from jdlint.report.parts.terminal import columns, head, visible, wrapped

_RED, _GREEN, _DIM, _BOLD = "31", "32", "2", "1"
_SEVERITY = {"error": "31;1", "warning": "33;1", "note": "36;1"}
_GUTTER = 8  # cells before a line: its number, a mark
_WIDTH = 110  # where nobody says how wide lines may be
_MOST = 8  # lines of a change that are shown on each side
_MOST_CHANGES = 3


class Shown(NamedTuple):
    """How wide lines may be (cells; 0: as they come) and whether they have colours."""

    width: int = 0
    color: bool = False


_COLOURED = Shown(color=True)


class Row(NamedTuple):
    """A line to show: `` ``, ``-`` or ``+``, its number, its words cut to fit, and where in them
    the changed part begins and ends."""

    mark: str
    number: int
    text: str
    begin: int = 0
    end: int = 0


def offer_lines(d: Diagnostic, source: Source, after: str, shown: Shown) -> Iterator[str]:
    """What is wrong and why, and the lines before and after (``after``: the page's text once it is
    changed)."""
    place = f"{d.start.line}:{d.start.column} "
    said = f"{printable(d.message)}  {d.rule}"
    lines = list(wrapped(said, shown.width, 3 + len(place) + len(d.severity), 6))
    lines[0] = f"  {place}{_painted(d.severity, _SEVERITY[d.severity], shown)} {lines[0]}"
    yield from lines
    if d.why:
        for line in wrapped(f"why: {printable(' '.join(d.why.split()))}", shown.width, 6, 6):
            yield "      " + _painted(line.strip(), _DIM, shown)
    if d.fix == "unsafe":
        yield "      " + _painted("this may change what is said: read it first", _DIM, shown)
    marked = (d.start.column - 1, d.end.column - 1 if d.end.line == d.start.line else None)
    for row in rows_of(d.start.line, source.text, after, shown.width or _WIDTH, marked):
        yield _line(row, shown)


def coloured(diff: str) -> str:
    """A unified diff with colours, as git has them."""
    lines = diff.split("\n")
    marks = {"-": _RED, "+": _GREEN, "@": "36"}
    head = ("--- ", "+++ ")
    return "\n".join(
        _painted(line, _BOLD if line.startswith(head) else marks.get(line[:1], ""), _COLOURED)
        for line in lines
    )


def rows_of(
    line: int,
    before: str,
    after: str,
    width: int,
    marked: tuple[int, int | None] = (0, 0),
) -> Iterator[Row]:
    """The lines that differ between two texts with one line on each side; where none does, those
    around a line (1-based), cut to fit around what is ``marked`` in it (code points from its start;
    None: up to its end)."""
    old, new = _bare(before), _bare(after)
    found = changes(old, new)[:_MOST_CHANGES] or [Change(line - 1, line, line - 1, line)]
    first, last = found[0].old_start, found[-1].old_end
    if first:
        yield _same(old, first - 1, width)
    if old == new:
        for at in range(first, min(last, len(old))):
            begin, end = marked
            same = (begin, len(old[at]) - (len(old[at]) if end is None else end))
            yield _cut(" ", at + 1, visible(old[at]), same, width - _GUTTER)
    else:
        for change in found:
            yield from _changed(old, new, change, width - _GUTTER)
    if last < len(old):
        yield _same(old, last, width)


def _bare(text: str) -> list[str]:
    return [line.rstrip("\r\n") for line in split_lines(text)]


def _same(lines: list[str], at: int, width: int) -> Row:
    return Row(" ", at + 1, head(visible(lines[at]), width - _GUTTER))


def _changed(old: list[str], new: list[str], change: Change, room: int) -> Iterator[Row]:
    before = old[change.old_start : change.old_end][:_MOST]
    after = new[change.new_start : change.new_end][:_MOST]
    single = len(before) == len(after) == 1
    same = _alike(visible(before[0]), visible(after[0])) if single else (0, 0)
    for mark, lines, start in (("-", before, change.old_start), ("+", after, change.new_start)):
        for index, line in enumerate(lines):
            yield _cut(mark, start + index + 1, visible(line), same, room)


def _alike(old: str, new: str) -> tuple[int, int]:
    """How many code points two lines share at their start and at their end."""
    start = _shared(old, new)
    return start, _shared(old[start:][::-1], new[start:][::-1])


def _shared(a: str, b: str) -> int:
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _cut(mark: str, number: int, text: str, same: tuple[int, int], room: int) -> Row:
    """A line cut to fit around what changed in it."""
    start, end = same
    stop = len(text) - end
    skip = 0
    if columns(text) > room and columns(text[:start]) > room // 3:
        skip = max(start - room // 3, 0)
    words = ("…" if skip else "") + text[skip + (1 if skip else 0) :]
    shown = head(words, room)
    if shown != words:
        shown = head(words, room - 1) + "…"
    return Row(mark, number, shown, start - skip, min(max(stop - skip, start - skip), len(shown)))


def _line(row: Row, shown: Shown) -> str:
    if row.mark == " ":
        return _painted(f"{row.number:>5} │ {row.text}".rstrip(), _DIM, shown)
    colour = _RED if row.mark == "-" else _GREEN
    left, middle, right = row.text[: row.begin], row.text[row.begin : row.end], row.text[row.end :]
    if middle.isspace():
        middle = "·" * len(middle)
    strong = f"{colour};1;4" if left or right else colour
    return (
        _painted(f"{row.number:>5} {row.mark} {left}", colour, shown)
        + _painted(middle, strong, shown)
        + _painted(right, colour, shown)
    )


def _painted(text: str, colour: str, shown: Shown) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if shown.color and text and colour else text
