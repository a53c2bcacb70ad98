"""Checks that read sentences: any text can be checked, and edits change nothing but their place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.checks.grammar.nouns.absent_article import AbsentArticle
from jdlint.checks.grammar.nouns.determiner_number import DeterminerNumber
from jdlint.checks.grammar.nouns.double_determiner import DoubleDeterminer
from jdlint.checks.grammar.nouns.plural_apostrophe import PluralApostrophe
from jdlint.checks.grammar.sequences.verb_series import VerbSeries
from jdlint.checks.grammar.verbs.auxiliary_form import AuxiliaryForm
from jdlint.checks.grammar.verbs.gerund_wanted import GerundWanted
from jdlint.checks.grammar.verbs.its_or_it_is import ItsOrItIs
from jdlint.checks.grammar.verbs.missing_to import MissingTo
from jdlint.checks.grammar.verbs.subject_agreement import SubjectAgreement
from jdlint.checks.words.doubled import Doubled
from jdlint.core.text import Source
from jdlint.parse import parse
from tests.conftest import ROOT

CHECKS = (
    AbsentArticle(),
    AuxiliaryForm(),
    DeterminerNumber(),
    DoubleDeterminer(),
    Doubled(),
    GerundWanted(),
    ItsOrItIs(),
    MissingTo(verbs=("aim", "need"), askers=("ask", "allow")),
    SubjectAgreement(),
    PluralApostrophe(),
    VerbSeries(),
)
WORDS = (
    "a an the each many these its it's you they crew crews ship will can has have is being sends "
    "send sent sailing select aim allow to of when own everyone that and , . `code` Bergen 12 "
    "quickly responsible [link](x)"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=20))
@settings(max_examples=150, deadline=None)
def test_every_finding_stands_on_words_of_the_page(row: list[str]) -> None:
    page = parse(Source("jobs/a.md", " ".join(row) + "\n"))
    for check in CHECKS:
        for found in check.check(page):
            assert 0 <= found.span.start < found.span.end <= len(page.source.text)
            for edit in found.edits:
                assert found.span.start <= edit.span.start <= edit.span.end <= found.span.end
                assert page.source.slice(edit.span) != edit.text


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_is_checked(text: str) -> None:
    page = parse(Source("jobs/a.md", text))
    for check in CHECKS:
        assert all(found.span.end <= len(text) for found in check.check(page))


PROBE = """
import sys
from jdlint.cli.main import main
main(sys.argv[1:])
names = ("syntax.analysis", "tagging.tagger", "articles.odds", "articles.context")
print(*(name for name in names if f"jdlint.lang.en.{name}" in sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(("grammar", "loaded"), [("off", False), ("", True)])
def test_without_grammar_the_language_engine_is_not_read(
    tmp_path: Path, grammar: str, *, loaded: bool
) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.md").write_text(
        "---\nlayout: job\ntitle: Cook\n---\n\n## Responsibilities\n\n"
        "- You will cook for a crew of ten people\n",
        encoding="utf-8",
    )
    more = ("--grammar", grammar) if grammar else ()
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "check", ".", *more],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert bool(done.stderr.split()) is loaded, done.stderr
