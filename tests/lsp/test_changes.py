"""Changes that are offered, and findings that move with their words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint.config.own_words import with_words
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.text import Source, Span
from jdlint.lsp.changes import switched_off
from jdlint.lsp.shift import shifted


@pytest.mark.parametrize(
    "config",
    ["", "pages: jobs", "pages: jobs\n", "rules:\n  style: off\npages: x\n", "rules: {}\n",
     "rules: {style: off}\n", "rules:\n    style: note\n", "rules: # ours\n  style: off\n"],
)  # fmt: skip
def test_a_rule_is_switched_off_and_nothing_else_changes(config: str) -> None:
    after = switched_off(config, "lists/parallel")
    assert after is not None
    data, old = yaml.safe_load(after), yaml.safe_load(config) or {}
    assert data["rules"].pop("lists/parallel") is False
    assert {**data, "rules": data["rules"]} == {**old, "rules": old.get("rules") or {}}


def test_what_is_said_already_is_left() -> None:
    assert switched_off("rules:\n  lists/parallel: note\n", "lists/parallel") is None


def test_words_stay_in_order_under_their_comments() -> None:
    assert with_words("# ours\nmill # grinds\nBaker\n", ["loaf"]) == (
        "# ours\nBaker\nloaf\nmill # grinds\n"
    )


@given(st.text(max_size=40), st.text(max_size=10), st.data())
def test_moved_findings_mark_the_same_words(old: str, put: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    at = data.draw(st.integers(0, len(old)))
    to = data.draw(st.integers(at, len(old)))
    new = old[:at] + put + old[to:]
    source = Source("", old)
    span = Span(start, end)
    found = Diagnostic("x/y", "note", "m", "p", span, source.position(start), source.position(end))
    for d in shifted([found], old, new):
        assert new[d.span.start : d.span.end] == old[start:end]
        assert Source("", new).position(d.span.start) == d.start
