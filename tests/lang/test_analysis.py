"""The analysis of prose: spans, sentences, phrases, clauses; bounded on hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.lang.en.syntax.analysis import MOST, Analysis, analyse

PIECES = [*"abeginrstTW0129.,;:!?'’\"“”()-–/&@#+_ \n\ufffc", "n't", "'s", "the ", "e.g.", "crew "]
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(PROSE)
def test_tokens_slice_back_and_cover_all_but_white_space(text: str) -> None:
    found = analyse(text)
    end = 0
    for number, token in enumerate(found.tokens):
        assert token.position == number
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert not text[end : token.start].strip()
        assert token.spaced == (token.start > end or not number)
        assert token.tag in token.tags
        end = token.end
    assert not text[end:].strip()
    assert tuple(token for part in found.sentences for token in part.tokens) == found.tokens


@given(PROSE)
def test_phrases_and_groups_are_in_order_and_do_not_overlap(text: str) -> None:
    found = analyse(text)
    for rows in (found.noun_phrases, found.verb_groups):
        end = 0
        for row in rows:
            assert row.start >= end
            end = row.end
    for clause in found.clauses:
        assert clause.subject.end <= clause.verbs.start


@pytest.mark.parametrize("char", ["a", ".", "'", "-", "@", "9", ",", "\ufffc", " ", "_", "+", "é"])
def test_a_megabyte_of_one_character_is_cut_off(char: str) -> None:
    found = analyse(char * 1_000_000)
    assert sum(token.end - token.start for token in found.tokens) == (0 if char == " " else MOST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don't sail.", ["We", "do", "n't", "sail", "."]),
        ("The crew’s boat", ["The", "crew", "’s", "boat"]),
        ("You cannot", ["You", "can", "not"]),
        ("a full-time role, C++ and C#", ["a", "full-time", "role", ",", "C++", "and", "C#"]),
        ("tides, e.g. in Bergen", ["tides", ",", "e.g.", "in", "Bergen"]),
        ("40,000 a year (p.m.)", ["40,000", "a", "year", "(", "p.m.", ")"]),
        ("his/her Node.js .NET R&D", ["his", "/", "her", "Node.js", ".NET", "R&D"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [token.text for token in analyse(text).tokens] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We sail. You mend nets.", 2),
        ("We sail at 5 p.m. on weekdays", 1),
        ("Report to Dr. Vik (harbour). Mend nets", 2),
        ("Mooring Ltd. is small. “We like it.” You too?", 3),
        ("Sail\nwith us", 1),
        ("Sail\n\nWith us", 2),
        ("tools, e.g. Rust", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(analyse(text).sentences) == count


def phrases(found: Analysis) -> list[str]:
    return [found.text[phrase.start : phrase.end] for phrase in found.noun_phrases]


def test_noun_phrases() -> None:
    found = analyse("You will coach the three senior ship engineers of our crew in Bergen.")
    assert phrases(found) == ["You", "the three senior ship engineers", "our crew", "Bergen"]
    engineers = found.noun_phrases[1]
    assert engineers.determiner is not None
    assert engineers.determiner.lower == "the"
    assert (engineers.head.lemma, engineers.number) == ("engineer", "plural")
    assert [token.text for token in engineers.modifiers] == ["three", "senior", "ship"]


def test_verb_groups() -> None:
    found = analyse("You will not be hired to lead the crew.")
    forms = [(found.text[group.start : group.end], group.form) for group in found.verb_groups]
    assert forms == [("will not be hired", "finite"), ("to lead", "infinitive")]
    assert found.verb_groups[0].passive


def test_clauses_reach_over_a_phrase_with_of_but_give_up_on_a_series() -> None:
    found = analyse("The crews of the ship are small.")
    assert [(clause.head.text, clause.number) for clause in found.clauses] == [("crews", "plural")]
    series = analyse("We like nets, ropes, knots and the sea is cold.")
    assert [clause.head.text for clause in series.clauses] == ["We"]


def test_what_is_hidden_is_one_noun() -> None:
    token = analyse("Write to \ufffc\ufffc today.").tokens[2]
    assert (token.hidden, token.noun, token.number) == (True, True, "")


def test_chances_of_a_token_add_up() -> None:
    for token in analyse("Support and guide the building crew's work.").tokens:
        assert sum(token.chance(tag) for tag in token.tags) == pytest.approx(1)
        assert token.chance(*token.tags) == pytest.approx(1)
        assert token.surely(*token.tags)
    our = analyse("our crew").tokens[0]
    assert our.plausible() == (("PRP$", 1.0),)
