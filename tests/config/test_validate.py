"""Slips in a configuration are said with their place."""

from __future__ import annotations

import pytest

from jdlint.config.validate import placed_errors
from jdlint.io.shipped import data_folder

SCHEMA = data_folder("schemas") / "config.schema.json"


@pytest.mark.parametrize("number", [".nan", ".NaN", ".inf", "-.inf", "1e999"])
def test_a_number_without_bounds_is_refused(number: str) -> None:
    text = f"external: {{timeout: {number}}}\n"
    found = placed_errors(text.encode(), "jdlint.yaml", SCHEMA)[1]
    assert len(found) == 1
    assert found[0].startswith("jdlint.yaml:1:21: “timeout” is ")


def test_so_it_is_in_toml() -> None:
    found = placed_errors(b"[tool.jdlint.external]\ntimeout = nan\n", "pyproject.toml", SCHEMA)[1]
    assert found == ["pyproject.toml:2:11: “timeout” is no number"]


def test_a_number_is_a_number() -> None:
    assert not placed_errors(b"external: {timeout: 2.5}\n", "jdlint.yaml", SCHEMA)[1]
