"""What stands around a word, as hashed features of linear models.

``scripts/train-confusion`` trains on these features and ``jdlint.lang.en.confusion.odds`` weighs
them, so that both see the same. The word itself is no part of them: a place looks alike whichever
word was written. Weights must be made anew when features or the tags of words change.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from jdlint.lang.en.tokens import Words

BITS = 20
MASK = (1 << BITS) - 1
_FAR = 4  # words to either side that are looked at
_START, _END = ["^"] * _FAR, ["$"] * _FAR
NEAR = (0, 1, 2, 25, 29)  # the features (by their order) that the nearest words alone tell


def features(words: Words, at: int, end: int) -> list[int]:
    """The features of the place of tokens ``at`` to ``end`` (exclusive), told by their neighbours
    and the tags that these can have."""
    lowers, options = words.lowers, words.options
    first, last = at - _FAR, end + _FAR
    before, after = lowers[max(first, 0) : at], lowers[end:last]
    l4, l3, l2, l1 = _plain(_START[len(before) :] + before)
    r1, r2, r3, r4 = _plain(after + _END[len(after) :])
    a1, a2 = _at(options, at - 1), _at(options, at - 2)
    b1, b2 = _at(options, end), _at(options, end + 1)
    texts = (
        "b", f"1{l1}", f"2{r1}", f"3{l2}", f"4{r2}", f"5{l2} {l1}", f"6{r1} {r2}", f"7{l1} {r1}",
        f"8{l1} {b1}", f"9{a1} {r1}", f"a{a1} {b1}", f"b{a2} {a1}", f"c{b1} {b2}",
        f"d{l3} {l2} {l1}", f"e{r1} {r2} {r3}", f"f{l2} {l1} {r1}", f"g{l1} {r1} {r2}", f"h{a1}",
        f"i{b1}", f"j{a2} {a1} {b1}", f"k{a1} {b1} {b2}", f"l{_stem(l1)}", f"m{_stem(r1)}",
        f"n{l1} {b1} {b2}", f"o{a2} {a1} {r1}",
        f"<{l1}", f"<{l2}", f"<{l3}", f"<{l4}", f">{r1}", f">{r2}", f">{r3}", f">{r4}",
    )  # fmt: skip
    return [crc32(text.encode()) & MASK for text in texts]


def word_at(words: Words, index: int) -> str:
    """A token as features know it; beyond the text there are marks of its ends."""
    if index < 0:
        return "^"
    return _plain(words.lowers[index : index + 1])[0] if index < len(words) else "$"


def _plain(words: Sequence[str]) -> list[str]:
    """Words as features know them: numbers are alike."""
    return ["#" if word[0].isdigit() else word for word in words]


def _at(options: Sequence[str], index: int) -> str:
    """The tags that a token can have; beyond the text there are none."""
    return options[index] if 0 <= index < len(options) else ""


def _stem(word: str) -> str:
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)]
    return word
