"""The pages of the documentation that show the rules, one each, and their index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from jdlint.lang.language import said_of
from jdlint.rules.rule import Rule

GROUPS = {
    "consistency": "Pages that should agree",
    "file": "Files",
    "front-matter": "Front matter",
    "grammar": "Grammar",
    "inclusive": "Inclusive wording",
    "links": "Links",
    "lists": "Lists",
    "pay": "Pay and place",
    "posting": "What is published",
    "sections": "Sections",
    "spelling": "Spelling",
    "style": "Style",
    "whitespace": "White space",
}


def rule_page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.name}\n"
    spoken = said_of(rule.languages)
    languages = f" For pages in {spoken}." if spoken else ""
    fix = f"; has a fix ({rule.fix})" if rule.fix else ""
    yield f"**{rule.summary}.** Severity: {rule.severity}{fix}.{languages}\n"
    yield f"## Why\n\n{' '.join(rule.why.split())}\n"
    bad = [e for e in rule.examples if e.bad]
    good = [e for e in rule.examples if e.good]
    pages = [e for e in rule.examples if e.pages]
    yield from examples_of(bad, good, pages)
    yield (
        "## Configure\n\n```yaml\nrules:\n  "
        + f"{rule.name}: off   # or note, warning, error\n```\n"
    )
    if rule.see:
        yield "## See\n"
        yield "\n".join(f"- <{url}>" if "://" in url else f"- {url}" for url in rule.see) + "\n"


def examples_of(bad: list[Any], good: list[Any], pages: list[Any]) -> Iterator[str]:
    if bad:
        yield "## Reported\n\n“«…»” marks the place.\n"
        for example in bad:
            yield fenced(example.bad)
            if example.fixed:
                yield "becomes\n\n" + fenced(example.fixed)
    if pages:
        yield "## Across pages\n"
        for example in pages:
            yield "\n".join(f"`{path}`\n\n{fenced(text)}" for path, text in example.pages.items())
            yield ""
    if good:
        yield "## Not reported\n"
        yield from (fenced(example.good) for example in good)


def fenced(text: str) -> str:
    fence = "~~~~" if "```" in text else "```"
    return f"{fence}markdown\n{text.rstrip(chr(10))}\n{fence}\n"


def write_rules(rules: tuple[Rule, ...], folder: Path) -> None:
    """A page for each rule and an index in ``folder``; pages of rules that are gone go too."""
    kept = {folder / "index.md"}
    index = [
        "# Rules\n",
        (
            f"{len(rules)} rules. A rule's name reads well after “allow”; "
            "its group can be set as a whole.\n"
        ),
    ]
    for group, rows in groupby(rules, key=lambda rule: rule.group):
        index.append(
            f"## {GROUPS.get(group, group.capitalize())}\n\n"
            "| rule | severity | fix | what it reports |\n|---|---|---|---|"
        )
        for rule in rows:
            path = folder / f"{rule.name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(rule_page(rule)), encoding="utf-8")
            kept.add(path)
            summary = rule.summary.replace("|", "\\|")
            index.append(
                f"| [{rule.name}]({rule.name}.md) | {rule.severity} | {rule.fix or ''} | "
                f"{summary} |"
            )
        index.append("")
    (folder / "index.md").write_text("\n".join(index), encoding="utf-8")
    for path in folder.rglob("*.md"):
        if path not in kept:
            path.unlink()
