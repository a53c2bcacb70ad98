"""What an English word can be. The list is read when the first word is looked up.

A tag is one letter: N count noun, M mass noun, P plural noun, V base verb, Z verb with -s, D past,
E participle, G -ing form, J adjective, R adverb, and those of ``closed``. A word's tags are a
string, the likeliest first.
"""

from __future__ import annotations

from pathlib import Path

from jdlint.core.sorted_lines import SortedLines
from jdlint.core.tools import cache, lru_cache
from jdlint.lang.en.forms import derived
from jdlint.lang.en.tagging.closed import CLOSED, trade
from jdlint.lang.tables import parts_of


@cache
def lines() -> SortedLines:
    """The list; its first line is empty."""
    return SortedLines(*parts_of(Path(__file__).with_name("words.txt"), lambda data: (data,)))


def _listed(word: str) -> str | None:
    """The tags in the sorted list; None for a word that is not in it."""
    return lines().behind(word)


def _base(word: str) -> str | None:
    found = trade().get(word) or CLOSED.get(word) or _listed(word)
    return found.rstrip("~") if found else None


@lru_cache(maxsize=8192)
def tags(word: str) -> str:
    """The tags of a word in lower case, likeliest first; empty for a word that is not known."""
    return _base(word) or derived(word, _base)


def only_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb and nothing else (publicly, not early)."""
    return set(tags(word)) == {"R"}


@lru_cache(maxsize=8192)
def common(word: str) -> bool:
    """Whether the word (in lower case) is in everyday use, or a regular form of a word that is."""
    if word in trade() or word in CLOSED or (_listed(word) or "").endswith("~"):
        return True
    return bool(
        derived(word, lambda base: _base(base) if (_listed(base) or "").endswith("~") else None)
    )


@lru_cache(maxsize=8192)
def listed(word: str) -> bool:
    """Whether the lexicon has the word (in lower case) as it stands."""
    return _base(word) is not None


def known(word: str) -> bool:
    """Whether the lexicon has the word (in lower case) or derives it."""
    return bool(tags(word))
