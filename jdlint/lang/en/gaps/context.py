"""What stands around a gap between two words, as hashed features of a linear model.

``scripts/train-gaps`` trains on these features and ``jdlint.lang.en.gaps.odds`` weighs them, so
that both see the same: ``scripts/gap_trainer.c`` makes them too, and a test holds the two equal.
Where a closed-class word stands, the gap is the one that it leaves when it is taken out. Weights
must be made anew when features, the tags of words or their clusters change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from jdlint.core.tools import lru_cache
from jdlint.lang.en.gaps.clause import LEFT, RIGHT, before, behind, noun_before, noun_behind
from jdlint.lang.en.gaps.seen import EDGES, Seen, seen
from jdlint.lang.en.tokens import Words

BITS = 24
MASK = (1 << BITS) - 1
# what can stand in a gap; the first is nothing, and “a” stands for “an” too
CHOICES = (
    "", "to", "of", "in", "on", "at", "for", "with", "from", "by", "about", "as", "into", "and",
    "or", "that", "is", "are", "be", "a", "the", "you", "it", "have", "has",
    "your", "they", "them", "their", "its", "he", "his", "her", "our", "we", "us", "was", "were",
    "had", "do", "can", "will", "may", "should", "would", "if", "than", "then", "but", "so", "no",
    "not", "there", "this", "these", "those", "who", "which", "what", "how", "when", "one", "out",
    "any",
)  # fmt: skip
NUMBER = {word: number for number, word in enumerate(CHOICES)} | {"an": CHOICES.index("a")}


def gaps(words: Words) -> Iterator[tuple[int, int, int]]:
    """The gaps beside words: the token before which one lies, the one behind it, and the number
    of what stands there."""
    lowers = words.lowers
    plain = [False, *(word[0].isalnum() for word in lowers), False]
    for at, low in enumerate(lowers):
        if plain[at] or plain[at + 1]:
            yield at, at, 0
            number = NUMBER.get(low)
            if number and (plain[at] or plain[at + 2]):
                yield at, at + 1, number


def features(known: Sequence[Seen], at: int, end: int) -> list[int]:
    """The features of the gap of tokens ``at`` to ``end`` (exclusive)."""
    near = known[max(at - 4, 0) : at]
    l4, l3, l2, l1 = [*EDGES[0][len(near) :], *near]
    near = known[end : end + 4]
    r1, r2, r3, r4 = [*near, *EDGES[1][len(near) :]]
    start = max(at - LEFT, 0)  # no more is looked at: a sentence may have 16,000 words
    kinds = [word.kind for word in known[start : end + RIGHT]]
    left, right = before(kinds, at - start), behind(kinds, end - start)
    noun, next_noun = noun_before(kinds, at - start), noun_behind(kinds, end - start)
    return hashed((
        *of_left(l1), *of_right(r1), *together(l1, r1),
        f"3{l2.word}", f"4{r2.word}", f"5{l2.word} {l1.word}", f"6{r1.word} {r2.word}",
        f"b{l2.tags} {l1.tags}", f"c{r1.tags} {r2.tags}",
        f"d{l3.word} {l2.word} {l1.word}", f"e{r1.word} {r2.word} {r3.word}",
        f"f{l2.word} {l1.word} {r1.word}", f"g{l1.word} {r1.word} {r2.word}",
        f"j{l2.tags} {l1.tags} {r1.tags}", f"k{l1.tags} {r1.tags} {r2.tags}",
        f"n{l1.word} {r1.tags} {r2.tags}", f"o{l2.tags} {l1.tags} {r1.word}",
        f"r{l2.word} {l1.tags} {r1.tags}", f"s{l1.tags} {r1.tags} {r2.word}",
        f"t{l2.tags} {l1.word} {r1.tags}", f"u{l2.word} {l1.word} {r1.tags}",
        f"v{l2.word} {r1.word}", f"w{l1.word} {r2.word}",
        f"C{l2.group} {l1.group}", f"D{r1.group} {r2.group}",
        f"E{l2.group} {l1.group} {r1.group}", f"F{l1.group} {r1.group} {r2.group}",
        f"G{l2.word} {l1.word} {r1.group}", f"H{l1.group} {r1.word} {r2.word}",
        f"I{l1.word} {r1.group} {r2.group}", f"J{l2.group} {l1.group} {r1.word}",
        f"K{left} {r1.tags}", f"L{left} {right}", f"M{left} {l1.word}", f"N{left} {r1.word}",
        f"O{right} {l1.word}", f"P{right} {r1.word}", f"Q{left} {right} {l1.tags} {r1.tags}",
        f"R{noun} {r1.word}", f"S{next_noun} {l1.word}", f"T{noun} {next_noun}",
        f"U{next_noun} {l1.tags} {r1.word}",
        f"<{l3.word}", f"<{l4.word}", f">{r3.word}", f">{r4.word}",
    ))  # fmt: skip


def of_left(l1: Seen) -> tuple[str, ...]:
    """Those features that all gaps have, and that the word before a gap tells alone."""
    return "b", f"1{l1.word}", f"h{l1.tags}", f"l{l1.stem}", f"x{l1.group}"


def of_right(r1: Seen) -> tuple[str, ...]:
    """Those features that the word behind a gap tells alone."""
    return f"2{r1.word}", f"i{r1.tags}", f"m{r1.stem}", f"y{r1.group}"


def together(l1: Seen, r1: Seen) -> tuple[str, ...]:
    """Those features that both words beside a gap tell together."""
    return (
        f"7{l1.word} {r1.word}", f"8{l1.word} {r1.tags}", f"9{l1.tags} {r1.word}",
        f"a{l1.tags} {r1.tags}", f"p{l1.stem} {r1.tags}", f"q{l1.stem} {r1.stem}",
        f"z{l1.group} {r1.group}", f"A{l1.word} {r1.group}", f"B{l1.group} {r1.word}",
    )  # fmt: skip


@lru_cache(maxsize=8)
def seen_in(words: Words) -> list[Seen]:
    """The tokens of a text as features know them; three rules ask, one of them for each word."""
    return list(map(seen, words.lowers, words.options))


def hashed(texts: Iterable[str]) -> list[int]:
    """Features by their hashes."""
    return [crc32(text.encode()) & MASK for text in texts]


def plain(word: str) -> str:
    """A word as features know it: numbers are alike."""
    return "#" if word[0].isdigit() else word
