"""Which lines differ between two texts: bounded work, line ends do not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.light import Any, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter, bisect_left

_LINE = re.late(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_MOST = 10_000  # pairs of lines that are compared closely; beyond, all of them count as changed


class Change(NamedTuple):
    """Lines ``old_start`` to ``old_end`` (0-based, half-open) became lines ``new_start`` to
    ``new_end``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def split_lines(text: str) -> list[str]:
    """The lines of a text with their ends; a text that ends with a line end has no empty last
    line."""
    return _LINE.findall(text)


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """What changed between two sequences of lines, in order."""
    first, shortest = 0, min(len(old), len(new))
    while first < shortest and old[first] == new[first]:
        first += 1
    last = 0
    while last < shortest - first and old[-1 - last] == new[-1 - last]:
        last += 1
    middle = Change(first, len(old) - last, first, len(new) - last)
    if middle.old_start == middle.old_end and middle.new_start == middle.new_end:
        return []
    return list(_compared(old, new, middle))


def _compared(old: Sequence[str], new: Sequence[str], middle: Change) -> Iterator[Change]:
    """What changed in a middle: between lines that stand once on both sides, compared closely where
    that is cheap."""
    at, other = middle.old_start, middle.new_start
    for i, j in [*_anchors(old, new, middle), (middle.old_end, middle.new_end)]:
        yield from _close(old, new, Change(at, i, other, j))
        at, other = i + 1, j + 1


def _anchors(old: Sequence[str], new: Sequence[str], middle: Change) -> list[tuple[int, int]]:
    """The longest row of lines that stand once on each side and come in the same order."""
    once = _once(new, middle.new_start, middle.new_end)
    pairs = [
        (i, once[line])
        for line, i in _once(old, middle.old_start, middle.old_end).items()
        if line in once
    ]
    tops: list[int] = []  # the smallest end of a row of each length, and which pair it is
    rows: list[tuple[int, int, Any]] = []
    ends: list[Any] = []
    for i, j in sorted(pairs):
        length = bisect_left(tops, j)
        node: Any = (i, j, ends[length - 1] if length else None)
        tops[length : length + 1] = [j]
        ends[length : length + 1] = [node]
    node = ends[-1] if ends else None
    while node is not None:
        rows.append(node)
        node = node[2]
    return [(i, j) for i, j, _ in reversed(rows)]


def _once(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    """The lines of a range that stand there once, and where."""
    counts = Counter(lines[start:end])
    return {lines[i]: i for i in range(start, end) if counts[lines[i]] == 1}


def _close(old: Sequence[str], new: Sequence[str], part: Change) -> Iterator[Change]:
    from difflib import SequenceMatcher

    a, b = old[part.old_start : part.old_end], new[part.new_start : part.new_end]
    if not a or not b or len(a) * len(b) > _MOST:
        if a or b:
            yield part
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(
                part.old_start + i1, part.old_start + i2, part.new_start + j1, part.new_start + j2
            )


def changed_lines(old: str, new: str) -> set[int]:
    """The 1-based lines of ``new`` that are not in ``old``; where lines were only deleted, none."""
    rows = changes(
        [line.rstrip("\r\n") for line in split_lines(old)],
        [line.rstrip("\r\n") for line in split_lines(new)],
    )
    return {line + 1 for row in rows for line in range(row.new_start, row.new_end)}


def unified(old: str, new: str, path: str, context: int = 3) -> str:
    """A unified diff from one text to another, as ``patch`` and ``git apply`` read it; empty where
    they are equal."""
    a, b = split_lines(old), split_lines(new)
    out: list[str] = []
    for hunk in _hunks(changes(a, b), context):
        start, end = max(hunk[0].old_start - context, 0), min(hunk[-1].old_end + context, len(a))
        begin = hunk[0].new_start - (hunk[0].old_start - start)
        stop = hunk[-1].new_end + (end - hunk[-1].old_end)
        out.append(f"@@ -{_range(start, end)} +{_range(begin, stop)} @@\n")
        at = start
        for row in hunk:
            out.extend(_row(" ", line) for line in a[at : row.old_start])
            out.extend(_row("-", line) for line in a[row.old_start : row.old_end])
            out.extend(_row("+", line) for line in b[row.new_start : row.new_end])
            at = row.old_end
        out.extend(_row(" ", line) for line in a[at:end])
    return f"--- {_name('a/' + path)}\n+++ {_name('b/' + path)}\n" + "".join(out) if out else ""


def _hunks(rows: Sequence[Change], context: int) -> list[list[Change]]:
    hunks: list[list[Change]] = []
    for row in rows:
        if hunks and row.old_start - hunks[-1][-1].old_end <= 2 * context:
            hunks[-1].append(row)
        else:
            hunks.append([row])
    return hunks


def _range(start: int, end: int) -> str:
    size = end - start
    return f"{start + 1 if size else start}" + ("" if size == 1 else f",{size}")


def _row(mark: str, line: str) -> str:
    if line.endswith("\n"):
        return mark + line
    # a lone CR ends no line for patch: it stays inside one
    return mark + line if line.endswith("\r") else f"{mark}{line}\n\\ No newline at end of file\n"


def _name(path: str) -> str:
    """A path as git writes it: quoted where it holds what would end the line."""
    if not re.search(r"[\x00-\x1f\x7f\"\\]", path):
        return path + ("\t" if " " in path else "")
    quoted = re.sub(r"[\"\\]", lambda m: "\\" + m.group(), path)
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda m: f"\\{ord(m.group()):03o}", quoted) + '"'
