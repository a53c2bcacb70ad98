"""What the documentation shows is true: configurations validate, commands exist,
links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jdlint.cli.arguments import parser_for
from jdlint.config.validate import placed_errors
from tests.conftest import ROOT

PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "docs" / "rules" / "index.md",
    ROOT / "examples" / "README.md",
]
IDS = [str(path.relative_to(ROOT)) for path in PAGES]


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_configurations_validate(path: Path) -> None:
    for text in blocks(path, "yaml"):
        if not re.search(
            r"^(?:pages|site|sections|rules|extends|grammar|external|pay|suppressions|front-matter"
            r"|posting|language|exclude|baseline|rule-paths|overrides):",
            text,
            re.MULTILINE,
        ):
            continue  # a workflow, a hook, a rule file
        _, errors = placed_errors(
            text.encode(), "jdlint.yaml", ROOT / "schemas" / "config.schema.json"
        )
        assert not errors, (text, errors)


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_commands_and_options_exist(path: Path) -> None:
    actions = parser_for()._actions
    commands = next(a.choices for a in actions if isinstance(getattr(a, "choices", None), dict))
    text = path.read_text(encoding="utf-8")
    for command in re.findall(r"`jdlint ([a-z][a-z-]*)", text) + re.findall(
        r"^\$ jdlint ([a-z-]+)", text, re.MULTILINE
    ):
        assert command in commands, command
    known = {
        o
        for parser in (*commands.values(), parser_for())
        for a in parser._actions
        for o in a.option_strings
    }
    for option in re.findall(r"jdlint check[^`\n]*?(--[a-z][a-z-]+)", text):
        assert option in known, option


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_relative_links_lead_to_files(path: Path) -> None:
    for target in re.findall(
        r"\]\(([^)\s#]+)(?:#[^)]*)?\)",
        re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL),
    ):
        if "://" not in target:
            assert (path.parent / target).exists(), target
