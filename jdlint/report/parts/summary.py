"""The end of a report for people: what was found, where most of it is, what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.tools import Counter
from jdlint.report import Look
from jdlint.report.parts.plain import SEVERITIES, counted, printable, read_in
from jdlint.report.parts.terminal import columns, head, tail, wrapped

MANY = 50  # findings from which on a table says where they are: more than a screen or two
_ROWS = 10
_WIDE = 110

Paint = Callable[[str, str], str]


def summary(report: Report, look: Look, paint: Paint) -> Iterator[str]:
    """Counts of rules (where asked, or where there is much), notices, and one sentence."""
    found = report.diagnostics
    if look.statistics and found:
        yield from (*_statistics(found), "")
    elif len(found) > MANY:
        yield from (*_tables(found, look.width or _WIDE, paint), "")
    for notice in report.notices:
        yield from (paint(line, "dim") for line in wrapped(printable(notice), look.width, 0, 2))
    pages = read_in(report)
    if not found:
        if report.pages:
            yield paint(f"{pages} checked, nothing to report", "good")
        return
    parts = [(report.count(s), s) for s in SEVERITIES]
    words = ", ".join(counted(n, s) for n, s in parts if n)
    fixable = sum(1 for d in found if d.fix == "safe")
    hint = f"; {fixable:,} can be fixed with --fix" if fixable else ""
    for line in wrapped(f"{pages} checked: {words}{hint}", look.width, 0, 2):
        yield _painted(line, parts, paint)
    if len(found) > MANY and not look.quiet:
        yield from _next(found, look.width)


def _painted(line: str, parts: list[tuple[int, str]], paint: Paint) -> str:
    for count, severity in parts:
        if count:
            line = line.replace(counted(count, severity), paint(counted(count, severity), severity))
    return line


def _statistics(found: tuple[Diagnostic, ...]) -> Iterator[str]:
    counts = Counter(d.rule for d in found)
    for rule, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        yield f"{count:>6}  {rule}"


def _tables(found: tuple[Diagnostic, ...], width: int, paint: Paint) -> Iterator[str]:
    """The rules and the pages with most findings, with what ``--fix`` would mend."""
    fixed = [d for d in found if d.fix == "safe"]
    yield from _table(
        "rule", Counter(d.rule for d in found), Counter(d.rule for d in fixed), width, paint
    )
    paths = Counter(d.path for d in found)
    if len(paths) > 1:
        yield ""
        yield from _table("page", paths, Counter(d.path for d in fixed), width, paint)


def _table(
    title: str, counts: Counter[str], fixed: Counter[str], width: int, paint: Paint
) -> Iterator[str]:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    heads = " findings    --fix  "
    room = max(width - len(heads), 8)
    yield paint(heads + title, "bold")
    for name, count in rows[:_ROWS]:
        shown = printable(name)
        if columns(shown) > room:  # the end of a path tells more than its start
            shown = "…" + tail(shown, room - 1) if title == "page" else head(shown, room)
        yield f"{count:>9,}{fixed[name] or '':>9}  {shown}"
    rest = rows[_ROWS:]
    if rest:
        total = sum(count for _, count in rest)
        more = sum(fixed[name] for name, _ in rest)
        words = head(f"{len(rest):,} more {title}s", room)
        yield paint(f"{total:>9,}{more or '':>9}  {words}", "dim")


def _next(found: tuple[Diagnostic, ...], width: int) -> Iterator[str]:
    rule = Counter(d.rule for d in found).most_common(1)[0][0]
    steps = [
        ("jdlint check --fix", "mends what is safe")
        if any(d.fix == "safe" for d in found)
        else None,
        (f"jdlint explain {rule}", "what the most frequent rule wants"),
        ("jdlint baseline", "records what is there, then only new findings are shown"),
    ]
    for command, what in filter(None, steps):
        yield from wrapped(f"  {command}: {what}", width, 0, 4)
