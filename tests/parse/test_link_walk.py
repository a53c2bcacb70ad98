"""The short reading of links finds what the whole parse finds, in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.parse.link_walk import PlainLink, links_of
from jdlint.parse.meta.front_matter import body_start, parse_meta
from tests.parse.strategies import page_text
from tests.parse.test_spans import NAMES


@given(page_text(), NAMES)
def test_the_links_are_those_of_the_whole_parse(text: str, name: str) -> None:
    source = Source(name, text)
    whole = [
        PlainLink(
            link.span, link.kind, link.url, (link.target if any_of(link) else link.span).start
        )
        for link in parse(source).links
    ]
    assert sorted(links_of(source)) == sorted(whole)


@given(page_text())
def test_the_body_starts_where_the_whole_parse_has_it(text: str) -> None:
    assert body_start(text) == parse_meta(text)[1]


def any_of(link: object) -> bool:
    target = link.target  # type: ignore[attr-defined]
    return bool(target.end > target.start)


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ('---\ntitle: "[a](/b)"\n---\n[c](/d) `[e](/f)`\n\n    [g](/h)\n', ["/d"]),
        (
            "é [a](/b) https://x.example/y, ü@fernhill.example\n",
            ["/b", "https://x.example/y", "ü@fernhill.example"],
        ),
        ("[https://x.example](/a)\n", ["/a"]),
        ("[![i](/i.png)](/a)\n", ["/a", "/i.png"]),
        ("[a]({{ page.url }})\n\n<p><a href='/b'>b</a></p>\n", ["{{ page.url }}", "/b"]),
        ("[a][r]\n\n[r]: /ref\n", ["/ref", "/ref"]),
    ],
)
def test_what_counts_as_a_link(text: str, urls: list[str]) -> None:
    assert [link.url for link in links_of(Source("a.md", text))] == urls
