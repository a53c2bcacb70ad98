"""What the rules of a report say, inside the report: nobody has to look them up elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from jdlint.core.diagnostic import Report
from jdlint.report.html.findings import anchor
from jdlint.report.parts.plain import safe
from jdlint.rules.rule import Example, Rule

_MOST = 2  # examples of a rule on each side


def rules(report: Report, known: Mapping[str, Rule]) -> Iterator[str]:
    """The text of each rule that found something, folded."""
    names = sorted({d.rule for d in report.diagnostics} & known.keys())
    if names:
        yield '<h2 id="rules">What the rules say</h2>'
    for name in names:
        rule = known[name]
        yield f'<details class="card rule" id="{escape(anchor(name))}"><summary><h3>{escape(name)}'
        yield f'</h3><span class="soft">{escape(safe(rule.summary))}</span></summary>'
        yield f"<p>{escape(safe(' '.join(rule.why.split())))}</p>"
        yield from _examples("Reported", [e for e in rule.examples if e.bad])
        yield from _examples("Right", [e for e in rule.examples if e.good])
        yield from _links(rule.see)
        how = f"<!-- jdlint-ignore-line {name}: the reason -->"
        yield f'<p class="soft">To leave it as it is: <code>{escape(how)}</code></p></details>'


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if examples:
        yield f"<h4>{title}</h4>"
    for example in examples[:_MOST]:
        text = escape(safe((example.bad or example.good).rstrip("\n")))
        marked = text.replace("«", "<mark>").replace("»", "</mark>")
        yield f"<blockquote>{marked if example.bad else text}</blockquote>"


def _links(see: Sequence[str]) -> Iterator[str]:
    links = [
        f'<a href="{escape(url)}" rel="noreferrer">{escape(safe(url))}</a>'
        for url in see
        if url.startswith(("https://", "http://"))
    ]
    if links:
        yield f'<p class="soft">See {", ".join(links)}</p>'
