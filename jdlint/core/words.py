"""Words in their surroundings."""

from __future__ import annotations

from jdlint.core.page import Page
from jdlint.core.patterns import regex as re

_WORDS = re.late(r"\w+")


def like(found: str, better: str) -> str:
    """``better`` with the capitals of ``found``: a first capital, or all of a word in capitals."""
    if not found[:1].isupper() or not better:
        return better
    if len(found) > 1 and found.isupper() and found.replace(" ", "").isalpha():
        return better.upper()
    return better[0].upper() + better[1:]


def whole(page: Page, start: int, end: int) -> bool:
    """Whether ``page.prose.text[start:end]`` starts and ends at the border of a word."""
    text = page.prose.text
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for lists that are easier to read as lines than as literals."""
    return frozenset(text.split())


def same_words(text: str, start: int, end: int, better: str) -> bool:
    """Whether ``better`` in the place of ``text[start:end]`` leaves all words as they are, those
    that the place cuts through too: marks and white space alone change."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    old, new = (_WORDS.findall(before + part + after) for part in (text[start:end], better))
    return bool(old == new)
