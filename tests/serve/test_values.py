"""A value set in the form: nothing else of the front matter changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.fix.edits import applied
from jdlint.parse.meta.front_matter import parse_meta
from jdlint.serve.draft.values import CannotSetError, with_value

PAGE = """---
# who changes this: the office
title: "Pastry chef"  # as on the door
layout: job
place: 'Graz'
tags:
  - bread  # daily
  - cake
summary: >
  We bake at night
  and sell at dawn.
pay:
  min: 2100
  max: 2600  # gross
open:
flow: [a, b]
---

The body stays.
"""


def mended(text: str, key: tuple[str, ...], value: object) -> str:
    return applied(text, with_value(text, key, value))


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        (("title",), "Baker", 'title: "Pastry chef"  # as', 'title: "Baker"  # as'),
        (("title",), 'Baker "B"', 'title: "Pastry chef"', 'title: "Baker \\"B\\""'),
        (("layout",), "post: a", "layout: job", 'layout: "post: a"'),
        (("layout",), "", "layout: job\n", ""),
        (("place",), "L'Aquila", "place: 'Graz'", "place: 'L''Aquila'"),
        (("tags",), ["bread", "pie"], "- bread  # daily\n  - cake", "- bread  # daily\n  - pie"),
        (("tags",), ["bread"], "- bread  # daily\n  - cake\n", "- bread  # daily\n"),
        (("tags",), ["bread", "cake", "c: d"], "  - cake\n", '  - cake\n  - "c: d"\n'),
        (("summary",), "We bake.", "  We bake at night\n  and sell at dawn.\n", "  We bake.\n"),
        (("pay", "max"), 2700, "max: 2600  # gross", "max: 2700  # gross"),
        (
            ("pay", "currency"),
            "EUR",
            "max: 2600  # gross\n",
            "max: 2600  # gross\n  currency: EUR\n",
        ),
        (("open",), "soon", "open:\n", "open: soon\n"),
        (("flow",), ["a", "c"], "flow: [a, b]", "flow: [a, c]"),
        (("remote",), True, "b]\n---", "b]\nremote: true\n---"),
        (("days",), ["Monday", "Friday"], "b]\n---", "b]\ndays:\n  - Monday\n  - Friday\n---"),
        (("when",), "2026-03-01", "b]\n---", "b]\nwhen: 2026-03-01\n---"),
    ],
)
def test_one_value_changes(key: tuple[str, ...], value: object, old: str, new: str) -> None:
    assert old in PAGE
    assert mended(PAGE, key, value) == PAGE.replace(old, new, 1)


def test_a_page_without_front_matter_gets_one() -> None:
    assert mended("Bake.\n", ("title",), "Baker") == "---\ntitle: Baker\n---\n\nBake.\n"


def test_toml_and_json() -> None:
    toml = '+++\ntitle = "Chef" # x\n+++\nBody\n'
    assert mended(toml, ("title",), "Baker") == '+++\ntitle = "Baker" # x\n+++\nBody\n'
    assert mended(toml, ("place",), "Graz").startswith('+++\nplace = "Graz"\ntitle')
    json = '{"title": "Chef", "x": 1}\nBody\n'
    assert mended(json, ("title",), "Baker") == '{"title": "Baker", "x": 1}\nBody\n'
    assert '"place": "Graz"' in mended(json, ("place",), "Graz")


def test_line_ends_stay() -> None:
    crlf = PAGE.replace("\n", "\r\n")
    assert mended(crlf, ("remote",), True) == crlf.replace("b]\r\n", "b]\r\nremote: true\r\n")


@pytest.mark.parametrize(
    "text", ["---\ntitle: [a\n---\n", "---\na: 1\na: 2\n---\n", "---\n- a\n---\n"]
)
def test_broken_front_matter_is_left(text: str) -> None:
    with pytest.raises(CannotSetError):
        with_value(text, ("title",), "Baker")


@given(st.sampled_from(["title", "layout", "place", "open", "new"]), st.text(max_size=40))
def test_any_words_are_read_back(key: str, value: str) -> None:
    try:
        after = mended(PAGE, (key,), value)
    except CannotSetError:
        return
    meta, start = parse_meta(after)
    assert str(meta.data.get(key) or "").strip() == value.strip()
    assert after[start:] == "\nThe body stays.\n"
    for comment in ("# who changes this", "# as on the door", "# daily", "# gross"):
        assert comment in after
    assert [k for k in meta.data if k != key] == [k for k in parse_meta(PAGE)[0].data if k != key]
