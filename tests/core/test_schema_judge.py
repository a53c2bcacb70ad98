"""Own schemas: by the draft that they name, with bounded work, patterns in linear time."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.core.errors import ConfigError
from jdlint.core.patterns.pattern import PatternError
from jdlint.core.schema.faults import plain_faults
from jdlint.core.schema.steps import TooManySteps
from jdlint.core.schema.validator import THEIRS, errors, explain

DRAFT = {
    "04": "http://json-schema.org/draft-04/schema#",
    "06": "http://json-schema.org/draft-06/schema#",
    "07": "http://json-schema.org/draft-07/schema#",
    "2019": "https://json-schema.org/draft/2019-09/schema",
    "2020": "https://json-schema.org/draft/2020-12/schema",
}


def told(schema: Any, data: Any, **resources: Any) -> list[tuple[str, str, str]]:
    found = errors(schema, data, resources, THEIRS)
    return [("/".join(map(str, fault.path)), fault.keyword, fault.key) for fault in found]


@pytest.mark.parametrize("draft", ["04", "06", "07"])
def test_tuples_and_dependencies_of_old_drafts(draft: str) -> None:
    schema = {
        "$schema": DRAFT[draft],
        "properties": {"pay": {"items": [{"type": "number"}, {"type": "string"}]}},
        "dependencies": {"pay": ["currency"]},
    }
    assert told(schema, {"pay": [1, "EUR"], "currency": "EUR"}) == []
    assert told(schema, {"pay": ["EUR", 1]}) == [
        ("", "dependencies", "currency"),
        ("pay/0", "type", ""),
        ("pay/1", "type", ""),
    ]


def test_what_a_draft_does_not_know_means_nothing_there() -> None:
    assert told({"$schema": DRAFT["2020"], "dependencies": {"a": ["b"]}}, {"a": 1}) == []
    assert told({"$schema": DRAFT["04"], "const": 1}, {"a": 1}) == []
    assert told({"$schema": DRAFT["07"], "unevaluatedProperties": False}, {"a": 1}) == []


def test_exclusive_bounds_of_draft_04() -> None:
    schema = {
        "$schema": DRAFT["04"],
        "properties": {"a": {"minimum": 1, "exclusiveMinimum": True}},
    }
    assert told(schema, {"a": 1}) == [("a", "minimum", "")]
    assert told(schema, {"a": 2}) == []


def test_an_unknown_draft_is_said() -> None:
    with pytest.raises(ConfigError, match="draft"):
        told({"$schema": "https://example.org/my-draft", "not": {}}, {})


@pytest.mark.parametrize("draft", ["2019", "2020"])
def test_unevaluated_properties_look_through_references(draft: str) -> None:
    base = {"$id": "urn:base", "properties": {"title": {"type": "string"}}}
    schema = {
        "$schema": DRAFT[draft],
        "$ref": "urn:base",
        "properties": {"team": {}},
        "patternProperties": {"^x_": {}},
        "allOf": [{"properties": {"city": {}}}],
        "anyOf": [{"properties": {"a": {"type": "number"}}}, {"properties": {"b": {}}}],
        "unevaluatedProperties": False,
    }
    data = {"title": "x", "team": 1, "x_y": 1, "city": 1, "a": "no number", "b": 1, "plaec": 1}
    found = told(schema, data, **{"urn:base": base})
    assert sorted(key for _, _, key in found) == ["a", "plaec"]


@pytest.mark.parametrize("value", [19.99, 0.07, 1.1, 100, 1e15, 0.01])
def test_decimals_are_exact(value: float) -> None:
    schema = {"properties": {"pay": {"multipleOf": 0.01}}}
    assert told(schema, {"pay": value}) == []
    assert told(schema, {"pay": 19.999}) == [("pay", "multipleOf", "")]


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 10**400])
def test_no_number_breaks_the_arithmetic(value: float) -> None:
    told({"properties": {"pay": {"multipleOf": 0.01}}}, {"pay": value})


def test_of_alternatives_the_one_that_was_meant_is_explained() -> None:
    number = {"type": "object", "properties": {"max": {"type": "number"}}}
    schema = {
        "properties": {
            "pay": {"oneOf": [{"type": "string"}, number]},
            "tags": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        }
    }
    found = errors(schema, {"pay": {"max": "2"}, "tags": ["a", 1]}, {}, THEIRS)
    assert [fault.path for fault in found] == [("pay", "max"), ("tags", 1)]
    assert explain(found[0])[0] == "is a text, expected a number"


def _doubling(levels: int, keyword: str) -> dict[str, Any]:
    defs: dict[str, Any] = {
        f"d{n}": {keyword: [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(levels)
    }
    return {"$defs": {**defs, f"d{levels}": {"type": "string"}}, "$ref": "#/$defs/d0"}


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf"])
@pytest.mark.parametrize("draft", ["07", "2020"])
def test_schemas_that_double_their_work_end(keyword: str, draft: str) -> None:
    with pytest.raises(TooManySteps):
        errors({"$schema": DRAFT[draft], **_doubling(28, keyword)}, {"a": 1}, {}, THEIRS)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}]},
        {"not": {"$ref": "#"}},
        {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"},
        {"if": {"$ref": "#"}, "then": {}},
        {"unevaluatedProperties": False, "allOf": [{"$ref": "#"}]},
    ],
)
def test_schemas_that_refer_to_themselves_end(schema: Any) -> None:
    with pytest.raises(TooManySteps):
        errors(schema, {"a": 1}, {}, THEIRS)


@pytest.mark.parametrize("place", ["pattern", "patternProperties", "unevaluated"])
@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*x", "^(\\w+\\s?)*$"])
def test_hostile_patterns_take_linear_time(place: str, pattern: str) -> None:
    text = "a" * 5_000 + "!"
    schema: dict[str, Any] = {
        "pattern": {"properties": {"title": {"pattern": pattern}}},
        "patternProperties": {"patternProperties": {pattern: {}}, "additionalProperties": False},
        "unevaluated": {"patternProperties": {pattern: {}}, "unevaluatedProperties": False},
    }[place]
    assert len(told(schema, {"title" if place == "pattern" else text: text})) <= 1
    assert plain_faults(schema, {"title": text}, THEIRS) is None or place == "pattern"


def test_patterns_beyond_linear_time_are_said() -> None:
    with pytest.raises(PatternError, match="look-around"):
        told({"properties": {"title": {"pattern": "^(?!no)"}}}, {"title": "x"})


def test_references_into_nothing_are_said() -> None:
    with pytest.raises(ConfigError, match="which is not there"):
        told({"properties": {"a": {"$ref": "#/nowhere"}}, "not": False}, {"a": 1})


def test_many_entries_are_compared_in_linear_time() -> None:
    rows = [{"a": [n, str(n)]} for n in range(5_000)]
    assert told({"properties": {"x": {"uniqueItems": True}}}, {"x": rows}) == []
    assert told({"properties": {"x": {"uniqueItems": True}}}, {"x": [*rows, {"a": [1, "1"]}]})
    assert told({"properties": {"x": {"uniqueItems": True}}}, {"x": [1, True, 0, False]}) == []
