"""What of LanguageTool's remarks on other languages is kept: no server is asked here."""

from __future__ import annotations

import pytest

from jdlint.io.grammar.client import Match
from jdlint.io.grammar.other_languages import has_markup, remark, silent
from jdlint.lang.detect import is_frequent


def kept(text: str, found: str, better: str, category: str = "TYPOS") -> bool:
    at = text.index(found)
    match = Match(at, len(found), "RULE", "says", category, (better,))
    return bool(list(remark(text, match)))


@pytest.mark.parametrize(
    ("text", "found", "better"),
    [
        ("Im Rechnungswesen arbeitst du viel.", "arbeitst", "arbeitest"),
        ("Wir respektieren uns als Individuuen.", "Individuuen", "Individuen"),
        ("Nous comptons sur un stagaire motivé.", "stagaire", "stagiaire"),
        ("un business developeur en herbe", "developeur", "développeur"),
        ("dans l'utilisatiton du produit", "utilisatiton", "utilisation"),
        ("Une expereince de la vente", "expereince", "expérience"),
    ],
)
def test_slips_are_told(text: str, found: str, better: str) -> None:
    # “l'…” is a word of its own behind an elision
    assert kept(text, found, better) is not text.startswith("dans")


@pytest.mark.parametrize(
    ("text", "found", "better"),
    [
        ("Wir arbeiten mit Terraform.", "Terraform", "Terraforma"),
        ("Un·e concepteur·trice de contenu", "trice", "trique"),
        ("für dein Product Team", "Product", "Produkt"),
        ("des outils habilitants", "habilitants", "habilitant"),
        ("un solutionniste créatif", "solutionniste", "solutionnisme"),
        ("Rédigera des infocapsules", "infocapsules", "info capsules"),
        ("avec Javascript", "Javascript", "JavaScript"),
        ("bureaux à Kitchener", "Kitchener", "Kitchenette"),
        ("développeur(-euse)", "euse", "eusse"),
        ("le site metiers.numerique", "numerique", "numérique"),
        ("Grosse Freude am Brot", "Grosse", "Große"),
    ],
)
def test_names_signs_and_english_are_let_be(text: str, found: str, better: str) -> None:
    assert not kept(text, found, better)


def test_grammar_beside_a_sign_for_all_genders_is_let_be() -> None:
    assert kept("Wir suchen eine erfahrene Mitarbeiter.", "eine erfahrene", "einen", "GRAMMAR")
    for text in (
        "Wir suchen eine*n erfahrene*n Mitarbeiter.",
        "Nous cherchons un ou d’une communicateur, sur place.",
        "Nous cherchons des développeur·se·s, ici.",
    ):
        assert not kept(text, text.split()[-1], "x", "GRAMMAR")
    assert not kept("les talents, le SNC renforce tout", "renforce", "renforcent", "AGREEMENT")
    assert kept("Toll: ein*e Bäcker. Wir sucht Brot.", "sucht", "suchen", "GRAMMAR")


def test_markup_is_no_text() -> None:
    assert has_markup("</p></li><li><p>Abwechslungsreiche Aufgaben")
    assert not has_markup("Mehr als 3 < 4 Öfen, und a<b")


@pytest.mark.parametrize("code", ["de", "fr"])
def test_each_silent_rule_has_its_reason(code: str) -> None:
    assert silent(code).categories
    assert all(silent(code))
    assert not silent("xx").rules


def test_the_words_that_a_language_needs_are_no_names() -> None:
    assert all(map(is_frequent, "dem und wenn nous des les".split()))
    assert not any(map(is_frequent, "hackt starkem fernhill".split()))
