"""Sentences and items in the front matter are prose; names, addresses and markup are not."""

from __future__ import annotations

from jdlint.core.text import Source
from jdlint.parse import parse

PAGE = """---
title: Baker
summary: We bake rye bread at night
intro: >
  We bake bread
  for the town.

  Mind the oven.
duties: |
  - Bake rye bread at night
  2. Sweep the floor at four
requirements:
  - "Three years of work with ovens"
  - Hull or Leeds
layout: a page of the old kind
link: see https://oven.example for all of it
note: a **bold** claim about the bread
quoted: 'it''s a small shop in the town'
---

You bake.
"""


def test_values_that_are_sentences() -> None:
    page = parse(Source("jobs/a.md", PAGE))
    found = [page.text(block) for block in page.blocks if block.kind == "description"]
    assert found == [
        "We bake rye bread at night",
        "We bake bread for the town.",
        "Mind the oven.",
        "Bake rye bread at night",
        "Sweep the floor at four",
        "Three years of work with ovens",
    ]


def test_their_words_stand_where_they_stand() -> None:
    page = parse(Source("jobs/a.md", PAGE.replace("\n", "\r\n")))
    for word in ("rye", "town", "Sweep", "Three"):
        at = page.prose.text.index(word)
        assert page.source.slice(page.prose.span(at, at + len(word))) == word


def test_a_block_of_markdown_is_read_without_its_marks() -> None:
    block = (
        "**Your work:**\n  - Bake [rye bread](/rye) at **night** in `oven 2`\n  - Sweep it all up"
    )
    page = parse(Source("jobs/a.md", f"---\ntitle: Baker\nmore: |\n  {block}\n---\n"))
    assert [page.text(found) for found in page.blocks if found.kind == "description"] == [
        "Your work:",
        "Bake rye bread at night in \ufffc",
        "Sweep it all up",
    ]
