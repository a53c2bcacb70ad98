"""What stands around a gap between two words, as hashed features of a linear model.

``scripts/train-gaps`` trains on these features and ``jdlint.lang.en.gaps.odds`` weighs them, so
that both see the same: ``scripts/gap_trainer.c`` makes them too, and a test holds the two equal.
Where a function word stands, the gap is the one that it leaves when it is taken out. Weights must
be made anew when features or the tags of words change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from jdlint.lang.en.tokens import Words

BITS = 24
MASK = (1 << BITS) - 1
# what can stand in a gap; the first is nothing, and “a” stands for “an” too
CHOICES = (
    "", "to", "of", "in", "on", "at", "for", "with", "from", "by", "about", "as", "into", "and",
    "or", "that", "is", "are", "be", "a", "the", "you", "it", "have", "has",
)  # fmt: skip
NUMBER = {word: number for number, word in enumerate(CHOICES)} | {"an": CHOICES.index("a")}
_FAR = 4  # words to either side that are looked at
_START, _END = ["^"] * _FAR, ["$"] * _FAR
_ENDINGS = ("ing", "ed", "es", "s", "e")


def gaps(words: Words) -> Iterator[tuple[int, int, int]]:
    """The gaps between two words: the token before which one lies, the one behind it, and the
    number of what stands there."""
    lowers = words.lowers
    plain = [word[0].isalnum() for word in lowers]
    for at in range(1, len(lowers)):
        if plain[at - 1] and plain[at]:
            yield at, at, 0
            number = NUMBER.get(lowers[at])
            if number and at + 1 < len(lowers) and plain[at + 1]:
                yield at, at + 1, number


def features(words: Words, at: int, end: int) -> list[int]:
    """The features of the gap of tokens ``at`` to ``end`` (exclusive), told by its neighbours and
    the tags that these can have."""
    lowers, options = words.lowers, words.options
    first, last = at - _FAR, end + _FAR
    before, after = lowers[max(first, 0) : at], lowers[end:last]
    l4, l3, l2, l1 = map(plain, _START[len(before) :] + before)
    r1, r2, r3, r4 = map(plain, after + _END[len(after) :])
    a1, a2 = _at(options, at - 1), _at(options, at - 2)
    b1, b2 = _at(options, end), _at(options, end + 1)
    s1, t1 = stem(l1), stem(r1)
    return hashed((
        "b", f"1{l1}", f"2{r1}", f"h{a1}", f"i{b1}",
        f"3{l2}", f"4{r2}", f"5{l2} {l1}", f"6{r1} {r2}", f"7{l1} {r1}",
        f"8{l1} {b1}", f"9{a1} {r1}", f"a{a1} {b1}", f"b{a2} {a1}", f"c{b1} {b2}",
        f"d{l3} {l2} {l1}", f"e{r1} {r2} {r3}", f"f{l2} {l1} {r1}", f"g{l1} {r1} {r2}",
        f"j{a2} {a1} {b1}", f"k{a1} {b1} {b2}", f"l{s1}", f"m{t1}",
        f"n{l1} {b1} {b2}", f"o{a2} {a1} {r1}", f"p{s1} {b1}", f"q{s1} {t1}", f"r{l2} {a1} {b1}",
        f"s{a1} {b1} {r2}", f"t{a2} {l1} {b1}", f"u{l2} {l1} {b1}",
        f"<{l3}", f"<{l4}", f">{r3}", f">{r4}",
    ))  # fmt: skip


def left_features(word: str, options: str) -> list[int]:
    """Those features that all gaps have, and that the word before a gap tells alone."""
    return hashed(("b", f"1{word}", f"h{options}", f"l{stem(word)}"))


def right_features(word: str, options: str) -> list[int]:
    """Those features that the word behind a gap tells alone."""
    return hashed((f"2{word}", f"i{options}", f"m{stem(word)}"))


def pair_features(l1: str, r1: str, a1: str, b1: str) -> list[int]:
    """Those features that both words beside a gap (and their ``options``) tell together."""
    s1, t1 = stem(l1), stem(r1)
    texts = f"7{l1} {r1}", f"8{l1} {b1}", f"9{a1} {r1}", f"a{a1} {b1}", f"p{s1} {b1}", f"q{s1} {t1}"
    return hashed(texts)


def hashed(texts: Iterable[str]) -> list[int]:
    """Features by their hashes."""
    return [crc32(text.encode()) & MASK for text in texts]


def plain(word: str) -> str:
    """A word as features know it: numbers are alike."""
    return "#" if word[0].isdigit() else word


def _at(options: Sequence[str], index: int) -> str:
    """The tags that a token can have; beyond the text there are none."""
    return options[index] if 0 <= index < len(options) else ""


def stem(word: str) -> str:
    """A word without its ending."""
    for end in _ENDINGS:
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)]
    return word
