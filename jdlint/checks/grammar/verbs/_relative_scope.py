"""What a relative clause may be about, further left than the word before it."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

SINGLE = frozenset(("a", "an", "each", "every", "another"))
_SOMETHING = frozenset("something anything whatever".split())
_FAR = 10
_NEAR = 6  # words before a noun, among which its article stands
_PHRASE = frozenset(("JJ", "NN", "VBN", "CD", "DT", "PRP$", "RB", "IN"))


def of_something(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause may be about a word further left: “there is something wrong with the
    ropes that keeps us here”."""
    left = tokens[max(index - _FAR, 0) : index - 1]
    return any(token.lower in _SOMETHING for token in left)


def tells_of_one(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause may be about one thing before “in the docs”: “a page in the docs that
    tells”."""
    first = index - 1
    while first > 0 and tokens[first - 1].tag in _PHRASE:
        first -= 1
        if tokens[first].tag == "IN" and tokens[first - 1].tag == "NN":
            left = tokens[max(first - _NEAR, 0) : first - 1]
            return any(token.lower in SINGLE for token in left)
    return False
