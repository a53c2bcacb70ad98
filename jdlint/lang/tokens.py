"""Tokens of a block of prose, with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import NamedTuple

# A word keeps its inner apostrophes, hyphens, dots and ampersands (isn't, follow-up, Node.js, R&D) and the marks of C++ and C#.
_TOKEN = re.compile(r"and/or\b|[^\W_]+(?:[&'’.\-_‐‑][^\W_]+)*(?:\+\+|#)?|\ufffc+|[^\w\s]|_+", re.IGNORECASE)


class Token(NamedTuple):
    """``start`` and ``end`` are offsets in the text that was cut; ``lower`` has straight apostrophes."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


class Words:
    """The tokens of one block; tags are given when a pattern asks for them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tuple(
            Token(word := match[0], word.lower().replace("’", "'"), match.start(), match.end())
            for match in _TOKEN.finditer(text)
        )

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def options(self) -> tuple[str, ...]:
        """For each token, the tags that it can have, likeliest first."""
        from jdlint.lang.tags import options

        return tuple(options(token, index) for index, token in enumerate(self.tokens))

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """For each token, the tag that it has here."""
        from jdlint.lang.tags import choose

        return choose(self.tokens, self.options)

    def at(self, offset: int) -> int:
        """The index of the token that starts at ``offset``, or -1."""
        index = bisect_left(self.starts, offset)
        return index if index < len(self.starts) and self.starts[index] == offset else -1

    def slice(self, start: int, end: int) -> str:
        """The text from token ``start`` up to token ``end``."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""


@lru_cache(maxsize=256)
def words(text: str) -> Words:
    """The tokens of a text; blocks that several rules look at are cut once."""
    return Words(text)
