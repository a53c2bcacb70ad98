"""Ids of single headings: the rules that each family writes down, and how it numbers duplicates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.families import FAMILIES, page_ids
from jdlint.site.build.anchors.options import Options


@pytest.mark.parametrize(
    ("slug", "text", "expected"),
    [
        (slugs.kramdown, "1. Über uns & Co.", "ber-uns--co"),
        (slugs.kramdown, "日本", "section"),
        (slugs.kramdown_gfm, "1. Über uns & Co.", "1-über-uns--co"),
        (slugs.github, "Ⓐ ² ½ Ⅷ e\u0301 🎉", "ⓐ---ⅷ-e\u0301-"),
        (slugs.goldmark, "İ_x Café – 2", "i_x-café--2"),
        (slugs.goldmark, "???", "heading"),
        (slugs.goldmark_ascii, "Café Ærø 日本", "cafe-r-"),
        (slugs.goldmark_blackfriday, "  Care & craft -- now! ", "care-craft-now"),
        (slugs.python_markdown, "Straße – Café & Co.", "strae-cafe-co"),
        (slugs.markdown_it, "What's next? Straße", "what's-next%3F-stra%C3%9Fe"),
        (slugs.zola, "What's next? Straße", "what-s-next-strasse"),
    ],
)
def test_slugs(slug: Callable[[str], str], text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("number", "names", "expected"),
    [
        (slugs.number_kramdown, "a a a-1 a", "a a-1 a-1 a-2"),
        (slugs.number_github, "a a a-1 a a-1", "a a-1 a-1-1 a-2 a-1-2"),
        (slugs.number_from_one, "a a a-1 a", "a a-1 a-1-1 a-2"),
        (slugs.number_python, "a a a_1 a", "a a_1 a_2 a_3"),
    ],
)
def test_duplicates(number: slugs.Number, names: str, expected: str) -> None:
    used: dict[str, int] = {}
    assert " ".join(number(name, used) for name in names.split()) == expected


_MARKS = (
    "# |## |\n|\n\n|- |  |    |> |```|~~~|<div>|</div>|<a id='x'>|{: #y}|{#z}|[a](b)|[^1]|[^1]: "
    "|*|**|_|`|==|---| |"
    '$$|{::options auto_ids="false" /}|<!--|-->|: |1. |a|é|日|🎉|&amp;|\\|{%|{{|<%|%>|!!! '
    "|\t|\r|\x00"
)
_PIECES = st.sampled_from([*_MARKS.split("|"), "|"])


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(sorted(FAMILIES)))
def test_any_text_is_a_page(text: str, family: str) -> None:
    found = page_ids(text, family, Options(extensions=frozenset({"extra", "admonition"}), mdx=True))
    assert len(set(found)) == len(found)
    assert all(found)


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_code_that_a_cell_leaves_open_ends_with_the_cell(family: str) -> None:
    text = (
        "| A | B |\n| --- | --- |\n| <a id='one'>`x`</a> | `[a\\|/b] |\n"
        "| <a id='two'>`x`</a> | `b` |\n"
    )
    assert page_ids(text, family)[:2] == ("one", "two")
