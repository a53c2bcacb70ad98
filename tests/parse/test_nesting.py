"""Lists and quotes of one line that stand in each other without end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.parse.nesting import DEEPEST, shallow

LONG = "\nWe bake bread in the night.\n" * 300


@pytest.mark.parametrize("mark", ["- ", "* ", "> - ", "1. ", "+ 12) ", "- \t* "])
def test_no_list_is_deeper(mark: str) -> None:
    page = parse(Source("a.md", mark * 5_000 + "bread\n" + "x\n" * 2_000))
    assert page.lists
    assert max(found.depth for found in page.lists) <= DEEPEST
    assert all(page.source.text[item.start] in mark for found in page.lists for item in found.items)


@pytest.mark.parametrize(
    "line", ["- " * 500, "* " * 500 + "\r", "  - - -" * 99, "-" * 400, "|-" * 400, "=" * 500]
)
def test_a_rule_stays(line: str) -> None:
    assert shallow(f"A\n\n{line}\n{LONG}", "x") == f"A\n\n{line}\n{LONG}"


def test_what_people_write_stays() -> None:
    text = "> > > - 1. A\n" * 50 + "> " * 99 + "deep\n" + "1,000 > 900 > 800 - 5 * 3 " * 90 + LONG
    assert shallow(text, "x") == text


@given(
    st.lists(st.sampled_from(["> ", ">", "- ", "* ", "1. ", "\t", "a", "\n", "- - "]), max_size=9)
)
def test_offsets_stay(tokens: list[str]) -> None:
    text = "".join(tokens) * 700 + LONG
    hidden = shallow(text, "\x02")
    assert len(hidden) == len(text)
    assert all(a == b or b == "\x02" for a, b in zip(text, hidden, strict=True))
    assert shallow(hidden, "\x02") == hidden
