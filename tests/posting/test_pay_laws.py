"""The dated law: every row is usable, has a source, and a day decides what counts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml

import jdlint.posting.law
from jdlint.checks.pay.pay_transparency import PayTransparency
from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.posting.law import law_of, laws, shipped

DATA = yaml.safe_load(
    (Path(jdlint.posting.law.__file__).parent / "pay_laws.yaml").read_text(encoding="utf-8")
)


def test_the_data_say_when_they_were_read() -> None:
    assert isinstance(DATA["as_of"], datetime.date)


@pytest.mark.parametrize("row", DATA["laws"], ids=lambda row: row["id"])
def test_a_row_names_its_source(row: dict[str, object]) -> None:
    assert str(row["source"]).startswith("https://")
    assert law_of(row).remote in ("anyone", "own")


def test_ids_are_unique() -> None:
    assert len({law.id for law in shipped()}) == len(shipped())


def test_a_project_replaces_and_adds_rows() -> None:
    own = [
        {"id": "US-CO", "name": "Colorado", "effective": "2030-01-01", "requires": []},
        {
            "id": "X",
            "name": "Fernhill Valley",
            "effective": datetime.date(2020, 1, 1),
            "requires": ["range"],
        },
    ]
    rows = {law.id: law for law in laws(own)}
    assert len(rows) == len(shipped()) + 1
    assert not rows["US-CO"].requires


@pytest.mark.parametrize(
    "row", [{}, {"id": "X"}, {"id": "X", "name": "X", "effective": "soon", "requires": []}]
)
def test_a_row_that_cannot_be_used_says_why(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="needs id, name, effective"):
        law_of(row)


def reported(place: str, day: str, report: str = "range") -> bool:
    page = parse(Source("a.md", f"---\ntitle: Installer\nlocation: {place}\n---\nInstall pumps.\n"))
    return bool(list(PayTransparency(report, {"today": day}).check(page)))


@pytest.mark.parametrize(
    ("place", "day", "due"),
    [
        ("Denver, CO", "2026-01-01", True),
        ("Denver, CO", "2020-12-31", False),
        ("Seattle, Washington", "2026-01-01", True),
        ("Washington, DC", "2024-06-29", False),
        ("Austin, Texas", "2026-01-01", False),
        ("Remote, United States", "2026-01-01", True),
        ("Remote, Canada", "2023-10-31", False),
        ("Remote, Germany", "2026-01-01", False),
    ],
)
def test_place_and_day_decide(place: str, day: str, *, due: bool) -> None:
    assert reported(f'"{place}"', day) is due


def test_a_law_to_come_is_not_due() -> None:
    assert reported("Delaware", "2026-01-01", "future")
    assert not reported("Delaware", "2026-01-01")
