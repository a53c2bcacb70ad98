"""Parameters of rules are of the kind that the check's field says, for every check and field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.errors import RuleError
from jdlint.core.light import fields
from jdlint.rules.build import build, check_class, check_names
from jdlint.rules.kinds import fits, words
from jdlint.rules.rule import read_rule

PARAMETERS = [(name, f) for name in check_names() for f in fields(check_class(name)) if f.init]
ODD: list[Any] = [
    None, True, 3, -1, 2.5, float("nan"), float("inf"), 10**400, "a", "", [], [1], ["a", 1], [[]],
    [["a"]], [None], {}, {"a": 1}, {"a": "b"}, {"a": {"b": "c"}}, {"a": ["b"]}, [{"a": "b"}],
    [[["a"]]], "(", ["("], "[" * 200,
]  # fmt: skip


def _built(check: str, params: dict[str, Any]) -> str:
    """What is said of a project's rule with these parameters; empty where it is built."""
    data = {"summary": "s", "check": check, "message": "m", "with": params}
    try:
        build(read_rule(data, "rules/own/x.yaml", shipped=False), {})
    except RuleError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("check", "field"), PARAMETERS, ids=[f"{n}-{f.name}" for n, f in PARAMETERS]
)
def test_every_parameter_of_every_check(check: str, field: Any) -> None:
    """A value of another kind is one sentence with the file; whatever is built is of the kind."""
    assert words(field.type), "people can be told what it is"
    for value in ODD:
        said = _built(check, {field.name: value})
        assert "\n" not in said
        assert not said or said.startswith("rules/own/x.yaml: ")
        held = _tuples(value)
        if not fits(held, field.type) and not fits((held,), field.type):
            assert f"the parameter “{field.name}” of check “{check}” is {words(field.type)}" in said


def _tuples(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(map(_tuples, value))
    return {k: _tuples(v) for k, v in value.items()} if isinstance(value, dict) else value


def test_the_place_is_the_configuration_where_it_says_it() -> None:
    data = {"summary": "s", "check": "blank-lines", "message": "m"}
    rule = read_rule(data, "rules/own/x.yaml", shipped=False)
    with pytest.raises(
        RuleError, match=r'^jdlint.yaml: own/x: .*“most” .* a whole number, not "two"'
    ):
        build(rule, {}, {"most": "two"}, "jdlint.yaml")


@given(
    st.recursive(
        st.sampled_from(["str", "int", "float", "bool", "Any"]),
        lambda kinds: kinds.map("tuple[{}, ...]".format),
    )
)
def test_kinds_have_words(kind: str) -> None:
    assert fits((), kind) == kind.startswith("tuple") or kind == "Any"
    assert kind == "Any" or words(kind)


def test_a_kind_that_no_rule_file_holds() -> None:
    with pytest.raises(ValueError, match="Page"):
        fits("a", "Page")
