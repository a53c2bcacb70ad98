"""Front matter that is read without a YAML parser means what the parser says, or is left to it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jdlint.parse.meta.plain_yaml import read_plain
from jdlint.parse.meta.yaml import read_yaml

_KEYS = st.sampled_from(
    ["title", "layout", "min", "max_2", "a-b", "on", "true", "N", "ü", "A", "x" * 101, "title"]
)
_PLAIN = st.sampled_from(
    [
        "Heat pump engineer", "a", "Kyoto, Japan", "C++ (senior)", "it's", "R&D", "a/b", "x - y",
        "true", "True", "false", "yes", "No", "null", "~", "12", "0", "007", "-1", "1.5", "1_000",
        "12:30", "2026-01-31", "2026-1-31", "2026-01-31 10:00", "\"a: b # c\"", "'a: b'", "'it''s'",
        "\"a \\\" b\"", "\"é 東\"", "é", "a: b", "a:b", "a #b", "a#b", "- a", "*a", "&a b", "!a b",
        "| ", ">", "@a", "%a", "a,", "a, b", "[]", "{}", "[a, b]", "[a, [b]]", "[ 1 ,2]", "{a: b}",
        "{a: 1, b: 'c'}", "{a: b, a: c}", "{a}", "[a: b]", "{a: [b]}", "a }", "", " ", "\t", "\ta",
        "a\t", "\U0001f527", "a\u00a0b", "a\u2028b", "\ufeffa",
    ]
)  # fmt: skip
_INDENT = st.sampled_from(["", " ", "  ", "  ", "    "])
_END = st.sampled_from(["\n", "\n", "\n", "\r\n", " \n", "\n\n", "", "\r"])
_LINES = st.one_of(
    st.builds(lambda k, v, e: f"{k}: {v}{e}", _KEYS, _PLAIN, _END),
    st.builds(lambda i, k, v, e: f"{i}{k}: {v}{e}", _INDENT, _KEYS, _PLAIN, _END),
    st.builds(lambda i, v, e: f"{i}- {v}{e}", _INDENT, _PLAIN, _END),
    st.builds(lambda k, e: f"{k}:{e}", _KEYS, _END),
    st.builds(
        lambda k, i, rows, e: f"{k}:\n" + "".join(f"{i}- {v}{e}" for v in rows),
        _KEYS, _INDENT, st.lists(_PLAIN, min_size=1), _END,
    ),
    st.builds(
        lambda k, i, rows, e: f"{k}:\n" + "".join(f"{i}{n}: {v}{e}" for n, v in rows.items()),
        _KEYS, _INDENT, st.dictionaries(_KEYS, _PLAIN, min_size=1), _END,
    ),
)  # fmt: skip


@given(
    st.lists(st.one_of(_LINES, _LINES, st.text(max_size=8)), max_size=6).map("".join),
    st.integers(0, 9),
)
@example("", 0)
@example("a:\n- b\nc: d\n", 4)
@example("a:\n  b: c\n  d: e", 4)
def test_agrees_with_the_parser_or_declines(text: str, at: int) -> None:
    found = read_plain(text, at)
    if found is not None:
        assert repr(found) == repr(read_yaml(text, at))


@pytest.mark.parametrize(
    "text",
    [
        "title: Heat pump engineer\nlayout: job\ndate_posted: 2026-01-31\nmin: 5\nremote: true\n",
        'salary: {currency: EUR, min: 55000, per: year}\ntags: [pumps, "heat, cold"]\n',
        'tags:\n- pumps\n- "heat: cold"\nsalary:\n  min: 1\n  max: 2\n',
    ],
)
def test_common_front_matter_is_not_declined(text: str) -> None:
    assert read_plain(text, 0) is not None
