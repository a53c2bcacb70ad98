"""What is said of front matter without jsonschema is what jsonschema says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.schema.faults import Fault, SurelyValid, plain_faults
from jdlint.core.schema.judge import judged
from jdlint.core.schema.validator import OURS, THEIRS
from tests.conftest import ROOT

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "schemas" / "job-page.schema.json").read_text(encoding="utf-8")
)
_TEXTS = st.one_of(
    st.sampled_from(
        [
            "", "job", "FULL_TIME", "FULL TIME", "Full-time", "full_time", "fulltime", "2026-01-31",
            "2026-02-30", "2026-01-31T10:00", "2026-01-31 25:00", "soon", "yes", "EUR", "eur",
            "year", "per year", "remote", "a@b", "DE", "٢٠٢٦-٠١-٠١",
        ]
    ),
    st.text(max_size=12),
)  # fmt: skip
_SCALARS = st.one_of(
    _TEXTS,
    _TEXTS,
    st.none(),
    st.booleans(),
    st.integers(-5, 10**6),
    st.floats(-10, 10, allow_nan=False),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["min", "max", "per", "currency", "x"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)
_DATA = st.dictionaries(st.sampled_from([*SCHEMA["properties"], "other"]), _VALUES, max_size=6)


def _told(faults: list[Fault]) -> list[tuple[Any, ...]]:
    """All that is read of faults."""
    rows = []
    for fault in sorted(faults, key=lambda each: [str(step) for step in each.path]):
        inner = [(each.keyword, each.branch, list(each.path)) for each in fault.context]
        rows.append(
            (
                list(fault.path),
                fault.keyword,
                repr(fault.wants),
                repr(fault.value),
                fault.key,
                inner,
            )
        )
    return rows


def _both(schema: dict[str, Any], data: Any) -> tuple[Any, Any]:
    found = plain_faults(schema, data, OURS)
    assert found is not None
    return _told(found), _told(judged(schema, data, {}, THEIRS))


@given(_DATA)
def test_the_shipped_schema(data: dict[str, Any]) -> None:
    plain, judged = _both(SCHEMA, data)
    assert plain == judged


SMALL = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": {"type": "string", "minLength": 2, "maxLength": 8},
        "layout": {"enum": ["job", "FULL_TIME"]},
        "min": {"type": ["integer", "string"], "minimum": 1, "maximum": 10},
        "tags": {
            "type": "array",
            "items": {"type": "string", "pattern": "^[a-z]+$"},
            "minItems": 1,
            "maxItems": 2,
        },
        "mail": {"format": "email"},
        "pay": {"$ref": "#/$defs/pay"},
        "more": {
            "properties": {"min": {"type": "integer"}},
            "additionalProperties": {"type": ["string", "null"], "maxLength": 4},
        },
        "any": {
            "anyOf": [
                {"type": "string", "minLength": 3},
                {"type": "array", "items": {"type": "integer"}},
            ]
        },
    },
    "additionalProperties": False,
    "$defs": {
        "pay": {
            "allOf": [
                {"type": "object", "required": ["min"]},
                {"properties": {"min": {"type": "number"}}},
            ]
        }
    },
}


@given(st.dictionaries(st.sampled_from([*SMALL["properties"], "other"]), _VALUES, max_size=5))
def test_a_schema_of_a_project(data: dict[str, Any]) -> None:
    plain, judged = _both(SMALL, data)
    assert plain == judged


@pytest.mark.parametrize(
    "schema",
    [
        {"oneOf": []}, {"enum": [1]}, {"const": 1}, {"$ref": "other.json"},
        {"$ref": "#/$defs/none"}, {"format": "ipv4"}, {"not": {}}, {"uniqueItems": True},
        {"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}, {"patternProperties": {}},
        False, {"type": "date"}, {"prefixItems": []}, {"allOf": [{"$id": "x"}]},
        {"additionalProperties": {"not": {}}},
    ],
)  # fmt: skip
def test_more_than_plain_is_left_to_jsonschema(schema: Any) -> None:
    assert plain_faults(schema, {"a": "b"}, THEIRS) is None


@given(_DATA)
def test_surely_valid_is_no_faults(data: dict[str, Any]) -> None:
    assert SurelyValid(SCHEMA, OURS)(data) == (plain_faults(SCHEMA, data, OURS) == [])
