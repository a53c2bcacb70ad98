"""``jdlint explain``."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator

from jdlint.config import project
from jdlint.lang.language import said_of
from jdlint.rules import catalogue
from jdlint.rules.rule import Example, Rule


def main(options: argparse.Namespace) -> int:
    """Explain a rule, or all rules of a group; raises ``ConfigError`` for a name that none has."""
    found = project.find(config=options.config)
    rules = catalogue.all_rules(found.data, found.root, examples=True)
    chosen = catalogue.named(rules, options.rule)
    sys.stdout.write("\n\n".join("\n".join(_lines(rule)) for rule in chosen) + "\n")
    return 0


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.name}  ({rule.severity}{', has a fix that is ' + rule.fix if rule.fix else ''})"
    yield ""
    languages = said_of(rule.languages)
    yield from _wrapped(rule.summary + "." + (f" For pages in {languages}." if languages else ""))
    yield ""
    yield from _wrapped("Why: " + " ".join(rule.why.split()))
    bad = [example for example in rule.examples if example.bad][:3]
    good = [example for example in rule.examples if example.good][:3]
    if bad:
        yield "\nReported («…» marks the place):"
        yield from (line for example in bad for line in _example(example.bad, example))
    if good:
        yield "\nNot reported:"
        yield from (line for example in good for line in _example(example.good, example))
    if rule.see:
        yield "\nSee:"
        yield from (f"  {url}" for url in rule.see)
    yield f"\nTurn it off in jdlint.yaml:\n  rules:\n    {rule.name}: off"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 96) or [""]


def _example(text: str, example: Example) -> Iterator[str]:
    yield from ("  │ " + line for line in text.rstrip("\n").split("\n"))
    if example.bad and example.fixed:
        yield "  becomes"
        yield from ("  │ " + line for line in example.fixed.rstrip("\n").split("\n"))
    yield ""
