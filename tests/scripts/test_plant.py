"""What ``scripts/plant`` plants and how it counts."""

from __future__ import annotations

import random
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT

sys.path.append(str(ROOT / "scripts"))

LINE = (
    "Our crews have described the tide for years, and each ship brings a well-known log of its own."
)


@pytest.fixture(scope="module")
def plant() -> ModuleType:
    loader = SourceFileLoader("plant", str(ROOT / "scripts" / "plant"))
    spec = spec_from_loader("plant", loader)
    assert spec
    module = module_from_spec(spec)
    sys.modules["plant"] = module
    loader.exec_module(module)
    return module


def test_each_change_alters_its_place_and_nothing_else(plant: ModuleType) -> None:
    for kind, changes in plant.KINDS.items():
        for change in changes(LINE):
            case = plant.Planted(kind, LINE, change)
            assert case.text != LINE
            assert case.text.startswith(LINE[: change.start])
            assert case.text.endswith(LINE[change.end :])


def test_the_same_seed_plants_the_same(plant: ModuleType) -> None:
    def run() -> list[str]:
        return [case.text for case in plant.planted([LINE, LINE.upper()], 1, random.Random(7))]

    assert run() == run() != []


@given(st.text(max_size=30))
def test_a_source_falls_into_one_split_for_good(name: str) -> None:
    from plant_sources import split_of

    assert split_of(name) == split_of(name) in ("train", "dev", "test")


def test_one_source_of_twenty_is_kept_for_the_test() -> None:
    from plant_sources import split_of

    names = [split_of(f"page-{number}") for number in range(4000)]
    assert 120 < names.count("test") < 280
    assert 120 < names.count("dev") < 280


def test_found_is_what_touches_the_place_and_was_not_there_before(plant: ModuleType) -> None:
    case = plant.Planted("doubled word", "We sail home.", plant.Change(3, 7, "sail sail"))
    there = plant.Remark("grammar/doubled-word", 3, 12, "")
    assert plant.is_found(case, [there], [])
    assert not plant.is_found(case, [there], [there])
    assert not plant.is_found(case, [there._replace(start=30, end=33)], [])


def test_the_table_goes_between_its_marks(plant: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- planted: made by scripts/plant -->\nold\n<!-- /planted -->\nz\n")
    plant.write(page, "planted", "| new |\n")
    assert (
        page.read_text()
        == "a\n<!-- planted: made by scripts/plant -->\n\n| new |\n\n<!-- /planted -->\nz\n"
    )
