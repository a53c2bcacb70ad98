"""JSON with places says what Python's own reader says, and refuses what that refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.published.nodes import Node
from jdlint.posting.published.placed_json import BrokenJsonError, read_json

_PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
_DATA = st.recursive(
    _PLAIN | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=20,
)


def _bare(node: Node, text: str) -> Any:
    """The value without places, each of which holds exactly this value."""
    if isinstance(node.value, dict):
        made: Any = {name: _bare(inner, text) for name, inner in node.value.items()}
    elif isinstance(node.value, list):
        made = [_bare(inner, text) for inner in node.value]
    else:
        made = node.value
    assert json.loads(text[node.span.start : node.span.end]) == made
    return made


@given(_DATA, st.sampled_from([None, 1, 3]), st.booleans())
def test_values_and_places_are_those_of_the_text(
    data: Any, indent: int | None, plain: bool
) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=plain)
    assert _bare(read_json(f" {text}\n"), f" {text}\n") == data
    inside = f"<script>{text}</script>"
    node = read_json(inside, 8, 8 + len(text))
    assert _bare(node, inside) == data


@given(st.text(alphabet='{}[]",:\\ a1e-.tn\n', max_size=14))
def test_what_python_refuses_is_refused(text: str) -> None:
    try:
        known = json.loads(text)
    except ValueError:
        with pytest.raises(BrokenJsonError):
            read_json(text)
    else:
        assert _bare(read_json(text), text) == known


@pytest.mark.parametrize("text", [r'"a\ud800b"', r'"\udc00\ud83d"', r'{"\ud800": "\udfff"}'])
def test_half_of_a_pair_is_no_character(text: str) -> None:
    """A text that holds one cannot be written, measured in bytes or shown."""
    value = read_json(text).value
    for part in (
        (value, *(v.value for v in value.values())) if isinstance(value, dict) else (value,)
    ):
        assert "\ufffd" in (next(iter(part)) if isinstance(part, dict) else part)
        str(part).encode()


def test_a_pair_is_one() -> None:
    assert read_json(r'"\ud83c\udf5e"').value == "🍞"
