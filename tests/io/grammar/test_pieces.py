"""Sentences are cut where every reader would, and every letter of them stays in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.io.grammar.pieces import pieces


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("You bake bread. We sell it.", ["You bake bread.", "We sell it."]),
        ("Do you bake? “We do!” she said.", ["Do you bake?", "“We do!” she said."]),
        ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
        ("Wir backen Brot. Äpfel auch.", ["Wir backen Brot.", "Äpfel auch."]),
        ("We bake (and sell).\nYou help.", ["We bake (and sell).", "You help."]),
        ("Flour, yeast, etc. You will bake.", None),
        ("Ask Prof. Miller of Hull.", None),
        ("We use tools, e.g. Docker, daily.", None),
        ("Start am 3. Oktober in Bremen.", None),
        ("J. Baker and No. Two", None),
        ("Use Node.js or bake. e.g. rye", None),
        ("Made in the U.S. Bakers wanted.", None),
        ("", [""]),
    ],
)
def test_cut(text: str, sentences: list[str] | None) -> None:
    assert [piece.text for piece in pieces(text)] == (sentences or [text])


@given(st.text("aBÄ .!?“”()\n\ufffc3", max_size=60))
def test_places(text: str) -> None:
    found = pieces(text)
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in found)
    letters = sum(map(str.isalnum, text))
    assert sum(sum(map(str.isalnum, piece.text)) for piece in found) == letters
