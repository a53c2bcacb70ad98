"""The report of a bulk run: one self-contained page with charts and examples, nothing fetched and
nothing that runs."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path

from jdlint import __version__
from jdlint.bulk.summary import NAME
from jdlint.core.light import Any
from jdlint.core.printable import safe
from jdlint.io.writing import write_atomically

_ROWS = 25  # of a chart
_DAYS = 60


def write_report(folder: Path, path: Path) -> None:
    """Write the report on a finished run; raises ``OSError``."""
    data = json.loads((folder / NAME).read_text(encoding="utf-8"))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, render(data).encode("utf-8", "backslashreplace"))


def render(data: Mapping[str, Any]) -> str:
    """The report on a summary as HTML."""
    style = files("jdlint.report.html").joinpath("report.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>jdlint: {data['rows']:,} postings</title><style>{style}</style>"
    )
    body = "\n".join((*_header(data), "<main>", *_charts(data), *_rules(data), "</main>"))
    foot = f"<footer>jdlint {__version__}. All findings are in findings.parquet.</footer>"
    page = f"<head>{head}</head>\n<body>\n{body}\n{foot}</body>"
    return f'<!doctype html>\n<html lang="en">\n{page}\n</html>\n'


def _header(data: Mapping[str, Any]) -> Iterator[str]:
    yield '<header><h1>Your postings</h1><ul class="tiles">'
    twins = data.get("duplicates") or {}
    tiles = (
        ("postings", data["rows"]),
        ("with findings", data["rows_with_findings"]),
        *((f"{name}s", data["severities"].get(name, 0)) for name in ("error", "warning", "note")),
        ("put aside", data["quarantined"]),
        ("that say what others say", twins.get("rows", 0)),
    )
    for name, count in tiles:
        yield f"<li><strong>{count:,}</strong> {name}</li>"
    yield "</ul></header>"


def _charts(data: Mapping[str, Any]) -> Iterator[str]:
    yield '<div class="charts">'
    rules = [(rule["rule"], rule["findings"]) for rule in data["by_rule"]]
    yield from _table("Findings by rule", "rule", "findings", rules)
    groups = [(group["name"], group["findings"]) for group in data["by_group"]]
    yield from _table("Findings by company", "company", "findings", sorted(groups, key=_most))
    days = [(day["name"], day["findings"]) for day in data["by_day"]][-_DAYS:]
    yield from _table("Findings by day", "day", "findings", days, most=_DAYS)
    yield from _table("Languages", "language", "postings", list(data["languages"].items()))
    yield from _table("About the texts", "what", "postings", list(data["flags"].items()))
    yield from _table("Why rows were put aside", "reason", "rows", list(data["reasons"].items()))
    yield from _twins(data.get("duplicates") or {})
    yield "</div>"


def _most(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _table(
    title: str, name: str, what: str, rows: Sequence[tuple[str, int]], most: int = _ROWS
) -> Iterator[str]:
    """A table whose numbers are drawn as well."""
    if not rows:
        return
    largest = max(count for _, count in rows) or 1
    yield f'<section class="card"><h2>{title}</h2><table><thead><tr><th scope="col">{name}</th>'
    yield f'<th scope="col">{what}</th><td class="bar"></td></tr></thead><tbody>'
    for label, count in rows[:most]:
        bar = f'<rect class="fill-note" width="{100 * count / largest:.2f}" height="10"/>'
        box = 'viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"'
        yield f'<tr><th scope="row">{_text(label)}</th><td class="number">{count:,}</td>'
        yield f'<td class="bar"><svg {box}>{bar}</svg></td></tr>'
    yield "</tbody></table>"
    if len(rows) > most:
        yield f'<p class="soft">and {len(rows) - most:,} more</p>'
    yield "</section>"


def _twins(counts: Mapping[str, int]) -> Iterator[str]:
    if not counts.get("clusters"):
        return
    rows = (
        ("clusters of postings that say nearly the same", "clusters"),
        ("postings in them", "rows"),
        ("copies by the same company", "reposts"),
        ("clusters of several companies", "in_several_groups"),
    )
    yield '<section class="card"><h2>Nearly the same</h2><table><tbody>'
    for words, name in rows:
        yield f'<tr><th scope="row">{words}</th><td class="number">{counts[name]:,}</td></tr>'
    yield "</tbody></table></section>"


def _rules(data: Mapping[str, Any]) -> Iterator[str]:
    yield "<h2>Examples</h2>"
    for rule in data["by_rule"]:
        name = escape(rule["rule"])
        yield f'<details class="card rule"><summary><h3>{name}</h3>'
        yield f"<span>{rule['findings']:,} in {rule['rows']:,} postings</span></summary>"
        for example in rule["examples"]:
            yield f'<article><p><span class="tag {escape(rule["severity"])}">'
            yield f"{escape(rule['severity'])}</span> {_text(example['message'])}</p>"
            if example["found"].strip():
                yield f"<blockquote>{_text(example['found'])}</blockquote>"
            yield f'<p class="soft">{_text(example["id"])}</p></article>'
        yield "</details>"


def _text(text: str) -> str:
    """Text of a posting: escaped, and nothing in it that steers what shows it."""
    return escape(safe(text[:300]))
