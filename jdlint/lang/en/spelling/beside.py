"""What marks beside a word tell of it."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.lang.en import lexicon
from jdlint.lang.en.spelling.names import product_names

_BESIDE = frozenset("@/\\_#$%=<>|~^*&´")
_CHOICE = re.late(r"\(?([a-z]{5,30})/([a-z]{5,30})[.,;:)]{0,2}")
_NAME_BEFORE = re.late(r"(?:^|[^\w])([A-Z][a-z]{2,20}) $")
_NAME_AFTER = re.late(r" ([A-Z][a-z]{2,20})(?![\w’'])")
_GENUS = re.late(r"(?:^|[^\w])([A-Z](?:[a-z]{2,20}|\.)) $")
_LATIN_ENDINGS = ("i", "us", "a", "um", "is", "ae", "ensis", "ense", "orum", "oides")
_NEAR = 40  # characters of a word beside a slash


def beside_code(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a word makes it a part of an address, a path or code."""
    beside = text[end : end + 1] in _BESIDE or (start > 0 and text[start - 1] in _BESIDE)
    return beside and not _is_choice(text, start, end)


def _is_choice(text: str, start: int, end: int) -> bool:
    """Whether two plain words stand beside a slash: “professional/techincal help”, no path."""
    near, far = max(start - _NEAR, 0), end + _NEAR  # no further, however long a line is
    first, last = text.rfind(" ", near, start) + 1, text.find(" ", end, far)
    if near > 0 and first == 0:
        return False
    match = _CHOICE.fullmatch(text[first : last if last >= 0 else far])
    return match is not None and all(
        lexicon.known(word) or first + match.start(n) == start
        for n, word in enumerate(match.groups(), 1)
    )


def is_beside_name(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands beside another one that no list knows: Fatih Arslan."""
    before = _NAME_BEFORE.search(text, max(start - _NEAR, 0), start)
    after = _NAME_AFTER.match(text, end)
    return any(found is not None and _is_unknown(found[1].lower()) for found in (before, after))


def is_species(text: str, start: int, end: int) -> bool:
    """Whether a word with a Latin ending stands behind a genus: Pekania pennanti, P. pennanti."""
    genus = _GENUS.search(text, max(start - _NEAR, 0), start)
    if genus is None or not text[start:end].endswith(_LATIN_ENDINGS):
        return False
    return genus[1].endswith(".") or _is_unknown(genus[1].lower())


def _is_unknown(word: str) -> bool:
    return not lexicon.known(word) and word not in product_names()
