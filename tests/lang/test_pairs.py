"""Pairs of words of the web, and slips that they tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.lang.en.pairs import channel, table
from jdlint.lang.en.tokens import Words

FILE = Path(table.__file__).with_name("web-pairs.bin")


def test_frequent_pairs_are_known_and_odd_ones_are_not() -> None:
    assert table.pair("responsible", "for") > table.pair("responsible", "to") > 0
    assert table.pair("responsible", "of") == 0 < table.by_chance("responsible", "of")
    assert table.pair("xyzzy", "plugh") == 0 == table.word("xyzzy")


def test_counts_are_steps_of_an_eighth_of_a_doubling() -> None:
    # 13.15e9 and 23.14e9 times in 1.02e12 words, “of the” 2.77e9 times; the floor is 1e5
    assert abs(table.pair("of", "the") - 119) <= 1
    assert abs(table.by_chance("of", "the") - 94) <= 1


def test_the_file_is_small_and_sorted() -> None:
    assert FILE.stat().st_size <= 800_000
    found = table.unpacked(FILE.read_bytes())
    for first, last in zip(found.starts, found.starts[1:], strict=False):
        assert list(found.lows[first:last]) == sorted(set(found.lows[first:last]))
    assert found.starts[-1] == len(found.lows) == len(found.steps)
    assert min(found.steps) >= 1


def test_words_of_almost_the_same_letters() -> None:
    assert "they" in channel.near("the")
    assert "the" not in channel.near("the")
    assert channel.near("xyzzy") == ()


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("We want people who many not have sailed before.", ("many", "may")),
        ("This looks pretty ease to us all.", ("ease", "easy")),
        ("With you skills we will build a great product.", ("you", "your")),
        ("We offer you benefits, training and great colleagues.", None),
        ("We leave you room to grow and send you letters.", None),
        ("We want people who may not have sailed before.", None),
        ("This looks pretty easy to us all.", None),
        ("The crew tars hulls, caulks seams and splices ropes.", None),
        ("We want people WHO Many not have sailed before.", None),
        ("You will be part of are team in Bergen.", ("are", "our")),
        ("", None),
        ("Sail", None),
        ("Sail on", None),
    ],
)
def test_slips(text: str, slip: tuple[str, str] | None) -> None:
    cut = Words(text)
    found = [(cut.texts[found.at], found.meant) for found in channel.slips(cut, 4)]
    assert found == ([slip] if slip else [])


def test_the_weights_are_as_many_as_the_features() -> None:
    cut = Words("We want people who many not have sailed before.")
    place = next(channel.places(cut))
    known = channel.weights()
    assert len(channel.features(cut, place, known)) == len(known.weights)
