"""The words that an unknown word may be a slip of.

A slip is a letter missed, added, changed or swapped with its neighbour. Hand and ear make some
slips and not others: a letter stands for its neighbour on the keyboard or for one that sounds
alike, and the first letter is rarely wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.tools import cache
from jdlint.lang.en.lexicon import known
from jdlint.lang.en.spelling import vocabulary

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("aeiouy", "cks", "csz", "gj", "mn", "dt", "bp", "fv", "vw", "xs", "qk", "lr", "st")
_SHORTEST_STEM = 5  # letters: shorter ones are often chance, “reding”
_LACKING_NAME_FROM = 7  # letters of a name that may lack one
_OPENING_FROM = 7  # letters from which a word that opens a sentence may be a slip
_CHANGED_FROM = 9  # the same where one letter stands for another
_LONG = 10  # letters from which no name is a common word with a letter more
_FAR = 3  # what ``slips`` answers for anything above two


def one_slip(word: str) -> set[str]:
    """All strings that are one slip from a word in lower case."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    found |= {a + c + b for a, b in cuts for c in _ALPHABET}
    found |= {a + c + b[1:] for a, b in cuts if b for c in _ALPHABET}
    return found - {word}


def slips(word: str, other: str) -> int:
    """How many slips lie between two words: 0, 1, 2, or 3 for more."""
    if abs(len(word) - len(other)) > 2:
        return _FAR
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(word, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and word[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return _FAR
    return min(row[-1], _FAR)


def two_slips(word: str) -> Iterator[str]:
    """The listed words that are two slips from a word and start with the same three letters, or
    with two where letters were only lost or doubled (peformace, ocassional)."""
    bits = vocabulary.letters(word)
    for other_bits, other in vocabulary.starting_with(word[:2]):
        # two slips change at most four letters of the set
        near = other.startswith(word[:3]) and (bits ^ other_bits).bit_count() <= 4
        two = (near or _lost_or_doubled(word, other)) and slips(word, other) == 2
        if two or (bits == other_bits and _swapped_and_lost(word, other)):
            yield other


def _swapped_and_lost(word: str, other: str) -> bool:
    """Whether a letter was lost between two that changed places (capabitlies)."""
    if len(word) + 1 != len(other) or word[:3] != other[:3] or word[-2:] != other[-2:]:
        return False
    return any(
        word == other[:at] + other[at + 2] + other[at] + other[at + 3 :]
        for at in range(3, len(other) - 2)
    )


def _lost_or_doubled(word: str, other: str) -> bool:
    """Whether a word of the same ends has other letters twice, or two letters less."""
    if word[:2] != other[:2] or word[-1] != other[-1]:
        return False
    if len(word) == len(other):
        return set(word) == set(other)
    letter = iter(other)
    return len(word) + 2 == len(other) and all(each in letter for each in word)


def is_likely(word: str, other: str) -> bool:
    """Whether hand or ear can have made ``word`` of ``other``, which is one or two slips away."""
    if word[0] != other[0]:
        return word[1::-1] == other[:2] or word == other[1:]
    if word.replace("cious", "tious").replace("cion", "tion") == other:
        return True
    if len(word) != len(other):
        return slips(word, other) < 2 or _is_lost_and(word, other)
    if sorted(word) == sorted(other) or set(word) == set(other):
        return True
    pairs = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return slips(word, other) < len(pairs) or all(_are_near(a, b) for a, b in pairs)


def _is_lost_and(word: str, other: str) -> bool:
    """Whether two slips that change the length are two letters lost or added, or one beside a swap
    or a letter that stands near (capabitlies is no capacities)."""
    if abs(len(word) - len(other)) != 1:
        return True
    short, long = sorted((word, other), key=len)
    for cut in (long[:at] + long[at + 1 :] for at in range(len(long))):
        pairs = [(a, b) for a, b in zip(cut, short, strict=True) if a != b]
        if len(pairs) < 2 and all(_are_near(a, b) for a, b in pairs):
            return True
        if len(pairs) == 2 and pairs[0] == pairs[1][::-1]:
            return True
    return set(word) == set(other)


def is_inner_slip(word: str, other: str) -> bool:
    """Whether a letter inside the word was missed, added or swapped: names are seldom made so."""
    if slips(word, other) != 1 or word[0] != other[0] or word[-1] != other[-1]:
        return False
    if len(word) == len(other):
        return sorted(word) == sorted(other) or word.replace("tion", "sion") == other
    return word[1] == other[1]


def is_swapped(word: str, other: str) -> bool:
    """Whether two neighbours behind the first letter changed places (Javascritp)."""
    return word[0] == other[0] and sorted(word) == sorted(other) and slips(word, other) == 1


def may_be_name(word: str, other: str) -> bool:
    """Whether a letter at an end makes the difference, or any one in a shorter word: so names are
    made (Marketo, Bjorn, Invision), seldom slips."""
    if sorted(word) == sorted(other):
        return False
    if word in (other[:-1], other[1:]) or other in (word[:-1], word[1:]):
        return len(word) < _LONG
    changed = len(word) == len(other) and set(word) != set(other)
    return len(word) < (_CHANGED_FROM if changed else _OPENING_FROM)


def is_number(word: str, other: str) -> bool:
    """Whether the two are singular and plural of one noun: then the word is known in another
    form."""
    return other in (word + "s", word + "es") or word in (other + "s", other + "es")


def lost_or_swapped(word: str, other: str) -> bool:
    """Whether letters of a name changed places, or a longer one lacks some."""
    if sorted(word) == sorted(other):
        return True
    return len(word) >= _LACKING_NAME_FROM and len(word) < len(other)


def is_coined(word: str, better: Sequence[str]) -> bool:
    """Whether a word is one of English with an ending that it does not take (publicing,
    fluctuately), and the nearest word is not the two of them rightly joined (manageing): then none
    is sure."""
    for ending in ("ed", "ing", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM and known(stem):
            root = stem[:-1] if stem[-1] in "ey" else stem
            return not (better[0].startswith(root) and better[0].endswith(ending))
    return False


@cache
def _are_near(a: str, b: str) -> bool:
    if any(a in row and b in row for row in _SOUNDS):
        return True
    places = {
        letter: (row, at + 0.5 * row)
        for row, keys in enumerate(_KEYS)
        for at, letter in enumerate(keys)
    }
    (row, at), (other_row, other_at) = places[a], places[b]
    return abs(row - other_row) <= 1 and abs(at - other_at) <= 1
