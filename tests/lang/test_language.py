"""Each language that has a package says what it claims to say."""

from __future__ import annotations

import pytest

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.pattern import compile_pattern
from jdlint.lang.language import NAMES, PACKAGES, Language, all_languages, language_for
from jdlint.posting.dates import named_days
from jdlint.rules.rule import Untrusted

PATTERNS = ("after_day", "before_day", "before_year", "to", "between", "joined", "down", "pay",
            "open_pay", "place", "headings", "beside")  # fmt: skip


def test_each_has_a_name_that_detection_knows() -> None:
    assert set(PACKAGES) <= set(NAMES)
    assert [row.code for row in all_languages()] == list(PACKAGES)


@pytest.mark.parametrize("code", PACKAGES)
def test_each_has_twelve_months_and_seven_days(code: str) -> None:
    language = language_for(code)
    assert (len(language.months), len(language.weekdays)) == (12, 7)


@pytest.mark.parametrize("code", PACKAGES)
def test_patterns_have_no_groups_and_are_linear(code: str) -> None:
    language = language_for(code)
    texts = [getattr(language, name) for name in PATTERNS]
    for text in filter(None, (*texts, *language.months, *language.weekdays)):
        assert re.compile(text).groups == 0
        compile_pattern(Untrusted(text))  # RE2 takes it


def test_a_language_without_a_package_says_nothing() -> None:
    assert language_for("fi") == Language("fi")
    assert [d.year for d in named_days("31.2.2027 tai 2027-02-28", "fi")] == [2027]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("de", "am Montag, den 31. August 2026", (2026, 8, 31, 0)),
        ("de", "ab dem 1.3.2027 in Kiel", (2027, 3, 1, None)),
        ("fr", "le lundi 31 août 2026", (2026, 8, 31, 0)),
        ("fr", "avant le 1er mars 2027", (2027, 3, 1, None)),
        ("es", "antes del 28 de febrero de 2027", (2027, 2, 28, None)),
        ("pt", "até segunda-feira, 31 de agosto de 2026", (2026, 8, 31, 0)),
        ("it", "entro lunedì 31 agosto 2026", (2026, 8, 31, 0)),
        ("nl", "vóór maandag 31 augustus 2026", (2026, 8, 31, 0)),
        ("en", "by Monday, 31 August 2026", (2026, 8, 31, 0)),
    ],
)
def test_days_are_read(code: str, text: str, found: tuple[int, int, int, int | None]) -> None:
    (named,) = named_days(text, code)
    assert named.day is not None
    assert (named.day.year, named.day.month, named.day.day, named.weekday) == found


@pytest.mark.parametrize("text", ["Version 3.12.2", "0431/31-06-2027", "TVöD 9.3", "14–16 Uhr"])
def test_other_figures_are_no_days(text: str) -> None:
    assert not list(named_days(text, "de"))
