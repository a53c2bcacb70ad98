"""A guess at how often words stand on a page: where a pattern starts to look for itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from jdlint.lang.lists import word_list

_AGAIN = 0.0125  # of the times a word stands there, those before a certain other one
_SEARCH = 0.003  # what it costs to look for a row of words, in such times


def often(words: Collection[str]) -> float:
    """How many times one of the words stands on a page of some 400 words, five times as often as
    by chance."""
    very, rather = word_list("very-frequent"), word_list("frequent")
    # whole numbers, since a set has its words in another order in each process
    hundredths = [
        400 if word in very or not word[0].isalnum() else 40 if word in rather else 3
        for word in words
    ]
    return sum(hundredths) / 100


def product(numbers: Iterable[float]) -> float:
    """The numbers times each other; ``math``, which a page does not need for more, takes 0.6 ms to
    load."""
    found = 1.0
    for number in numbers:
        found *= number
    return found


def cost(times: Sequence[float], rows: int) -> float:
    """A guess at how often rows of words stand on a page, from how often one word of each step
    does, plus what it costs to look for so many ``rows``."""
    return product(times) * float(_AGAIN ** (len(times) - 1)) + _SEARCH * rows
