"""``jdlint explain``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence

from jdlint.cli import terminal
from jdlint.config import project
from jdlint.core.printable import one_line
from jdlint.lang.language import said_of
from jdlint.report.parts.terminal import wrapped
from jdlint.rules import catalogue
from jdlint.rules.rule import Example, Rule

_MOST = 3  # examples of a kind
_WIDE = 96


def main(options: argparse.Namespace) -> int:
    """Explain a rule, or all rules of a group; raises ``ConfigError`` for a name that none has."""
    found = project.find(config=options.config)
    rules = catalogue.all_rules(found.data, found.root, examples=True)
    chosen = catalogue.named(rules, options.rule)
    terminal.say("\n\n".join("\n".join(lines_of(rule)) for rule in chosen) + "\n")
    return 0


def lines_of(rule: Rule) -> Iterator[str]:
    """What is told of a rule, line by line."""
    yield f"{rule.name}  ({rule.severity}{', has a fix that is ' + rule.fix if rule.fix else ''})"
    yield ""
    languages = said_of(rule.languages)
    yield from _wrapped(
        one_line(rule.summary) + "." + (f" For pages in {languages}." if languages else "")
    )
    yield ""
    yield from _wrapped("Why: " + " ".join(rule.why.split()))
    reported = [example for example in rule.examples if _is_reported(example)]
    quiet = [example for example in rule.examples if not _is_reported(example)]
    if reported:
        yield "\nReported («…» marks the place):"
        yield from _examples(reported)
    if quiet:
        yield "\nNot reported:"
        yield from _examples(quiet)
    yield from _messages(rule)
    yield from _parameters(rule)
    if rule.see:
        yield "\nSee:"
        yield from (f"  {one_line(url)}" for url in rule.see)
    yield "\nIn jdlint.yaml (off, note, warning or error):"
    yield f"  rules:\n    {rule.name}: off"
    yield "On one line of a page, with the reason:"
    yield f"  <!-- jdlint-ignore-line {rule.name}: the reason -->"


def _is_reported(example: Example) -> bool:
    return bool(example.bad) or any("«" in text for text in example.pages.values())


def _wrapped(text: str) -> Iterator[str]:
    return wrapped(text, min(terminal.width() or _WIDE, _WIDE), 0, 0)


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    for example in examples[:_MOST]:
        if example.given.get("with"):
            settings = ", ".join(f"{k}: {_plain(v)}" for k, v in example.given["with"].items())
            yield f"  with {{{settings}}}"
        for path, text in example.pages.items():
            yield f"  {path}"
            yield from _text(text)
        if not example.pages:
            yield from _text(example.bad or example.good)
        if example.bad and example.fixed:
            yield "  becomes"
            yield from _text(example.fixed)
        yield ""


def _text(text: str) -> Iterator[str]:
    yield from ("  │ " + line for line in text.rstrip("\n").split("\n"))


def _messages(rule: Rule) -> Iterator[str]:
    texts = [rule.message] if isinstance(rule.message, str) else list(rule.message.values())
    yield "It says:"
    for text in texts:
        yield from wrapped(f"  {one_line(text)}", min(terminal.width() or _WIDE, _WIDE), 0, 4)


def _parameters(rule: Rule) -> Iterator[str]:
    width = min(terminal.width() or _WIDE, _WIDE)
    rows = {name: value for name, value in rule.params.items() if _plain(value)}
    if rows:
        yield "\nParameters (set them under “with:”):"
    for name, value in rows.items():
        yield from wrapped(f"  {name}: {one_line(_plain(value))}", width, 0, 6)


def _plain(value: object) -> str:
    """A value as a configuration would have it, long ones cut."""
    if isinstance(value, Mapping):
        text = ", ".join(f"{k}: {_plain(v)}" for k, v in list(value.items())[:8])
        return f"{{{text}{', …' if len(value) > 8 else ''}}}"
    if isinstance(value, list | tuple):
        text = ", ".join(map(_plain, value[:8]))
        return f"[{text}{', …' if len(value) > 8 else ''}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
