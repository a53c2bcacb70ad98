"""What stands around a gap between two words, as hashed features of a linear model.

``scripts/train-odds`` trains on these features and ``jdlint.lang.en.articles.odds`` weighs them, so
that both see the same. A feature is a short text of words, tags (of
``jdlint.lang.en.tagging.tags``) and shapes; its hash is an index into a table of weights. Tables
must be made anew when features or tags change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from zlib import crc32

from jdlint.core.light import NamedTuple
from jdlint.lang.en.tagging.tags import HIDDEN, choose
from jdlint.lang.en.tokens import Words

BITS = 20
MASK = (1 << BITS) - 1
ARTICLES = {"a": 1, "an": 1, "the": 2}
NOUNS = frozenset("NMPO")
_MODIFIERS = frozenset("NMPOJEGH#D")
_NAMING = frozenset("NMPJO")
_LONGEST = 6  # words of a noun phrase that are looked at
_LEFT, _RIGHT = 7, 9  # words around a gap that are tagged anew when a word is taken out


class View(NamedTuple):
    """Words with their tags, and the index of the first word after the gap."""

    lowers: Sequence[str]
    texts: Sequence[str]
    tags: Sequence[str]
    at: int


def view(words: Words, at: int) -> View:
    """The gap before token ``at`` as the text stands."""
    return View(words.lowers, words.texts, words.tags, at)


def without(words: Words, at: int) -> View:
    """The gap that token ``at`` leaves when it is taken out; its neighbours are tagged anew."""
    first, last = max(0, at - _LEFT), min(len(words), at + _RIGHT)
    lowers = words.lowers[first:at] + words.lowers[at + 1 : last]
    texts = words.texts[first:at] + words.texts[at + 1 : last]
    options = words.options[first:at] + words.options[at + 1 : last]
    return View(lowers, texts, choose(texts, lowers, options), at - first)


def article_gaps(words: Words) -> Iterator[tuple[int, int]]:
    """Where an article stands (the word after it, and its number in ``ARTICLES``) or could stand
    (the word, and 0)."""
    lowers, tags = words.lowers, words.tags
    for at, low in enumerate(lowers):
        if low in ARTICLES and words.texts[at] not in ("A", "AN") and at + 1 < len(words):
            if lowers[at + 1][0].isalnum() or lowers[at + 1][0] == HIDDEN:
                yield at + 1, ARTICLES[low]
        elif _opens_phrase(words, at) and not (
            at
            and (
                lowers[at - 1] in ARTICLES
                or tags[at - 1] == "$"
                or (tags[at - 1] == "T" and lowers[at - 1] != "that")
            )
        ):
            yield at, 0


def _opens_phrase(words: Words, at: int) -> bool:
    """Whether token ``at`` can be the first word of a noun phrase."""
    tag = words.tags[at]
    if tag in _MODIFIERS or words.lowers[at] == "following":
        return True
    after = words.tags[at + 1] if at + 1 < len(words) else "$"
    if tag == "R":
        return after in "JE"
    naming = bool(_NAMING & set(words.options[at]))
    if tag in "VI" and at:
        likely = naming or (after in NOUNS and tag == "V")
        return likely and words.tags[at - 1] in "VIGZDQKESCWT"
    return tag == "Z" and naming


def article_features(here: View, seen: Set[str]) -> list[int]:
    """The features of a gap in which an article could stand; ``seen`` are nouns used before."""
    lows, texts, tags, at = here
    left, size = at - 1, len(lows)
    r1, r2, r3 = _word(lows, at), _word(lows, at + 1), _word(lows, at + 2)
    l1, l2, l3 = _word(lows, left), _word(lows, left - 1), _word(lows, left - 2)
    head = head_of(tags, lows, at)
    if head >= 0:
        noun, after, after2 = _word(lows, head), _word(lows, head + 1), _word(lows, head + 2)
        row, kind = "".join(tags[at : head + 1]), tags[head] + _shape(texts[head])
        tag = tags[head + 1] if head + 1 < size else "$"
    else:
        noun, after, after2, row, kind = f"~{r1}", r2, r3, f"!{tags[at]}", "!"
        tag = tags[at + 1] if at + 1 < size else "$"
    lt = tags[left] if left >= 0 else "^"
    lt2 = tags[left - 1] if left >= 1 else "^"
    shape, known, stem = _shape(texts[at]), "K" if noun in seen else "k", _stem(l1)
    features = (
        "b", f"1{r1}", f"2{r1} {r2}", f"3{r1} {r2} {r3}", f"4{l1}", f"5{l1} {r1}", f"6{l2} {l1}",
        f"7{l2} {l1} {r1}", f"8{l1} {r1} {r2}", f"9{noun}{kind}", f"a{noun} {after}",
        f"b{noun} {after} {after2}", f"c{l1} {noun}", f"d{l1} {noun} {after}",
        f"e{l2} {l1} {noun}", f"f{lt}{row}{tag}", f"g{l1} {row}", f"h{row} {after}",
        f"i{lt2}{lt} {noun}", f"j{lt}{kind}{after}", f"k{noun}{known}", f"l{lt2}{lt}{shape}{kind}",
        f"m{l1}{kind}{after}", f"n{row[:-1]} {noun}", f"u{stem} {kind}{tag}", f"v{stem} {noun}",
        f"o{r1} {noun}", f"p{l1} {kind}{tag}", f"q{l3} {l2} {l1}", f"r{shape}{kind}{known}{tag}",
        f"s{lt}{r1} {noun}{after}", f"t{l2} {l1} {kind}",
    )  # fmt: skip
    return [crc32(text.encode()) & MASK for text in features]


def _word(lowers: Sequence[str], index: int) -> str:
    """A word as features know it: numbers are alike, and so is what lies beyond the text."""
    if index < 0:
        return "^"
    if index >= len(lowers):
        return "$"
    word = lowers[index]
    return "#" if word[0].isdigit() else word


def _shape(text: str) -> str:
    if text[0].isdigit():
        return "#"
    if text.isupper() and len(text) > 1:
        return "AA"
    return "Aa" if text[0].isupper() else "a"


def _stem(word: str) -> str:
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)]
    return word


def head_of(tags: Sequence[str], lowers: Sequence[str], first: int) -> int:
    """The index of the head of the noun phrase that opens at ``first``, or -1."""
    head, at, size = -1, first, len(lowers)
    while at < size and at < first + _LONGEST:
        tag = tags[at]
        if tag in NOUNS:
            head = at
        elif not (
            tag in _MODIFIERS
            or ("-" in lowers[at] and len(lowers[at]) > 1)
            or (tag == "R" and head < 0)
            or tag == "$"
        ):
            break
        at += 1
    return at - 1 if head < 0 and at > first and tags[at - 1] in "HGJ#ED" else head
