"""A block's fact knows where each of its words stands in the source."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.site.facts import facts_of

PIECES = st.lists(
    st.sampled_from(
        [
            "pumps",
            "*vans*",
            "[our page](/page/)",
            "`code`",
            "Wärme",
            "a&amp;b",
            "**Öl**",
            "{{ x }}",
            "“q”",
        ]
    ),
    min_size=1,
    max_size=8,
)


@given(
    PIECES,
    st.sampled_from(["", "---\ntitle: Größe “L”\n---\n\n"]),
    st.sampled_from(["", "* ", "> "]),
)
def test_words_slice_back(pieces: list[str], front: str, mark: str) -> None:
    text = f"{front}{mark}{' '.join(pieces)} end\n"
    facts = facts_of(parse(Source("jobs/a.md", text)))
    for block in facts.blocks:
        for match in re.finditer(r"[^\W_]{3,}", block.text):
            span = block.place(*match.span())
            assert text[span.start : span.end] == match.group()


def test_an_empty_place_has_no_width() -> None:
    facts = facts_of(parse(Source("jobs/a.md", "See [our page](/page/) now\n")))
    span = facts.blocks[0].place(4, 4)
    assert span.start == span.end == 5
