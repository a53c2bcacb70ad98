"""Workflow commands, read as a runner of GitHub Actions reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from jdlint.core.diagnostic import Report
from jdlint.core.text import Source
from jdlint.report import Given, render
from tests.report.conftest import HOSTILE, PATHS, diagnostic


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def commands(text: str) -> list[Command]:
    """What a runner obeys: ``::name k=v,k=v::message`` at the start of a line,
    ``##[name k=v;]message`` anywhere."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        if match := re.match(r"\s*::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)", line):
            pairs = (pair.split("=", 1) for pair in (match[2] or "").split(",") if "=" in pair)
            found.append(
                Command(match[1], {k: unescaped(v, ":,") for k, v in pairs}, unescaped(match[3]))
            )
        elif match := re.search(r"##\[(\S*?)\s?[^\]]*\](.*)", line):
            found.append(Command(match[1], {}, match[2]))
    return found


def unescaped(text: str, also: str = "") -> str:
    for char in "\r\n" + also:
        text = text.replace(f"%{ord(char):02X}", char)
    return text.replace("%25", "%")


def test_the_runner_obeys_our_commands_only(rendered: Callable[[str], str]) -> None:
    text = rendered("github")
    found = commands(text)
    assert [c.name for c in found] == ["error"] * 5 + ["warning"] * 5 + ["notice"] * 5
    assert sorted({c.properties["file"] for c in found}) == sorted(PATHS)
    assert all(
        set(c.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for c in found
    )
    assert "\x1b" not in text
    assert "##[" not in re.sub(r"^::\w+ file=[^,]*", "", text, flags=re.MULTILINE)


def test_the_words_arrive(rendered: Callable[[str], str]) -> None:
    error = commands(rendered("github"))[0]
    assert "::error file=x::pwned" in error.message
    assert "%0A::warning::pwned" in error.message
    assert error.properties["title"] == "jdlint own/hostile"


def test_ten_of_a_kind_the_worst_first_and_the_rest_counted() -> None:
    source = Source("jobs/a.md", "word\n" * 40)
    warnings = [diagnostic(source, "word", message=f"w{n}") for n in range(25)]
    errors = [diagnostic(source, "word", message=f"e{n}", severity="error") for n in range(12)]
    text = render("github", Report((*warnings, *errors), 1), Given(lambda _: source, {}))
    assert [c.name for c in commands(text)] == ["error"] * 10 + ["warning"] * 10
    assert "17 more findings, not shown as annotations (2 errors, 15 warnings):" in text
    assert text.count("jobs/a.md:1:1: ") == 17


def test_lines_and_columns() -> None:
    source = Source("a.md", "one two\nthree\n")
    one = diagnostic(source, "two")
    over = diagnostic(source, "two\nthree\n")
    text = render("github", Report((one, over), 1), Given(lambda _: source, {}))
    first, second = (c.properties for c in commands(text))
    assert first == {
        "file": "a.md",
        "line": "1",
        "endLine": "1",
        "col": "5",
        "endColumn": "8",
        "title": "jdlint style/slang",
    }
    assert (second["line"], second["endLine"]) == ("1", "2")
    assert "col" not in second


def test_a_log_line_never_is_a_command() -> None:
    source = Source("::error::a.md", "word")
    rows = tuple(diagnostic(source, "word", message=HOSTILE, severity="error") for _ in range(11))
    text = render("github", Report(rows, 1, ("::error::aside",)), Given(lambda _: source, {}))
    assert len(commands(text)) == 10
