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
        ("item", "Write to \ufffc."),
        ("item", "\ufffc is warm"),
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


def test_headings_and_lists_of_html_are_sections_and_lists() -> None:
    text = (
        "## Bread\n\n<h3 class='a'>Your <em>tasks</em></h3>\n<ul>\n<li>Bake\n<ol><li>rye</li></ol>"
        "</li>\n<li></li></ul>\n\n<h2>Pay</h2>\n\nFair.\n\n<ul><li>left open\n"
    )
    page = parse(Source("jobs/a.md", text))
    rows = [(s.heading.text, s.heading.level, s.parent) for s in page.sections]
    assert rows == [("Bread", 2, -1), ("Your tasks", 3, 0), ("Pay", 2, -1)]
    assert [heading.text for heading in page.headings] == ["Bread"]  # those that get an id
    assert [(found.ordered, found.depth, found.section) for found in page.lists] == [
        (False, 0, 1),
        (True, 1, 1),
    ]
    marks = [page.source.slice(item.marker) for found in page.lists for item in found.items]
    assert marks == ["<li>", "<li>", "<li>"]
    assert [page.text(block) for _, block in page.items(page.lists[0])] == ["Bake"]
    assert page.blocks[-1].section == 2


def test_a_list_right_in_a_list_hangs_on_the_item_before_it() -> None:
    text = "<ul><li>Bake</li><ul><li>rye</li></ul></ul>\n\n<ol><ol><li>a</li></ol><li>b</li></ol>\n"
    page = parse(Source("jobs/a.md", text))
    rows = [(found.parent, found.parent_item, len(found.items)) for found in page.lists]
    assert rows == [(-1, -1, 1), (0, 0, 1), (-1, -1, 2)]


def test_html_goes_on_below_a_blank_line() -> None:
    """kramdown reads what is indented there as HTML, not as code."""
    text = "<div>\n\t<p>You bake.</p>\n\n\t\t<p>You sell <b>cakes</b>.</p>\n</div>\n\nEnd.\n"
    page = parse(Source("jobs/a.md", text))
    assert [page.text(block) for block in page.blocks] == ["You bake.", "You sell cakes.", "End."]
    assert not page.code


def test_code_that_no_html_opens_is_code() -> None:
    page = parse(Source("jobs/a.md", "You bake.\n\n    <p>You sell.</p>\n"))
    assert [page.text(block) for block in page.blocks] == ["You bake."]


def test_code_in_tags_is_no_prose() -> None:
    page = parse(Source("a.md", "Press <kbd>recieve</kbd>, or <code>a b</code>.\n\n<code>Sail.\n"))
    assert page.prose.text == "Press \ufffc, or \ufffc.\n\nSail.\n\n"
    assert [page.source.slice(span) for span in page.code] == [
        "<kbd>recieve</kbd>",
        "<code>a b</code>",
    ]
