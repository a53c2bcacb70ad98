"""Which words of a text may be misspelled, and whether a dictionary's "no" convinces.

A job page is full of names, abbreviations and coinages that no dictionary has. So a word counts as
misspelled only where it is an ordinary word in form, a dictionary does not know it, and a known
word is one slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from jdlint.lang.en import forms, lexicon
from jdlint.lang.en.tokens import words

_FOLDER = Path(__file__).parent
_PART = re.compile(r"[^-‐‑]+")
_PLAIN = re.compile(r"[A-Za-z][a-z]+")
_BESIDE = frozenset("@/\\_#$%=<>|~^*&")
_QUOTES = re.compile(
    r"“[^”]{1,80}”|\"[^\"\n]{1,80}\"|‘[^’]{1,80}’|(?<!\w)'[^'\n]{1,60}'(?!\w)|`[^`]+`|«[^»]{1,80}»"
)
_STOPS = frozenset(".!?:•")
_AFFIXES = ("non", "pre", "re", "un", "co", "de", "sub", "multi", "inter", "over", "under", "micro", "auto", "cross",
            "self", "mis", "neo", "geo", "bio", "crypto")  # fmt: skip
_EVENTS = ("athon", "athons")  # hackathon, and what is called after it
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("aeiouy", "cks", "csz", "gj", "mn", "dt", "bp", "fv", "vw", "xs", "qk", "lr")
SHORTEST = 5
EDITION = 2  # raise it when what counts as a misspelling changes
SLIPS = {
    "teh": "the", "hte": "the", "adn": "and", "fo": "of", "yuo": "you", "wiht": "with",
    "taht": "that", "thta": "that", "yuor": "your", "thier": "their", "wich": "which", "whcih": "which",
    "alot": "a lot", "thet": "that", "yout": "your", "wll": "will",
    "becuase": "because", "goup": "group", "tommorow": "tomorrow", "tommorrow": "tomorrow", "basicly": "basically",
    "intergrate": "integrate", "intergration": "integration", "publically": "publicly", "incase": "in case",
    "superviser": "supervisor", "vehical": "vehicle", "analisys": "analysis", "infact": "in fact",
    "aswell": "as well",
}  # fmt: skip


class Suspect(NamedTuple):
    """A word that a dictionary should be asked about; ``word`` is in lower case, ``capital`` says
    that it was not."""

    start: int
    end: int
    word: str
    capital: bool


@cache
def _file(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def edition() -> str:
    """What tells one state of the lists and rules from another."""
    return f"{EDITION} {len(_file('trade.txt'))} {len(_file('common.txt'))}"


def suspects(text: str) -> Iterator[Suspect]:
    """The words of a text that no list knows; no names, abbreviations, code, quotations or other
    languages."""
    cut = words(text)
    if not is_english(cut.lowers):
        return
    quoted = [match.span() for match in _QUOTES.finditer(text)]
    titled = _titled(cut.texts)
    for index, token in enumerate(cut.texts):
        start = cut.starts[index]
        hidden = any(a <= start < b for a, b in quoted) or _beside_code(text, start, cut.end(index))
        if hidden or not token[0].isalpha():
            continue
        opens = titled or index == 0 or cut.texts[index - 1] in _STOPS
        yield from _parts(token, start, opens=opens)


def _parts(token: str, start: int, *, opens: bool) -> Iterator[Suspect]:
    """The parts of a token between hyphens that are ordinary words in form."""
    for match in _PART.finditer(token):
        part = match.group()
        if part.endswith(("'s", "’s")):
            part = part[:-2]
        if not _PLAIN.fullmatch(part) or (part[0].isupper() and (not opens or match.start())):
            continue
        low = part.lower()
        if low in SLIPS or (len(low) >= SHORTEST and not is_known(low)):
            at = start + match.start()
            yield Suspect(at, at + len(part), low, part[0].isupper())


@lru_cache(maxsize=16384)
def is_known(word: str) -> bool:
    """Whether a list has the word, or a regular form that cannot be a slip (prefered looks like one
    of prefer)."""
    if word in _file("common.txt") or lexicon.listed(word) or is_formed(word):
        return True
    bases = [word[:-1], word[:-2], word[:-3] + "y"] if word.endswith("s") else []
    if any(lexicon.listed(base) and forms.plural(base) == word for base in bases):
        return True
    for suffix, form in (("ing", forms.gerund), ("ed", forms.past)):
        stem = word.removesuffix(suffix)
        if stem != word and not _may_double(stem):
            verbs = [
                base
                for base in (stem, stem + "e")
                if lexicon.listed(base) and "V" in lexicon.tags(base)
            ]
            return any(form(base) == word for base in verbs)
    return False


def _may_double(stem: str) -> bool:
    """Whether a verb with this stem may double its last letter: one vowel, then one consonant, at
    the end."""
    return stem[-1:] not in "aeiouwxy" and stem[-2:-1] in "aeiou" and stem[-3:-2] not in "aeiou"


def _beside_code(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] in _BESIDE or (start > 0 and text[start - 1] in _BESIDE)


def _titled(texts: Sequence[str]) -> bool:
    """Whether a text is set as a title: short, and most longer words start with a capital."""
    longer = [word for word in texts if word[0].isalpha() and len(word) > 3]
    return 0 < len(longer) <= 10 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


def is_english(lowers: Sequence[str]) -> bool:
    """Whether at least half of the words (of five or more) are English ones."""
    plain = [word for word in lowers if word.isalpha()]
    return len(plain) < 5 or sum(map(lexicon.known, plain)) * 2 >= len(plain)


@lru_cache(maxsize=4096)
def convincing(
    word: str, suggestions: tuple[str, ...], *, capital: bool = False
) -> tuple[str, ...]:
    """The suggestions for an unknown word that make it a misspelling, the likeliest first; none
    where it may be right.

    ``word`` is in lower case; ``suggestions`` are a dictionary's, best first. One with a
    ``capital`` may be a name: a name often is a word with a letter more or less at an end
    (Marketo), a slip rarely.
    """
    if word in SLIPS:
        return (SLIPS[word],)
    if len(word) < SHORTEST or is_formed(word):
        return ()
    if parts := _run_together(word):
        return (parts,)
    common = _file("common.txt")
    lowered = dict.fromkeys(text.lower() for text in suggestions)
    offered = [
        low for low in lowered if low.isalpha() and low.isascii() and not _is_number(word, low)
    ]
    near = [
        low
        for low in offered
        if slips(word, low) == 1 or (len(word) >= 9 and slips(word, low) == 2)
    ]
    near += sorted((_one_slip_from(word) & common) - set(near))
    near = [low for low in near if _is_likely(word, low)]
    if len(word) < 8 or capital:
        near = [low for low in near if low in common or (not capital and lexicon.common(low))]
    if capital:
        near = [
            low
            for low in near
            if low[:-1] not in (word, word[:-1]) and word[:-1] != low and word[1:] != low
        ]
    return tuple(
        sorted(near, key=lambda low: (slips(word, low), low not in common, low[0] != word[0]))[:3]
    )


def _one_slip_from(word: str) -> set[str]:
    """All strings with one letter missed, doubled, changed or swapped with its neighbour."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b} | {
        a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1
    }
    found |= {a + c + b for a, b in cuts for c in letters} | {
        a + c + b[1:] for a, b in cuts if b for c in letters
    }
    return found - {word}


def _is_number(word: str, other: str) -> bool:
    """Whether the two are singular and plural of one noun: then the word is known in another
    form."""
    return other in (word + "s", word + "es") or word in (other + "s", other + "es")


def is_formed(word: str) -> bool:
    """Whether the word is of the trade, or formed as new words are: a prefix and a word, or two
    long words in one."""
    if word in _file("trade.txt") or (word.endswith("s") and word[:-1] in _file("trade.txt")):
        return True
    if _is_dialect_form(word) or word.endswith(_EVENTS):
        return True
    for prefix in _AFFIXES:
        rest = word.removeprefix(prefix)
        if (
            rest != word
            and len(rest) >= 5
            and (rest in _file("common.txt") or lexicon.listed(rest))
        ):
            return True
    if _run_together(word):
        return False
    return any(
        word[:at] in _file("common.txt") and word[at:] in _file("common.txt")
        for at in range(4, len(word) - 3)
    )


def _run_together(word: str) -> str:
    """Two long words that lost the space between them (a short word makes a compound)."""
    common = _file("common.txt")
    cuts = (at for at in range(6, len(word) - 5) if word[:at] in common and word[at:] in common)
    return next((f"{word[:at]} {word[at:]}" for at in cuts), "")


def _is_likely(word: str, other: str) -> bool:
    """Whether hand or ear can have made one word of the other.

    A letter stands for its neighbour on the keyboard or for one of its sound; two slips keep the
    first letter.
    """
    if len(word) != len(other):
        return slips(word, other) == 1 or word[0] == other[0]
    pairs = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    if word[0] == other[0] and set(word) == set(other):
        return True  # one letter doubled for another, or two of them swapped
    if len(pairs) > 1 and word[0] != other[0]:
        return sorted(word) == sorted(other)
    return slips(word, other) < len(pairs) or all(_are_near(a, b) for a, b in pairs)


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


def _is_dialect_form(word: str) -> bool:
    """British forms of listed verbs: organising, modelled, specialised, focusses."""
    for suffix in ("ing", "ed", "es", "er", "ers"):
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < 4:
            continue
        if lexicon.listed(stem + "e") and stem.endswith(("is", "ys", "our")):
            return True
        if stem[-2:] in ("ll", "ss") and lexicon.listed(stem[:-1]):
            return True
    return False


def slips(word: str, other: str) -> int:
    """How many letters were missed, doubled, changed or swapped with a neighbour: 0, 1, 2, or 3 for
    more."""
    if abs(len(word) - len(other)) > 2:
        return 3
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
            return 3
    return min(row[-1], 3)
