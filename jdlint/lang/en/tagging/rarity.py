"""A guess at how often words stand on a page: where a pattern starts to look for itself."""

from __future__ import annotations

from math import prod

from jdlint.core.patterns import regex as re
from jdlint.lang.lists import word_list


def cost(texts: tuple[str, ...]) -> float:
    """A guess at how often one of the texts stands on a page, plus what it costs to look for
    each."""
    return sum(_often(re.findall(r"[^\s,;]+|[,;]", text)) + 0.003 for text in texts)


def _often(parts: list[str]) -> float:
    """How many times a page of some 400 words has the parts in a row, five times as often as by
    chance."""
    return prod(map(_times, parts)) * float(0.0125 ** (len(parts) - 1))


def _times(word: str) -> float:
    if word in word_list("very-frequent") or not word[0].isalnum():
        return 4.0
    return 0.4 if word in word_list("frequent") else 0.03
