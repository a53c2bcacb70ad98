"""What silences one pattern of words leaves the others of its rule alone."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.config.config import Config
from jdlint.core.errors import RuleError
from jdlint.core.text import Source
from jdlint.engine.checker import Checker
from jdlint.engine.planning.plan import Active, Plan
from jdlint.parse import parse
from jdlint.rules.build import build
from jdlint.rules.rule import Rule, read_rule

MOTHS = "few|many «moths»"
WEAK = "twice a «weak»"


def _rule(find: dict[str, Any], unless: tuple[str, ...] = ()) -> Rule:
    data = {
        "summary": "s", "check": "tokens", "message": "{better}", "languages": "all",
        "with": {"find": find, "unless": list(unless), "words": {"lamp": ["lamps", "candles"]}},
    }  # fmt: skip
    return read_rule(data, "rules/own/x.yaml", shipped=False)


def _found(rule: Rule, text: str) -> list[tuple[str, str]]:
    plan = Plan(Config(settings={}), (Active(rule, True),), frozenset((rule.name,)))
    page = parse(Source("jobs/x.md", text))
    rows = [row.finding for row in Checker(plan).base.find(page)]
    return [(row.values["found"], row.values["better"]) for row in rows]


def test_a_pattern_has_exceptions_of_its_own() -> None:
    own = {"better": "months", "unless": ["moths in|around $lamp"]}
    rule = _rule({MOTHS: own, WEAK: "week"})
    assert _found(rule, "We sail for a few moths.") == [("moths", "months")]
    assert _found(rule, "A few moths around lamps.") == []
    both = "A few moths, and a few moths around candles, twice a weak."
    assert _found(rule, both) == [("moths", "months"), ("weak", "week")]


def test_an_exception_of_one_pattern_leaves_the_others_alone() -> None:
    """Three times an exception for one pattern has silenced another one of the rule."""
    text = "It flies twice a weak."
    every = _rule({MOTHS: "months", WEAK: "week"}, unless=("flies twice",))
    assert _found(every, text) == []
    own = _rule({MOTHS: {"better": "months", "unless": ["flies twice"]}, WEAK: "week"})
    assert _found(own, text) == [("weak", "week")]


def test_those_of_the_rule_hold_for_patterns_with_exceptions_of_their_own() -> None:
    rule = _rule({MOTHS: {"better": "months", "unless": ["moths fly"]}}, unless=("grey",))
    assert _found(rule, "Many moths sleep.") == [("moths", "months")]
    assert _found(rule, "Many moths fly.") == []
    grey = _rule({MOTHS: {"better": "months", "unless": ["x"]}}, unless=("moths grey",))
    assert _found(grey, "Many moths grey as fog.") == []


def test_a_pattern_may_offer_nothing() -> None:
    assert _found(_rule({MOTHS: {"unless": ["moths fly"]}}), "Many moths.") == [("moths", "")]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"better": "months", "unles": ["x"]}, "has no “unles” of its own, did you mean “unless”?"),
        ({"better": ["months"]}, f"“better” of the pattern “{MOTHS}” is a text"),
        ({"better": "{2:plurel}"}, "“{2:plurel}” of the pattern “few|many «moths»” is none, did"),
        ({"better": "{7}"}, f"the pattern “{MOTHS}” has 2 items, so “{{7}}” is none"),
        ({"better": "months", "unless": "moths fly"}, f"“unless” of the pattern “{MOTHS}” is a"),
        ({"better": "months", "unless": [3]}, "is a list of texts"),
        ({"better": "months", "unless": ["$lantern"]}, "names the word list “$lantern”"),
        (3, "of check “tokens” is a table of texts or tables, not"),
    ],
)
def test_what_a_pattern_cannot_have_is_said(own: Any, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        build(_rule({WEAK: "week", MOTHS: own}))
    assert said in str(caught.value)
    assert "rules/own/x.yaml" in str(caught.value)
