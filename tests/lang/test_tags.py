"""What a word can be, and what it is in its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.lang.en import forms, lexicon
from jdlint.lang.en.tokens import words


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("team", "N"), ("teams", "P"), ("feedback", "M"), ("manage", "V"), ("managing", "G"),
        ("built", "E"), ("quickly", "R"), ("children", "P"), ("our", "T"), ("strategies", "P"),
        ("planned", "E"), ("larger", "J"),
    ],
)  # fmt: skip
def test_first_tag(word: str, first: str) -> None:
    assert lexicon.tags(word)[0] == first


def test_a_word_that_is_none() -> None:
    assert lexicon.tags("zzxqy") == ""
    assert not lexicon.known("zzxqy")


def test_every_listed_word_is_found() -> None:
    rows = (
        Path(lexicon.__file__).with_name("words.txt").read_text(encoding="utf-8").split("\n")[1:-1]
    )
    assert rows == sorted(rows, key=lambda row: row.split(" ")[0])
    for row in rows[:: len(rows) // 400]:
        word, tags = row.split(" ")
        assert lexicon._listed(word) == tags
    for row in (rows[0], rows[-1]):
        assert lexicon._listed(row.split(" ")[0])


def test_the_list_is_small() -> None:
    assert Path(lexicon.__file__).with_name("words.txt").stat().st_size < 1_000_000


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Lead the team", "Lead", "V"),
        ("the team lead", "lead", "N"),
        ("You will report to them", "report", "V"),
        ("the report is long", "report", "N"),
        ("a building process", "process", "N"),
        ("to process the order", "process", "V"),
        ("team members to call", "members", "P"),
    ],
)
def test_tag_in_place(text: str, word: str, tag: str) -> None:
    cut = words(text)
    assert cut.tags[cut.texts.index(word)] == tag


@pytest.mark.parametrize(
    ("function", "word", "form"),
    [
        (forms.plural, "policy", "policies"), (forms.plural, "day", "days"),
        (forms.plural, "Person", "People"), (forms.singular, "companies", "company"),
        (forms.singular, "processes", "process"), (forms.singular, "class", "class"),
        (forms.gerund, "manage", "managing"), (forms.gerund, "plan", "planning"),
        (forms.gerund, "see", "seeing"), (forms.past, "apply", "applied"),
        (forms.past, "ship", "shipped"),
    ],
)  # fmt: skip
def test_forms(function: object, word: str, form: str) -> None:
    assert callable(function)
    assert function(word) == form


def test_base() -> None:
    assert forms.base("understanding", lexicon.tags) == "understand"
    assert forms.base("managed", lexicon.tags) == "manage"
    assert forms.base("team", lexicon.tags) == "team"


def test_nothing_is_read_before_a_word_is_asked_for() -> None:
    code = (
        "import jdlint.checks.words.tokens, jdlint.lang.en.lexicon as x; "
        "print(x.lines.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
