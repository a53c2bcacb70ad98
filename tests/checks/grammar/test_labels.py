"""Nouns without articles in lists of labels are no slips; in lists of sentences they are."""

from __future__ import annotations

import pytest

from jdlint.api import check_text


@pytest.mark.parametrize(
    ("last", "severities"), [("Final talk", []), ("We make you an offer", ["warning"])]
)
def test_a_list_of_labels_has_no_articles(last: str, severities: list[str]) -> None:
    steps = f"1. Send your CV\n2. Complete technical test\n3. Interview with crew team\n4. {last}\n"
    found = [d for d in check_text(steps) if d.rule == "grammar/missing-article"]
    assert [d.severity for d in found] == severities
