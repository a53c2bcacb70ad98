"""What the examples of a rule show is what ``--fix`` does: none of their fixes is left out because
it would change more of the page than its own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from jdlint import testing
from jdlint.config import project
from jdlint.core.diagnostic import Edit
from jdlint.fix.edits import applied
from jdlint.fix.structure import same_outside
from jdlint.rules import catalogue
from jdlint.rules.rule import Rule

FIXED = [rule for rule in catalogue.shipped_rules(examples=True) if rule.fix]


@pytest.mark.parametrize("rule", FIXED, ids=lambda rule: rule.name)
def test_what_an_example_shows_is_not_left_out(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bool] = []

    def seen(text: str, edits: Sequence[Edit]) -> str:
        after = applied(text, edits)
        made.append(same_outside(text, after, edits))
        return after

    monkeypatch.setattr(testing, "applied", seen)
    assert not list(testing.prove(rule, dict(project.default_settings())))
    if any(example.fixed for example in rule.examples):
        assert made
    assert all(made)
