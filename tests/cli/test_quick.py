"""The command line that is read without argparse means what argparse says, or is left to it."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jdlint.cli.arguments import parser_for
from jdlint.cli.fast_arguments import options_of, parsed, table_of

_PARSER = parser_for()
_TABLE = table_of(_PARSER)
_NAMES = sorted(_TABLE["options"])
_WORDS = st.sampled_from(
    [
        *_NAMES, *_NAMES, *(f"{name}=json" for name in _NAMES), "jobs", "a.md", "json", "3", "-3",
        "x3", "error", "never", "", "-", "--", "--help", "-h", "--exit", "-qq", "-q=1", "--jobs=",
        "--jobs=2", "--jobs=٣", "--fail-on=note", "--nothing", "a b", "--a b",
    ]
)  # fmt: skip


def _asked(argv: list[str]) -> dict[str, Any] | None:
    """What argparse gives, or None where it ends the program."""
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        try:
            return vars(_PARSER.parse_args(["check", *argv]))
        except SystemExit:
            return None


@given(st.lists(_WORDS, max_size=6))
@example(["a.md", "-q", "b.md"])
@example(["--select", "links", "--select=style", "a.md", "b.md", "-q", "--jobs", "2"])
def test_agrees_with_argparse_or_declines(argv: list[str]) -> None:
    found = parsed(argv, _TABLE)
    if found is not None:
        assert vars(found) == _asked(argv)


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["a.md", "b.md"],
        ["-q", "a.md"],
        ["--format", "json", "--exit-zero"],
        ["--ignore=links", "jobs"],
    ],
)
def test_common_command_lines_are_not_declined(argv: list[str]) -> None:
    found = parsed(argv, _TABLE)
    assert found is not None
    assert vars(found) == _asked(argv)


def test_the_second_time_argparse_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    first = vars(options_of(["check", "a.md", "--quiet"]))
    monkeypatch.setattr("jdlint.cli.arguments.parser_for", None)
    assert vars(options_of(["check", "a.md", "--quiet"])) == first
    assert options_of(["check", "--ignore", "style"]).ignore == ["style"]
    assert options_of(["check"]).ignore == []
