"""Ranks that “to” joins before a noun, which has its article before the first of them."""

from __future__ import annotations

from jdlint.lang.en.tokens import Words

_RANKS = frozenset("entry junior mid entry-level mid-level associate".split())


def joins_ranks(cut: Words, at: int) -> bool:
    """Whether a token is the “to” of “an entry to mid level manager”; one stands before it."""
    return cut.lowers[at] == "to" and cut.lowers[at - 1] in _RANKS
