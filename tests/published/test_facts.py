"""Every rule about what is published says its source and the day on which it was read, and none is
older than a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from jdlint.rules import catalogue
from jdlint.rules.rule import Rule

RULES = [rule for rule in catalogue.shipped_rules() if rule.group == "posting"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_fact_is_read_again_each_year(rule: Rule) -> None:
    days = [date.fromisoformat(text) for text in re.findall(r"\d{4}-\d\d-\d\d", rule.why)]
    stated = [day for day in days if re.search(rf"(?:read|measured) on {day}", rule.why)]
    assert rule.see, f"{rule.name} names no source in “see”"
    assert stated, f"{rule.name} does not say in “why” on which day its source was read"
    until = min(stated) + timedelta(days=365)
    assert date.today() <= until, (
        f"{rule.name}: its source was last read on {min(stated)}; read {rule.see[0]} again, "
        "mend the rule where it changed, and put the new day into “why”"
    )
