"""One self-contained page that a recruiter can read: what to mend, page by page, each finding in
its text.

Nothing is fetched and nothing from a page can run: the content policy allows our own script and
style, by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from jdlint import __version__
from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.text import Source
from jdlint.parse.meta.front_matter import parse_meta
from jdlint.report import Given
from jdlint.report.html.charts import by_rule, trend
from jdlint.report.html.findings import findings
from jdlint.report.html.rules import rules
from jdlint.report.parts.plain import SEVERITIES, counted, in_words, one_line, read_in, safe

_OPEN = 12  # pages that stand open at first; a long report is a list to choose from
_PLAIN = 300_000  # characters of pages that are written out; the rest is packed until it is opened


def render(report: Report, given: Given) -> str:
    """The report as one HTML file."""
    style, script = (_part(name) for name in ("report.css", "report.js"))
    sources = f"style-src {_hash(style)}; script-src {_hash(script)}"
    policy = f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>jdlint: {_found(report)}</title><style>{style}</style>"
    )
    body = "\n".join(
        [*_header(report), "<main>", *_main(report, given), "</main>", *_footer(report)]
    )
    end = f"<script>{script}</script>\n</body>\n</html>\n"
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{body}\n{end}'


def _part(name: str) -> str:
    return files("jdlint.report.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _found(report: Report) -> str:
    return in_words(report.diagnostics) or "nothing to report"


def _header(report: Report) -> Iterator[str]:
    touched = len({d.path for d in report.diagnostics})
    words = (
        f"{read_in(report)} checked, {touched} with something to mend"
        if touched
        else "Nothing to mend"
    )
    yield '<a class="skip" href="#pages">Skip to the pages</a>'
    yield f'<header><h1>Your job pages</h1><p class="lead">{words}</p><ul class="tiles">'
    pages = "page" if report.pages == 1 else "pages"
    yield f"<li><strong>{report.pages:,}</strong> {pages} checked</li>"
    for severity in SEVERITIES:
        count = report.count(severity)
        name = severity if count == 1 else f"{severity}s"
        yield f'<li class="{severity}"><strong>{count:,}</strong> {name}</li>'
    fixable = sum(d.fix == "safe" for d in report.diagnostics)
    yield f'<li class="fixable"><strong>{fixable:,}</strong> that jdlint can fix</li></ul></header>'


def _main(report: Report, given: Given) -> Iterator[str]:
    if not report.diagnostics:
        yield "".join(trend(report, given.earlier))
        yield '<h2 id="pages">Nothing to report</h2>'
        return
    yield '<div class="charts">'
    yield from by_rule(report)
    yield from trend(report, given.earlier)
    yield "</div>"
    yield from _filters(report)
    yield '<h2 id="pages">Page by page</h2>'
    yield "<noscript><p>Without scripts only the first pages can be opened.</p></noscript>"
    packed: list[str] = []
    yield from _pages(report, given, packed)
    yield from rules(report, given.rules)
    if packed:
        yield f'<script type="application/octet-stream" id="packed">{_packed(packed)}</script>'


def _pages(report: Report, given: Given, packed: list[str]) -> Iterator[str]:
    """Each page with its findings; those of the pages beyond the first ones go to ``packed``."""
    pages: dict[str, list[Diagnostic]] = {}
    for d in report.diagnostics:
        pages.setdefault(d.path, []).append(d)
    ordered = sorted(pages.items(), key=lambda row: (tuple(-n for n in _weight(row[1])), row[0]))
    room = _PLAIN
    for number, (path, rows) in enumerate(ordered):
        source = given.texts(path)
        inside = "".join(findings(rows, source))
        head = _page_head(path, rows, source)
        room -= len(inside)
        if room > 0 or number < 1:
            shown = " open" if number < _OPEN else ""
            yield f'<details class="card page"{shown}>{head}<div>{inside}</div></details>'
        else:
            yield f'<details class="card page" data-packed="{len(packed)}">{head}</details>'
            packed.append(inside)


def _weight(rows: Sequence[Diagnostic]) -> tuple[int, int, int]:
    """How bad a page is: its errors, then its warnings, then its notes."""
    counts = Counter(d.severity for d in rows)
    return counts["error"], counts["warning"], counts["note"]


def _packed(texts: Sequence[str]) -> str:
    """Texts as a browser unpacks them: JSON, deflated, in base64."""
    import json
    import zlib

    data = json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace")
    return b64encode(zlib.compress(data, 9)).decode()


def _filters(report: Report) -> Iterator[str]:
    counts = Counter(d.rule for d in report.diagnostics)
    groups = Counter(d.rule.partition("/")[0] for d in report.diagnostics)
    options = []
    for group in sorted(groups):
        options.append(
            f'<option value="{escape(group)}">{escape(group)}: all {groups[group]}</option>'
        )
        members = sorted(rule for rule in counts if rule.startswith(f"{group}/"))
        options.extend(
            f'<option value="{escape(rule)}">{escape(rule)} ({counts[rule]})</option>'
            for rule in members
        )
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{s}" checked> {s}s</label>'
        for s in SEVERITIES
        if report.count(s)
    )
    yield '<h2>What to show</h2><form id="filters" class="card" hidden>'
    yield f"<fieldset><legend>Severity</legend>{boxes}</fieldset>"
    yield '<label class="over">Words<input type="search" name="words" autocomplete="off"></label>'
    yield '<label class="over">Rule<select name="rule"><option value="">all rules</option>'
    yield f"{''.join(options)}</select></label>"
    told = f"{counted(len(report.diagnostics), 'finding')} shown"
    yield f'<button type="reset">Show all</button><output id="told">{told}</output></form>'


def _page_head(path: str, rows: Sequence[Diagnostic], source: Source) -> str:
    """The line that a page is folded to: its title, its path, how much was found."""
    title = parse_meta(source.text)[0].text("title").strip()
    name = escape(one_line(title or path))
    where = f'<span class="soft path">{escape(safe(path))}</span>' if title else ""
    rules = escape(" ".join(sorted({f"{d.severity}:{d.rule}" for d in rows})))
    return (
        f'<summary data-rules="{rules}"><h3>{name}</h3>{where}'
        f'<span class="soft">{in_words(rows)}</span></summary>'
    )


def _footer(report: Report) -> Iterator[str]:
    asides = "".join(f"<p>{escape(safe(aside))}</p>" for aside in report.notices)
    made = f"Made by jdlint {__version__}, the linter for job postings"
    yield f"<footer>{asides}<p>{made}</p></footer>"
