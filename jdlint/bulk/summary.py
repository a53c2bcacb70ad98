"""What a run found, counted by rule, by company and by day."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from jdlint.core.light import Any, NamedTuple
from jdlint.io.writing import write_atomically

NAME = "summary.json"
_EXAMPLES = 5  # of each rule
_MOST = 10_000  # groups that are listed, those with the most rows


class Example(NamedTuple):
    """A finding that stands for the others of its rule."""

    id: str
    found: str
    message: str


class Summary:
    """Counts that grow piece by piece, whatever the number of rows."""

    def __init__(self) -> None:
        self.rows, self.touched, self.characters = 0, 0, 0
        self.quarantined: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        self.rule_rows: Counter[str] = Counter()
        self.groups: Counter[str] = Counter()
        self.group_findings: Counter[str] = Counter()
        self.days: Counter[str] = Counter()
        self.day_findings: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.flags: Counter[str] = Counter()
        self.examples: defaultdict[str, list[Example]] = defaultdict(list)
        self.more: dict[str, Any] = {}

    def add(self, rows: pa.Table, findings: pa.Table) -> None:
        """Count the rows and the findings of a piece."""
        names = ("group", "date", "language", "quarantined", "errors", "warnings", "notes", "flags")
        self.rows += rows.num_rows
        for group, date, language, why, *counts, flags in zip(
            *(rows.column(name).to_pylist() for name in names), strict=True
        ):
            found = sum(counts)
            self.touched += found > 0
            self.groups[group] += 1
            self.group_findings[group] += found
            self.days[date[:10]] += 1
            self.day_findings[date[:10]] += found
            self.flags.update(flags)
            if why:
                self.quarantined[why] += 1
            else:
                self.languages[language] += 1
        self._findings(findings)

    def _findings(self, findings: pa.Table) -> None:
        names = ("row", "id", "rule", "severity", "found", "message")
        seen: set[tuple[int, str]] = set()
        for row, name, rule, severity, found, message in zip(
            *(findings.column(n).to_pylist() for n in names), strict=True
        ):
            self.severities[severity] += 1
            self.rules[rule, severity] += 1
            if (row, rule) not in seen:
                seen.add((row, rule))
                self.rule_rows[rule] += 1
                if len(self.examples[rule]) < _EXAMPLES:
                    self.examples[rule].append(Example(str(name), found, message))

    def totals(self) -> dict[str, int]:
        """Rows, findings and rows that were not checked."""
        found, out = sum(self.severities.values()), sum(self.quarantined.values())
        return {"rows": self.rows, "findings": found, "quarantined": out}

    def data(self) -> dict[str, Any]:
        """All of it, the most frequent first."""
        return {
            **self.totals(),
            "rows_with_findings": self.touched,
            "severities": dict(self.severities.most_common()),
            "by_rule": list(self._by_rule()),
            "by_group": list(_counts(self.groups, self.group_findings)),
            "by_day": sorted(_counts(self.days, self.day_findings), key=lambda d: str(d["name"])),
            "languages": dict(self.languages.most_common()),
            "flags": dict(self.flags.most_common()),
            "reasons": dict(self.quarantined.most_common(100)),
            **self.more,
        }

    def write(self, folder: Path) -> None:
        """Write ``summary.json``."""
        text = json.dumps(self.data(), ensure_ascii=False, indent=1)
        write_atomically(folder / NAME, text.encode("utf-8", "backslashreplace"))

    def _by_rule(self) -> Iterator[dict[str, Any]]:
        for (rule, severity), count in self.rules.most_common():
            yield {
                "rule": rule,
                "severity": severity,
                "findings": count,
                "rows": self.rule_rows[rule],
                "examples": [example._asdict() for example in self.examples[rule]],
            }


def _counts(rows: Counter[str], findings: Counter[str]) -> Iterator[dict[str, Any]]:
    for name, count in rows.most_common(_MOST):
        if name:
            yield {"name": name, "rows": count, "findings": findings[name]}


def read_totals(folder: Path) -> tuple[int, int, int]:
    """The rows, findings and quarantined rows of a finished run."""
    data = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return data["rows"], data["findings"], data["quarantined"]
