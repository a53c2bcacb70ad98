"""Languages are told by their frequent words; what a page says of itself counts next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.lang.detect import OTHER, language_of, language_of_page

# sentences of our own about an invented bakery
SENTENCES = {
    "en": "You bake the bread for our six shops and you train the people who join us.",
    "de": "Du backst das Brot für unsere sechs Läden und lernst die neuen Leute an.",
    "fr": "Vous préparez le pain pour nos six boutiques et vous formez les nouvelles personnes.",
    "es": "Preparas el pan para nuestras seis tiendas y enseñas a las personas que llegan.",
    "pt": "Você prepara o pão para as nossas seis lojas e ensina as pessoas que chegam.",
    "it": "Prepari il pane per i nostri sei negozi e insegni alle persone che arrivano.",
    "nl": "Je bakt het brood voor onze zes winkels en je leert de nieuwe mensen het vak.",
    "sv": "Du bakar bröd till våra sex butiker och lär upp de som är nya hos oss.",
    "pl": "Pieczesz chleb dla naszych sześciu sklepów i uczysz osoby, które do nas dołączają.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_enough(code: str) -> None:
    assert language_of(SENTENCES[code]).code == code


@pytest.mark.parametrize(
    "text", ["", "Kubernetes, Terraform, PostgreSQL", "2,500 – 3,000", "Bakery", "\ufffc \ufffc"]
)
def test_what_says_nothing_gives_no_language(text: str) -> None:
    assert language_of(text).code == ""


@pytest.mark.parametrize("text", ["Мы печём хлеб для шести магазинов", "私たちはパンを焼きます。"])
def test_another_script_is_another_language(text: str) -> None:
    assert language_of(text).code == OTHER


@pytest.mark.parametrize(
    ("key", "path", "configured", "code", "reason"),
    [
        ("fr-CA", "jobs/a.md", "", "fr", "by its front matter"),
        ("", "content/fr/jobs/a.md", "", "fr", "by its path"),
        ("", "jobs/a.de.md", "", "de", "by its path"),
        ("", "jobs/a.md", "de", "de", "by the configuration"),
        ("", "jobs/a.md", "", "en", "since nothing says otherwise"),
        ("", "us/ca/jobs.md", "", "en", "since nothing says otherwise"),
        ("", "jobs/hr/a.md", "", "en", "since nothing says otherwise"),
    ],
)
def test_what_a_page_says_of_itself(
    key: str, path: str, configured: str, code: str, reason: str
) -> None:
    found = language_of_page("Bakery", key, path, configured)
    assert (found.code, found.reason) == (code, reason)


def test_clear_words_are_stronger_than_a_folder() -> None:
    found = language_of_page(SENTENCES["en"] * 3, "", "jobs/it/helpdesk.md")
    assert (found.code, found.declared) == ("en", "it")


@given(st.text(max_size=400))
def test_any_text_has_a_verdict(text: str) -> None:
    assert language_of(text).margin >= 0
