"""Forms of verbs: what a word is a form of, how a form is written, and which one a context asks
for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.lang.en.tokens import Words
from jdlint.lang.en.wordforms.context import features
from jdlint.lang.en.wordforms.odds import likeliest
from jdlint.lang.en.wordforms.paradigm import BASE, ING, PAST, THIRD, Form, form_of, written

WORDS = st.lists(
    st.sampled_from("we need to mending the boat as built of crew ￼ , . 12 it's é you".split()),
    min_size=1,
    max_size=20,
)


@pytest.mark.parametrize(
    ("word", "lemma", "kind"),
    [
        ("plans", "plan", THIRD),
        ("planning", "plan", ING),
        ("applied", "apply", PAST),
        ("built", "build", PAST),
        ("wrote", "write", PAST),
        ("has", "have", THIRD),
        ("feed", "feed", BASE),
        ("managing", "manage", ING),
    ],
)
def test_a_form_names_its_verb(word: str, lemma: str, kind: int) -> None:
    assert form_of(word) == Form(lemma, kind)


@pytest.mark.parametrize("word", ["put", "being", "saw", "harbour's", "of", "12", "crewmate"])
def test_what_does_not_tell_is_no_form(word: str) -> None:
    assert form_of(word) is None


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("mend", ["mend", "mends", "mending", "mended"]),
        ("ship", ["ship", "ships", "shipping", "shipped"]),
        ("refer", ["refer", "refers", "referring", "referred"]),
        ("apply", ["apply", "applies", "applying", "applied"]),
        ("choose", ["choose", "chooses", "choosing", "chosen"]),
        ("have", ["have", "has", "having", "had"]),
        ("lie", ["lie", "lies", "lying", "lain"]),
    ],
)
def test_forms_are_written_as_they_should_be(lemma: str, forms: list[str]) -> None:
    assert [written(lemma, kind) for kind in (BASE, THIRD, ING, PAST)] == forms


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("The pump needs to delivering the water.", "delivering", BASE),
        ("The log is base on what the mates tell.", "base", PAST),
        ("You care for our docks by mend the sails.", "mend", ING),
    ],
)
def test_a_context_asks_for_a_form(text: str, word: str, meant: int) -> None:
    words, form = Words(text), form_of(word)
    assert form is not None
    others = [kind for kind in (BASE, THIRD, ING, PAST) if kind != form.kind]
    kind, odds = likeliest(words, words.lowers.index(word), form, others)
    assert (kind, odds > 2) == (meant, True)


@given(WORDS, st.integers(0, 19))
@settings(max_examples=100)
def test_features_do_not_see_the_form(parts: list[str], at: int) -> None:
    at %= len(parts)
    base, ing = ([*parts[:at], word, *parts[at + 1 :]] for word in ("mend", "mending"))
    one, two = Words(" ".join(base)), Words(" ".join(ing))
    place = one.lowers.index("mend")
    assert features(one, place, "mend") == features(two, place, "mend")
