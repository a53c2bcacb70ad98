"""The baseline: findings that were there when an old repository began, and are not shown again.

A finding is known again by its rule, its words and the words around it, never by its line; equal
ones are counted. A page that was renamed takes its record along.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import Defect
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source

NAME = ".jdlint-baseline.json"
VERSION = 1
LARGEST = 50_000_000
_AROUND = 4  # words before and after a finding that are its context
_WINDOW = 200  # code points in which those words are looked for
_QUOTED = re.late("“([^”]*)”")
_PRINT = re.late(r"[0-9a-f]{16}")
Reader = Callable[[str], tuple[Source, tuple[Defect, ...]]]


class Known(NamedTuple):
    """A recorded finding: its rule, a piece of its text for people, and how many alike there are on
    its page."""

    rule: str
    text: str
    times: int


Baseline = dict[str, dict[str, Known]]  # path from the root -> fingerprint -> what is known


def fingerprint(d: Diagnostic, source: Source) -> str:
    """16 hexadecimal digits for a finding; alike for findings of the same words in the same
    context."""
    from hashlib import blake2b

    before, found, after = _context(d, source)
    row = "\0".join((d.rule, " ".join(before), found, " ".join(after), *_QUOTED.findall(d.message)))
    return blake2b(row.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _context(d: Diagnostic, source: Source) -> tuple[list[str], str, list[str]]:
    """The words before a finding on its line, its own on that line, and those after it."""
    if d.start.line > len(source.lines.starts):
        return [], "", []
    text, line = source.text, source.line_span(d.start.line)
    start = min(max(d.span.start, line.start), line.end)
    end = max(min(d.span.end, line.end), start)
    before = text[max(line.start, start - _WINDOW) : start].split()[-_AROUND:]
    after = text[end : min(line.end, end + _WINDOW)].split()[:_AROUND]
    return before, " ".join(text[start : min(end, start + _WINDOW)].split()), after


def recorded(diagnostics: Iterable[Diagnostic], sources: Reader) -> Baseline:
    """The baseline that holds all of some diagnostics."""
    found: Baseline = {}
    for d in diagnostics:
        source = sources(d.path)[0]
        rows, key = found.setdefault(d.path, {}), fingerprint(d, source)
        known = rows.get(key)
        rows[key] = (
            known._replace(times=known.times + 1)
            if known
            else Known(d.rule, _context(d, source)[1][:60], 1)
        )
    return found


def updated(
    old: Baseline, new: Baseline, pages: Set[str], exists: Callable[[str], bool]
) -> Baseline:
    """``new`` for the pages that were checked, ``old`` for others that are still there."""
    kept = {path: rows for path, rows in old.items() if path not in pages and exists(path)}
    return {**kept, **new}


def pruned(
    old: Baseline, new: Baseline, pages: Set[str], exists: Callable[[str], bool]
) -> Baseline:
    """``old`` without what is no longer found; nothing is added, but for renamed pages, whose
    record moves along."""
    pool = _pool(old, exists)
    kept: Baseline = {}
    for path in sorted({*old, *new}):
        if path not in pages:
            if path in old and exists(path):
                kept[path] = old[path]
            continue
        rows = {
            key: _least(known, key, old.get(path, {}), pool)
            for key, known in new.get(path, {}).items()
        }
        kept[path] = {key: known for key, known in rows.items() if known.times}
    return {path: rows for path, rows in kept.items() if rows}


def _least(known: Known, key: str, rows: Mapping[str, Known], pool: Counter[str]) -> Known:
    had = rows[key].times if key in rows else 0
    moved = min(known.times - had, pool[key]) if known.times > had else 0
    pool[key] -= moved
    return known._replace(times=min(known.times, had + moved))


def _pool(baseline: Baseline, exists: Callable[[str], bool]) -> Counter[str]:
    """What is recorded for pages that are gone: they may have been renamed."""
    return Counter(
        {
            key: known.times
            for path, rows in baseline.items()
            if not exists(path)
            for key, known in rows.items()
        }
    )


def size(baseline: Baseline) -> int:
    """How many findings a baseline holds."""
    return sum(known.times for rows in baseline.values() for known in rows.values())


def unrecorded(
    diagnostics: Sequence[Diagnostic],
    sources: Reader,
    baseline: Baseline,
    exists: Callable[[str], bool],
) -> tuple[list[Diagnostic], Counter[tuple[str, str]]]:
    """The diagnostics that a baseline does not hold, and what it holds besides (by path and rule)
    for them all."""
    left = {
        path: Counter({key: known.times for key, known in rows.items()})
        for path, rows in baseline.items()
    }
    pool = _pool(baseline, exists)
    shown = []
    for d in diagnostics:
        rows, key = left.get(d.path, Counter()), fingerprint(d, sources(d.path)[0])
        if rows[key] > 0:
            rows[key] -= 1
        elif pool[key] > 0:
            pool[key] -= 1
        else:
            shown.append(d)
    return shown, _rest(baseline, left)


def _rest(baseline: Baseline, left: dict[str, Counter[str]]) -> Counter[tuple[str, str]]:
    """How many of a baseline's findings are left, by path and rule."""
    return Counter(
        {
            (path, baseline[path][key].rule): n
            for path, rows in left.items()
            for key, n in rows.items()
            if n > 0
        }
    )


def dumps(baseline: Baseline) -> str:
    """A baseline as JSON: sorted, one finding a line, so that a diff of it can be read."""
    blocks = []
    for path, rows in sorted(baseline.items()):
        lines = [
            _line(key, known)
            for key, known in sorted(
                rows.items(), key=lambda row: (row[1].rule, row[1].text, row[0])
            )
        ]
        if lines:
            blocks.append(
                f"  {json.dumps(path, ensure_ascii=False)}: [\n" + ",\n".join(lines) + "\n  ]"
            )
    body = "{\n" + ",\n".join(blocks) + "\n }" if blocks else "{}"
    return f'{{\n "version": {VERSION},\n "findings": {body}\n}}\n'


def _line(key: str, known: Known) -> str:
    row: dict[str, Any] = {"rule": known.rule, "text": known.text, "fingerprint": key}
    if known.times > 1:
        row["count"] = known.times
    return "   " + json.dumps(row, ensure_ascii=False)


def loads(content: bytes, where: str) -> Baseline:
    """The baseline that a file holds; raises ``ConfigError`` for one that is damaged."""
    try:
        if len(content) > LARGEST:
            raise ValueError(f"it is larger than {LARGEST // 1_000_000} MB")
        data = json.loads(content)
        if not isinstance(data, dict) or not isinstance(data.get("findings"), dict):
            raise ValueError("it has no “findings”")
        if data.get("version") != VERSION:
            raise ValueError(f"its version is {data.get('version')!r}, not {VERSION}")
        return {path: _entries(rows) for path, rows in data["findings"].items()}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        words = (
            "it is not JSON"
            if isinstance(error, json.JSONDecodeError | UnicodeDecodeError)
            else str(error)
        )
        raise ConfigError(
            f"{where}: this is no baseline ({words}); write it again with “jdlint baseline”"
        ) from error


def _entries(rows: Any) -> dict[str, Known]:
    if not isinstance(rows, list):
        raise ValueError("the findings of a page are a list")
    return dict(map(_entry, rows))


def _entry(row: Any) -> tuple[str, Known]:
    if not isinstance(row, dict):
        raise ValueError("a finding is an object")
    rule, text, key, count = (
        row.get("rule"),
        row.get("text", ""),
        row.get("fingerprint"),
        row.get("count", 1),
    )
    if (
        not isinstance(rule, str)
        or not isinstance(text, str)
        or not isinstance(key, str)
        or not _PRINT.fullmatch(key)
    ):
        raise ValueError("a finding has a rule, a text and a fingerprint of 16 digits")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise ValueError("a count is a number from 1 on")
    return key, Known(rule, text, count)
