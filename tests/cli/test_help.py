"""What people mistype, and what they ask for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.cli.commands.explain import lines_of
from jdlint.rules.catalogue import shipped_rules


def run(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jdlint", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "said", "usage"),
    [
        (["chek"], "there is no command “chek”, did you mean “check”?", "“jdlint --help”"),
        (["fix"], "there is no command “fix”: that is “jdlint check --fix”", "“jdlint --help”"),
        (["version"], "that is “jdlint --version”", "“jdlint --help”"),
        (["tests"], "there is no command “tests”: that is “jdlint check tests”", ""),
        (
            ["check", "--fromat", "json"],
            "“--fromat”, did you mean “--format”?",
            "“jdlint check --help”",
        ),
        (
            ["check", "--format", "jsn"],
            "there is no “jsn”, did you mean “json”?",
            "“jdlint check --help”",
        ),
        (["rules", "--color"], "there is no option “--color”", "“jdlint rules --help”"),
        (
            ["check", "--max", "ten"],
            "--max takes a whole number, not “ten”",
            "“jdlint check --help”",
        ),
        (["explain"], "required: RULE", "“jdlint explain --help”"),
        (["rules", "stlye"], "there is no rule or group “stlye”, did you mean “style”?", ""),
    ],
)
def test_what_was_meant_is_named(words: list[str], said: str, usage: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert usage in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_help_is_a_command_too() -> None:
    assert run("help", "links").stdout == run("links", "--help").stdout
    assert run("help").stdout == run("--help").stdout


def test_rules_of_a_group() -> None:
    done = run("rules", "suppress", "missing-scheme")
    names = [line.split()[0] for line in done.stdout.splitlines() if "/" in line]
    assert "links/missing-scheme" in names
    assert {name.split("/")[0] for name in names} == {"suppress", "links"}


def test_words_come_and_go(tmp_path: Path) -> None:
    (tmp_path / "jdlint.yaml").write_text("grammar: harper\n")
    run("words", "--add", "mill", "loaf", cwd=tmp_path)
    assert run("words", "--list", cwd=tmp_path).stdout == "loaf\nmill\n"
    assert (
        "taken out of .jdlint-words.txt: mill"
        in run("words", "--remove", "mill", cwd=tmp_path).stdout
    )
    assert run("words", cwd=tmp_path).stdout == "loaf\n"
    assert "has none of them" in run("words", "--remove", "mill", cwd=tmp_path).stdout


def test_config_says_what_holds_and_where(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.md").write_text("Bake.\n")
    (tmp_path / "base.yaml").write_text("rules: {style: off}\n")
    (tmp_path / "jdlint.yaml").write_text(
        "extends: base.yaml\npages: jobs/*.md\nrules: {links/vague-text: error}\n"
        "overrides:\n  - files: jobs/a.md\n    rules: {lists: note}\n"
    )
    said = run("config", "jobs/a.md", cwd=tmp_path).stdout
    assert "configuration  jdlint.yaml" in said
    assert "extends        base.yaml" in said
    assert "job page       yes, “pages” names it" in said
    assert "links/vague-text: error  (by itself" in said
    assert "said in “overrides”" in said
    assert run("config", "nowhere", cwd=tmp_path).returncode == 2


def test_every_rule_explains_itself_with_its_examples() -> None:
    rules = [rule for rule in shipped_rules(examples=True) if rule.examples]
    assert len(rules) > 150
    for rule in rules:
        assert any(line.startswith("  │ ") for line in lines_of(rule)), rule.name
    assert "/handbook" in run("explain", "links/inconsistent-link").stdout


def test_config_of_a_page_that_no_pattern_names_leads_to_why(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Bake.\n")
    said = run("config", "a.md", cwd=tmp_path).stdout
    assert "“jdlint check --why FILE” says how" in said
    assert (
        "a.md: a job page: it is named here" in run("check", "--why", "a.md", cwd=tmp_path).stdout
    )
