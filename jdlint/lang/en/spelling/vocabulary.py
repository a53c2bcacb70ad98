"""How English words are written, and how often each is met: read when first needed.

``lexicon/spelling/vocabulary.txt`` has the words that a slip may have been meant for, by frequency,
``own-vocabulary.txt`` those of sciences and trades that general lists hold for too rare,
``rare.txt`` the rarer right words that look like a slip of one of those, ``slips.txt`` what people
often mistype. A word that looks like nothing else is not listed: nothing would be suggested for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jdlint.core.sorted_lines import SortedLines
from jdlint.core.tools import cache, lru_cache
from jdlint.lang.en.spelling.compounds import joined_words
from jdlint.lang.lists import path_of, size_of, text_of
from jdlint.lang.tables import made_ahead, made_now

_WORDS = path_of("spelling/vocabulary.txt")

RARE = 0.25
OWN = 12  # steps of the words in own-vocabulary.txt: as common as “shortcode”
STEPS = 4  # a frequency is a Zipf value (log10 of uses in a thousand million words) times this


@cache
def _frequencies() -> dict[str, int]:
    text = text_of("spelling/vocabulary.txt")
    _, *sections = text.split("\n[")
    found: dict[str, int] = {}
    for section in sections:
        name, _, words = section.partition("]\n")
        found.update(dict.fromkeys(words.split(), int(name)))
    _, _, own = text_of("spelling/own-vocabulary.txt").partition("\n")
    found.update(dict.fromkeys(own.split(), OWN))
    return found


def _steps(word: str) -> int:
    """The frequency of a word in steps; 0 for one that is not listed. As long as nobody needs all
    of them, which take 7 ms to read, one is found in 5 µs."""
    lines = None if _frequencies.cache_info().currsize else _lines()
    if lines is None:
        return _frequencies().get(word, 0)
    return int(lines.behind(word) or 0) if word.isalpha() else 0


@cache
def _lines() -> SortedLines | None:
    """Words with their frequencies, where they were made ahead."""
    parts = made_ahead(_WORDS)
    return SortedLines(*parts) if parts else None


def make_lines() -> None:
    """Make them in this process, to be kept."""
    rows = sorted(f"{word} {steps}".encode() for word, steps in _frequencies().items())
    made_now(_WORDS, lambda _: (b"\n" + b"\n".join(rows) + b"\n",))


@cache
def _rare() -> str:
    return text_of("spelling/rare.txt")


@cache
def _slip_lines() -> str:
    return text_of("spelling/slips.txt")


@cache
def _slips() -> dict[str, str]:
    found: dict[str, str] = {}
    lines = _slip_lines().splitlines()
    for line in lines[1:]:  # the first says where the file is from
        right, *wrongs = line.split()
        found.update(dict.fromkeys(wrongs, right))
    return found | joined_words()


def _is_rare(word: str) -> bool:
    """Whether the sorted file has the word, by bisection over its characters: a set of it takes
    longer to build than most runs ask."""
    text, low = _rare(), 0
    high = len(text) - 1
    while low < high:
        middle = text.rfind("\n", 0, (low + high) // 2 + 1)
        end = text.find("\n", middle + 1)
        row = text[middle + 1 : end]
        if row == word:
            return True
        if row < word:
            low = end
        else:
            high = middle
    return False


@lru_cache(maxsize=16384)
def frequency(word: str) -> float:
    """The Zipf value of a word (lower case): 6 for “you”, 3 for “shortcode”; 0.25 for one that is
    right and too rare to be suggested, 0 for one that is not listed."""
    value = _steps(word)
    return value / STEPS if value else RARE * _is_rare(word)


def suggested(word: str) -> float:
    """The Zipf value of a word that may be suggested, 0 for any other."""
    return _steps(word) / STEPS


def suggestions(candidates: Iterable[str]) -> list[str]:
    """Those of the candidates that may be suggested."""
    listed = _frequencies()
    return [word for word in candidates if word in listed]


_asked = 0  # words that were looked up in the file itself
_FEW = 400  # of those: each takes 50 µs, all slips together 20 ms


def known_slip(word: str) -> str:
    """What a misspelling (lower case) that people often make is meant for; empty for other
    words."""
    global _asked
    if _asked < _FEW:
        _asked += 1
        found = joined_words().get(word) or _listed(word)
    else:
        found = _slips().get(word, "")
    return found.replace("_", " ")


def _listed(word: str) -> str:
    """The same of the slips that are listed, each line one word and how it is misspelled."""
    text, at = _slip_lines(), 0
    while (at := text.find(f" {word}", at)) >= 0:
        at += 1 + len(word)
        if text[at : at + 1] in (" ", "\n", ""):
            start = text.rfind("\n", 0, at) + 1
            return (
                text[start : text.index(" ", start)] if start else ""
            )  # the first line is a remark
    return ""


def starting_with(pair: str) -> Sequence[tuple[int, str]]:
    """The words that may be suggested and start with two letters, each with the set of its letters
    as bits."""
    return _by_opening().get(pair, ())


@cache
def _by_opening() -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for word in _frequencies():
        found.setdefault(word[:2], []).append((letters(word), word))
    return found


def letters(word: str) -> int:
    """The set of the letters of a word (a to z) as bits."""
    bits = 0
    for char in set(word):
        bits |= 1 << (ord(char) - 97 & 31)
    return bits


def edition() -> str:
    """What tells one state of the lists from another: their sizes in bytes."""
    names = (
        "vocabulary.txt",
        "rare.txt",
        "slips.txt",
        "compounds.txt",
        "own-compounds.txt",
        "own-vocabulary.txt",
    )
    return " ".join(str(size_of(f"spelling/{name}")) for name in names)
