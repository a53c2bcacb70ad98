"""A guess at how often words stand on a page: where a pattern starts to look for itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import fsum, prod

from jdlint.lang.lists import word_list

_AGAIN = 0.0125  # of the times a word stands there, those before a certain other one
_SEARCH = 0.003  # what it costs to look for a row of words, in such times


def often(words: Collection[str]) -> float:
    """How many times one of the words stands on a page of some 400 words, five times as often as
    by chance."""
    very, rather = word_list("very-frequent"), word_list("frequent")
    return fsum(  # exact, since a set has its words in another order in each process
        4.0 if word in very or not word[0].isalnum() else 0.4 if word in rather else 0.03
        for word in words
    )


def cost(times: Sequence[float], rows: int) -> float:
    """A guess at how often rows of words stand on a page, from how often one word of each step
    does, plus what it costs to look for so many ``rows``."""
    return prod(times) * float(_AGAIN ** (len(times) - 1)) + _SEARCH * rows
