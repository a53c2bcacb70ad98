"""A rule is asked about pages in its languages only; pages are compared within a language."""

from __future__ import annotations

from pathlib import Path

import pytest

import jdlint
from jdlint.config.project import find
from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.posting.language import is_foreign, page_language, with_language

# an invented bakery; “an der”, “die die”, “a un”, “etc.” and “nous nous” are right
GERMAN = """---
title: Bäcker (m/w/d)
---

Sie arbeiten an der Theke und in der Backstube, und Sie kennen die Öfen, die die Brote backen.
"""
FRENCH = """---
title: Boulanger ou boulangère
---

Vous préparez le pain, les gâteaux, etc. Il y a un four et nous nous occupons des informations.
"""
ENGLISH = "You report to an manager and to the the baker who leads our six shops in the valley.\n"


def _rules(text: str, path: str = "jobs/baker.md", **config: object) -> list[str]:
    return [d.rule for d in jdlint.check_text(text, path=path, config=config, grammar="harper")]


@pytest.mark.parametrize("text", [GERMAN, FRENCH])
def test_english_rules_leave_other_pages_alone(text: str) -> None:
    assert not [rule for rule in _rules(text) if rule.startswith(("grammar/", "style/"))]


def test_english_pages_are_checked() -> None:
    assert {"grammar/wrong-article", "grammar/doubled-word"} <= set(_rules(ENGLISH))


def test_the_configuration_says_the_language_of_pages_that_do_not() -> None:
    short = "Nous nous the the.\n"
    assert "grammar/doubled-word" in _rules(short)
    assert "grammar/doubled-word" not in _rules(short, language="fr")
    by_path = {"fr": ["carrieres/**"], "de": "stellen/**"}
    assert "grammar/doubled-word" not in _rules(short, "carrieres/a.md", language=by_path)
    assert "grammar/doubled-word" in _rules(short, "jobs/a.md", language=by_path)


def test_a_quoted_block_in_another_language_is_let_be() -> None:
    quoted = ENGLISH + "\n> Sie arbeiten an der Theke, die die Bäcker jeden Morgen öffnen.\n"
    found = jdlint.check_text(quoted)
    assert {d.start.line for d in found if d.rule.startswith("grammar/")} == {1}
    page = with_language(parse(Source("a.md", quoted)))
    assert is_foreign(page, quoted.index("Theke"))
    assert not is_foreign(page, 0)


@pytest.mark.parametrize(
    ("text", "path", "code", "reason"),
    [
        ("---\nlang: fr-CA\n---\nEmployés\n", "a.md", "fr", "by its front matter"),
        ("---\nlanguage: Python\n---\nStaff\n", "a.md", "en", "since nothing says otherwise"),
        ("Stellen\n", "content/de/a.md", "de", "by its path"),
        (GERMAN, "jobs/a.md", "de", "by its words"),
        ("---\nlang: de\n---\n" + ENGLISH * 3, "a.md", "en", "by its words"),
    ],
)
def test_why_a_page_is_in_a_language(text: str, path: str, code: str, reason: str) -> None:
    found = page_language(parse(Source(path, text)))
    assert (found.code, found.reason) == (code, reason)


SHARED = {
    "en": (
        "We bake bread for six shops in the valley and we deliver it before seven in the morning."
    ),
    "de": "Wir backen Brot für sechs Läden im Tal und liefern es vor sieben Uhr am Morgen aus.",
}


def test_pages_are_compared_with_those_in_their_language(tmp_path: Path) -> None:
    (tmp_path / "jdlint.yaml").write_text("pages: jobs/**\n", encoding="utf-8")
    for code, text in SHARED.items():
        folder = tmp_path / "jobs" / code
        folder.mkdir(parents=True)
        for number in range(6):
            changed = text.replace("sieben", "acht") if number == 5 else text
            page = f"---\ntitle: Baker {number}\nlayout: job\n---\n\n{changed}\n"
            (folder / f"{number}.md").write_text(page, encoding="utf-8")
    session = jdlint.Session(find([tmp_path]), grammar="off")
    found = [d for d in session.report().diagnostics if d.rule == "consistency/wording-drift"]
    assert [d.path.rpartition("jobs/")[2] for d in found] == ["de/5.md"]
    assert "5 of 6 pages" in found[0].message


def test_a_project_s_own_rule_is_for_the_language_of_its_pages(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "style"
    folder.mkdir(parents=True)
    rule = "summary: Backstube\ncheck: terms\nwith: {terms: [Backstube]}\nmessage: No\n"
    (folder / "place.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "jdlint.yaml").write_text("pages: '*.md'\nrule-paths: own\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(GERMAN, encoding="utf-8")
    found = jdlint.Session(find([tmp_path]), grammar="off").report().diagnostics
    assert "style/place" in {d.rule for d in found}


# “Github” and “vous  vous” would be mended on an English page as well
MENDED = """---
title: Boulanger ou boulangère
---

Vous publiez vos recettes sur Github et sur Linkedin, avec nos  clients.\x20

* Le four est à vous vous
* Le pain est à nous
"""


def test_a_fix_changes_no_word_of_a_page_that_is_not_in_english() -> None:
    found = jdlint.check_text(MENDED)
    kinds = {d.rule: d.fix for d in found}
    assert kinds["grammar/product-name"] == "unsafe"
    assert kinds["whitespace/trailing-space"] == "safe"
    fixed = jdlint.fix_text(MENDED).text
    assert fixed != MENDED
    assert fixed.split() == MENDED.split()


def test_the_same_fix_is_safe_on_a_page_in_english() -> None:
    found = jdlint.check_text("You bake our bread and publish the recipes on Github.\n")
    assert [d.fix for d in found if d.rule == "grammar/product-name"] == ["safe"]


def test_what_leaves_words_alone_stays_safe() -> None:
    text = MENDED + "\nLe four / le pain et la bonne/ le bon.\n"
    kinds = {d.rule: d.fix for d in jdlint.check_text(text)}
    assert kinds["style/space-beside-slash"] == "safe"
