"""Prove rules by their own examples: what ``jdlint test`` and the tests run.

A bad example reports exactly the places that «…» marks, a good one nothing; ``fixed`` is what the
edits make of a bad one, it is quiet, and fixing it again changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jdlint.core.diagnostic import Finding
from jdlint.core.text import Lines, Source, Span
from jdlint.engine.plan import Runner
from jdlint.fix.edits import applied, chosen
from jdlint.parse import parse
from jdlint.rules.rule import Example, Rule
from jdlint.site import Site
from jdlint.site.build.settings import SiteSettings
from jdlint.site.external import given_answers
from jdlint.site.facts import facts_of
from jdlint.site.links.resolver import Resolver
from jdlint.site.remarks import given_remarks

_MARK = re.compile("[«»]")
PATH = "jobs/example.md"
_ROUNDS = 10
UNPROVEN = frozenset(("file-state", "unused-suppressions"))  # checks that no page alone can show


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: which one (1-based), and what happened instead."""

    rule: str
    example: int
    message: str


def unmarked(text: str) -> tuple[str, list[Span]]:
    """A text without its «…» and the spans that they held."""
    parts: list[str] = []
    spans: list[Span] = []
    size, start, at = 0, -1, 0
    for match in _MARK.finditer(text):
        parts.append(text[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match.group() == "«":
            start = size
        elif start >= 0:
            spans.append(Span(start, size))
            start = -1
    parts.append(text[at:])
    return "".join(parts), spans


def prove(rule: Rule, runner_for: Any) -> Iterator[Failure]:
    """What fails among a rule's examples; ``runner_for(rule, given)`` builds the rule's checks."""
    for number, example in enumerate(rule.examples, 1):
        for message in _example(rule, example, runner_for(rule, example.given)):
            yield Failure(rule.name, number, message)


def _example(rule: Rule, example: Example, runner: Runner) -> Iterator[str]:
    pages = dict(example.pages) or {PATH: example.bad or example.good}
    texts = {path: unmarked(text) for path, text in pages.items()}
    if example.bad and not texts[PATH][1]:
        yield "a bad example marks what is found with «…»"
    found = findings(runner, {path: text for path, (text, _) in texts.items()})
    for path, (text, spans) in texts.items():
        got = sorted({f.span for f in found.get(path, ())})
        if got != sorted(spans):
            yield f"{path}: expected {_shown(text, spans)}, found {_shown(text, got)}"
    yield from _messages(rule, found)
    if example.fixed:
        yield from _fixed(example, runner, texts[PATH][0])


def _messages(rule: Rule, found: Mapping[str, Sequence[Finding]]) -> Iterator[str]:
    for finding in (f for rows in found.values() for f in rows):
        words = rule.words(finding.variant, {"found": "", **finding.values})
        if re.search(r"\{\w+\}", words):
            yield f"the message names a value that the check does not give: {words}"


def _fixed(example: Example, runner: Runner, text: str) -> Iterator[str]:
    for _ in range(_ROUNDS):
        edits = chosen(f.edits for f in findings(runner, {PATH: text}).get(PATH, ()))
        if not edits:
            break
        text = applied(text, edits)
    if text != example.fixed:
        yield f"expected the fix to give {example.fixed!r}, it gives {text!r}"
    elif findings(runner, {PATH: text}).get(PATH):
        yield "the fixed text is not quiet"


@dataclass(frozen=True, slots=True)
class _Tree:
    """The files of an example: its pages, and ``given: {files: …}`` that are no job pages."""

    files: Mapping[str, str]

    @property
    def paths(self) -> Sequence[str]:
        return sorted(self.files)

    @property
    def today(self) -> date:
        return date(2026, 1, 1)  # an example means the same on every day

    def read(self, path: str) -> str | None:
        return self.files.get(path)


def findings(runner: Runner, texts: Mapping[str, str]) -> dict[str, list[Finding]]:
    """The findings of built checks on a few pages, those over the site too, by path."""
    found: dict[str, list[Finding]] = {}
    facts = []
    for path, text in texts.items():
        page = parse(Source(path, text))
        facts.append(facts_of(page))
        found.setdefault(path, []).extend(f.finding for f in runner.find(page))
    settings = runner.settings.get("site", {})
    files = {str(path): str(text) for path, text in runner.settings.get("files", {}).items()}
    model = Resolver(_Tree({**texts, **files}), SiteSettings.of(settings))
    answers = given_answers(runner.settings)
    remarks = given_remarks(runner.settings, facts)
    site = Site(tuple(facts), str(settings.get("url", "")), model, settings, answers, remarks)
    for _, check in runner.site_checks:
        for finding in check.check_site(site):
            found.setdefault(finding.path, []).append(finding)
    return found


def _shown(text: str, spans: Sequence[Span]) -> str:
    lines = Lines.of(text)
    rows = [
        f"{lines.position(s.start).line}:{lines.position(s.start).column} {text[s.start : s.end]!r}"
        for s in spans
    ]
    return ", ".join(rows) or "nothing"
