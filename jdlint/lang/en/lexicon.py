"""What an English word can be. The list is read when the first word is looked up.

A tag is one letter: N count noun, M mass noun, P plural noun, V base verb, Z verb with -s, D past,
E participle, G -ing form, J adjective, R adverb, and those of ``closed``. A word's tags are a
string, the likeliest first.
"""

from __future__ import annotations

from pathlib import Path

from jdlint.core.tools import cache, lru_cache
from jdlint.lang.en.forms import derived
from jdlint.lang.en.tagging.closed import CLOSED, trade


@cache
def _text() -> str:
    return "\n" + Path(__file__).with_name("words.txt").read_text(encoding="utf-8")


def _listed(word: str) -> str | None:
    """The tags in the sorted list; None for a word that is not in it."""
    text, (low, high) = _text(), _bucket(word[:2])
    at = text.find(f"\n{word} ", low, high)
    if at < 0:
        return None
    start = at + len(word) + 2
    return text[start : text.find("\n", start)]


@lru_cache(maxsize=4096)
def _bucket(prefix: str) -> tuple[int, int]:
    """Where the words with a beginning stand in the list: a search there costs less than one by
    halves."""
    return _first_from(prefix), _first_from(prefix + "\U0010ffff") + 1


def _first_from(wanted: str) -> int:
    """Where the line break before the first word stands that is not smaller, by bisection over the
    list's characters."""
    text = _text()
    low, high = 0, len(text) - 1
    while low < high:
        middle = text.rfind("\n", 0, (low + high) // 2 + 1)
        end = text.find("\n", middle + 1)
        if text[middle + 1 : end].partition(" ")[0] < wanted:
            low = end
        else:
            high = middle
    return low


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
