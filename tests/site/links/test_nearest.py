"""What somebody may have meant."""

from __future__ import annotations

import pytest

from jdlint.site.links.nearest import nearest

IDS = (
    "holiday",
    "holiday-1",
    "care--craft",
    "heat-engineer",
    "senior-heat-engineer",
    "senior-heat-engineers",
    "toc",
)


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("Holiday", "holiday"),
        ("holidays", "holiday"),
        ("care-craft", "care--craft"),
        ("craft-care", "care--craft"),
        ("senior-heat-engineer-", "senior-heat-engineer"),
        ("heat-enginer", "heat-engineer"),
        ("engineer-heat-senior", "senior-heat-engineer"),
    ],
)
def test_the_best_comes_first(name: str, best: str) -> None:
    assert nearest(name, IDS)[0] == best


@pytest.mark.parametrize("name", ["salary", "", "--", "x", "日本"])
def test_nothing_alike(name: str) -> None:
    assert nearest(name, IDS) == ()
