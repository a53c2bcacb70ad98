"""Tokens of a block of prose, with their places."""

from __future__ import annotations

from jdlint.core.light import TYPE_CHECKING
from jdlint.core.patterns import regex as re
from jdlint.core.tools import bisect_left, cached_property, lru_cache

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

# A word keeps its inner apostrophes, hyphens, dots and ampersands (isn't, follow-up, Node.js, R&D)
# and its ++ or #.
_TOKEN = re.late(r"[^\W_]+(?:[&'’.\-_‐‑][^\W_]+)*(?:\+\+|#|(?<=and)/or\b)?|\ufffc+|[^\w\s]|_+")

# beside these, a word is quoted, or a part of a name or of code
QUOTING = frozenset("-‐‑–—/|&@+=_~^\\<>{}[]\"“”'‘’`#*\ufffc")


class Words:
    """The tokens of one block: ``texts`` as written, ``lowers`` in lower case with straight
    apostrophes, ``starts``.

    Tags are given when a pattern asks for them.
    """

    __slots__ = ("__dict__", "lowers", "starts", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self.texts: list[str] = []
        self.starts: list[int] = []
        for match in _TOKEN.finditer(text):
            self.texts.append(match[0])
            self.starts.append(match.start())
        self.lowers = [word.lower() for word in self.texts]
        if "’" in text:
            self.lowers = [word.replace("’", "'") for word in self.lowers]

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def options(self) -> tuple[str, ...]:
        """For each token, the tags that it can have, likeliest first."""
        from jdlint.lang.en.tagging.tags import options

        return tuple(map(options, self.texts, self.lowers))

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """For each token, the tag that it has here."""
        from jdlint.lang.en.tagging.tags import choose

        return choose(self.texts, self.lowers, self.options)

    def token(self, index: int) -> Token | None:
        """The token of the analysis that starts where token ``index`` starts."""
        from jdlint.lang.en.syntax.analysis import analyse

        found = analyse(self.text).at(self.starts[index])
        return found if found is not None and found.start == self.starts[index] else None

    def end(self, index: int) -> int:
        """Where token ``index`` ends in the text."""
        return self.starts[index] + len(self.texts[index])

    def at(self, offset: int) -> int:
        """The index of the token that starts at ``offset``, or -1."""
        index = bisect_left(self.starts, offset)
        return index if index < len(self.starts) and self.starts[index] == offset else -1

    def slice(self, start: int, end: int) -> str:
        """The text from token ``start`` up to token ``end``."""
        return self.text[self.starts[start] : self.end(end - 1)] if start < end else ""


@lru_cache(maxsize=1024)
def words(text: str) -> Words:
    """The tokens of a text; blocks that several rules look at are cut once."""
    return Words(text)
