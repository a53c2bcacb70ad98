"""Prove rules by their own examples: what ``jdlint test`` and the tests run.

A bad example reports exactly the places that «…» marks, a good one nothing; ``fixed`` is what the
edits make of a bad one, it is quiet, and fixing it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from jdlint.config.config import Config, Setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Lines, Source, Span
from jdlint.engine.checker import Checker, Runner
from jdlint.engine.planning.plan import Active, Plan
from jdlint.fix.edits import applied, chosen
from jdlint.parse import parse
from jdlint.posting.language import with_language
from jdlint.rules.rule import ALL, Example, Rule
from jdlint.site import Site
from jdlint.site.build.settings import SiteSettings
from jdlint.site.external import External, given_answers
from jdlint.site.facts import facts_of
from jdlint.site.links.resolver import Resolver
from jdlint.site.remarks import given_remarks

_MARK = re.late("[«»]")
PATH = "jobs/example.md"
_ROUNDS = 10
_TODAY = date(2026, 1, 1)  # an example means the same on every day
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


class Given(NamedTuple):
    """What surrounds an example: settings as in jdlint.yaml, parameters over the rule's own, files
    that are no job pages, answers of the web by URL, and what a grammar engine says of words."""

    settings: Mapping[str, object] = {}
    params: Mapping[str, object] = {}
    files: Mapping[str, str] = {}
    answers: Mapping[str, External] = {}
    remarks: Mapping[str, object] = {}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Given:
        """What the ``given:`` of an example stands for."""
        answers = given_answers(data)
        parts = {"with", "files", "remarks", *answers}
        settings = {key: value for key, value in data.items() if key not in parts}
        files = {str(path): str(text) for path, text in data.get("files", {}).items()}
        return cls(settings, data.get("with", {}), files, answers, data.get("remarks", {}))


class _Case(NamedTuple):
    """A built rule in the surroundings of one example."""

    runner: Runner
    given: Given

    @classmethod
    def of(cls, rule: Rule, given: Given, settings: Mapping[str, object]) -> _Case:
        config = Config(
            settings={"language": _language(rule), **settings, **given.settings},
            rules={rule.name: Setting(params=given.params)},
        )
        plan = Plan(config, (Active(rule, True),), frozenset((rule.name,)))
        return cls(Checker(plan).base, given)


def _language(rule: Rule) -> str:
    """The language of examples, where their words do not tell: the first that a rule is for."""
    return "" if ALL in rule.languages else rule.languages[0]


def prove(rule: Rule, settings: Mapping[str, object]) -> Iterator[Failure]:
    """What fails among a rule's examples; ``settings`` are those of the project."""
    cases: list[tuple[Mapping[str, Any], _Case]] = []  # a rule of 600 examples is built once
    for number, example in enumerate(rule.examples, 1):
        case = next((built for given, built in cases if given == example.given), None)
        if case is None:
            case = _Case.of(rule, Given.of(example.given), settings)
            cases.append((example.given, case))
        for message in _example(rule, example, case):
            yield Failure(rule.name, number, message)


def _example(rule: Rule, example: Example, case: _Case) -> Iterator[str]:
    pages = dict(example.pages) or {PATH: example.bad or example.good}
    texts = {path: unmarked(text) for path, text in pages.items()}
    if example.bad and not texts[PATH][1]:
        yield "a bad example marks what is found with «…»"
    found = _findings(case, {path: text for path, (text, _) in texts.items()})
    for path, (text, spans) in texts.items():
        got = sorted({f.span for f in found.get(path, ())})
        if got != sorted(spans):
            yield f"{path}: expected {_shown(text, spans)}, found {_shown(text, got)}"
    yield from _messages(rule, found)
    if example.fixed:
        yield from _fixed(example, case, texts[PATH][0])


def _messages(rule: Rule, found: Mapping[str, Sequence[Finding]]) -> Iterator[str]:
    for finding in (f for rows in found.values() for f in rows):
        words = rule.words(finding.variant, {"found": "", **finding.values})
        if re.search(r"\{\w+\}", words):
            yield f"the message names a value that the check does not give: {words}"


def _fixed(example: Example, case: _Case, text: str) -> Iterator[str]:
    for _ in range(_ROUNDS):
        edits = chosen(f.edits for f in _findings(case, {PATH: text}).get(PATH, ()))
        if not edits:
            break
        text = applied(text, edits)
    if text != example.fixed:
        yield f"expected the fix to give {example.fixed!r}, it gives {text!r}"
    elif left := _findings(case, {PATH: text}).get(PATH):
        yield f"the rule reports the fixed text, too: {_shown(text, [f.span for f in left])}"


@dataclass(frozen=True, slots=True)
class _Tree:
    """The files of an example: its pages, and ``given: {files: …}`` that are no job pages."""

    files: Mapping[str, str]

    @property
    def paths(self) -> Sequence[str]:
        return sorted(self.files)

    @property
    def today(self) -> date:
        return _TODAY

    def read(self, path: str) -> str | None:
        return self.files.get(path)


def _findings(case: _Case, texts: Mapping[str, str]) -> dict[str, list[Finding]]:
    """The findings of a rule on a few pages, those over the site too, by path."""
    if case.runner.plan.rules[0].rule.check.startswith("published-"):
        return _published(case, texts)
    found: dict[str, list[Finding]] = {}
    facts = []
    for path, text in texts.items():
        page = with_language(parse(Source(path, text)), case.runner.settings.get("language", ""))
        facts.append(facts_of(page))
        found.setdefault(path, []).extend(f.finding for f in case.runner.find(page))
    settings = case.runner.settings.get("site", {})
    site = Site(
        tuple(facts),
        str(settings.get("url", "")),
        Resolver(_Tree({**texts, **case.given.files}), SiteSettings.of(settings)),
        settings,
        case.given.answers,
        given_remarks(case.given.remarks, facts),
    )
    for row in case.runner.over_site(site, case.runner.site_rules):
        found.setdefault(row.finding.path, []).append(row.finding)
    return found


def _published(case: _Case, texts: Mapping[str, str]) -> dict[str, list[Finding]]:
    """The findings of a rule on what is published; Markdown is what it is made of."""
    from jdlint.posting.jobposting.read import read
    from jdlint.posting.jobposting.record import Own
    from jdlint.posting.published.read import read_published
    from jdlint.posting.published.told import Across, Told, told_of, told_of_page

    check = case.runner.check(0)
    found: dict[str, list[Finding]] = {}
    told: list[Told] = []
    for path, text in texts.items():
        source = Source(path, text)
        if path != PATH and path.endswith(".md"):
            page = parse(source)
            told.append(told_of_page(page, read(page, Own()), Own()))
            continue
        published = read_published(source)
        found[path] = list(check.check_published(published))
        told += [told_of(posting, published) for posting in published.postings]
    for finding in check.check_told(Across(tuple(told), _TODAY)) if _is_across(check) else ():
        found.setdefault(finding.path, []).append(finding)
    return found


def _is_across(check: object) -> bool:
    return hasattr(check, "check_told")


def _shown(text: str, spans: Sequence[Span]) -> str:
    lines = Lines.of(text)
    rows = [
        f"{lines.position(s.start).line}:{lines.position(s.start).column} {text[s.start : s.end]!r}"
        for s in spans
    ]
    return ", ".join(rows) or "nothing"
