"""The words of raw HTML are read as a browser shows them; code, scripts and comments are not."""

from __future__ import annotations

from jdlint.core.text import Source
from jdlint.parse import parse

PAGE = """---
title: Baker
---

<div class="a">
  <h3>What you&apos;ll do</h3>
  <p>You bake <b>dark</b> bread,
    and &amp; cakes.</p>
  <ul>
    <li>Write to <a href="mailto:a@oven.example">a@oven.example</a>.</li>
    <li>{{ page.place }} is warm</li>
  </ul>
  <script>var keep = "no words"</script>
  <!-- no words -->
</div>

<table><tr><th>Place</th><td>Hull</td></tr></table>
"""


def test_blocks_of_html_are_blocks_of_prose() -> None:
    page = parse(Source("jobs/a.md", PAGE))
    assert [(block.kind, page.text(block)) for block in page.blocks[1:]] == [
        ("heading", "What you'll do"),
        ("paragraph", "You bake dark bread, and & cakes."),
        ("paragraph", "Write to \ufffc."),
        ("paragraph", "\ufffc is warm"),
        ("cell", "Place"),
        ("cell", "Hull"),
    ]
    assert [link.url for link in page.links] == ["mailto:a@oven.example"]


def test_words_of_html_stand_where_they_stand() -> None:
    page = parse(Source("jobs/a.md", PAGE))
    at = page.prose.text.index("dark")
    span = page.prose.span(at, at + 4)
    assert page.source.slice(span) == "dark"
    assert PAGE[: span.start].endswith("<b>")
