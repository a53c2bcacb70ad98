"""Amounts are read as the language of the page writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.lang.language import PACKAGES
from jdlint.posting.amounts import amounts, broken_figures, ranges


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("60.000 €", 60_000),
        ("60 000 €", 60_000),
        ("60\u202f000 euros", 60_000),
        ("CHF 95'000.–", 95_000),
        ("€ 3.380,– brutto", 3_380),
        ("R$ 2.800,50", 2_800.5),
        ("15,80 €/Std.", 15.8),
        ("45 k€", 45_000),
    ],
)
def test_figures(text: str, amount: float) -> None:
    assert list(amounts(text)) == [amount]


@pytest.mark.parametrize("text", ["75 %", "40 Std./Monat", "seit 1987", "01.04.2019", "5 km"])
def test_other_figures_are_no_money(text: str) -> None:
    assert not list(amounts(text))


@pytest.mark.parametrize(
    ("code", "text", "fault"),
    [
        ("de", "42.000 bis 48.000 Euro", ""),
        ("de", "48.000 bis 42.000 Euro", "reversed"),
        ("de", "zwischen 50.000 und 45.000 €", "reversed"),
        ("fr", "28 000 € à 32 000 €", ""),
        ("fr", "entre 44 k€ et 38 k€", "reversed"),
        ("es", "24.000 € a 24.000 €", "same"),
        ("pt", "R$ 3.400,00 a R$ 2.800,00", "reversed"),
        ("en", "£60,000.50 to £70,000.00", ""),
    ],
)
def test_ranges(code: str, text: str, fault: str) -> None:
    (row,) = ranges(text, code)
    assert row.fault == fault


@pytest.mark.parametrize(
    "text", ["20 und 10 Euro", "6–14 Uhr", "von 50.000 € auf 30.000 €", "2024–2020"]
)
def test_other_pairs_are_no_ranges(text: str) -> None:
    assert not list(ranges(text, "de"))


@given(st.sampled_from(PACKAGES), st.text("0123456789.,'’ €k–-$£Rabetund", max_size=60))
def test_any_text_is_read(code: str, text: str) -> None:
    for row in ranges(text, code):
        assert 0 <= row.start < row.end <= len(text)
    assert all(amount >= 0 for amount in amounts(text))
    assert all(start < end for start, end in broken_figures(text, code))
