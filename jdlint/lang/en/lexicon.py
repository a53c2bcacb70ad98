"""What an English word can be. The list is read when the first word is looked up.

A tag is one letter: N count noun, M mass noun, P plural noun, V base verb, Z verb with -s, D past,
E participle, G -ing form, J adjective, R adverb, and those of ``closed``. A word's tags are a
string, the likeliest first.
"""

from __future__ import annotations

import os
from mmap import ACCESS_READ, mmap

from jdlint.core.tools import cache, lru_cache
from jdlint.lang.en.forms import derived
from jdlint.lang.en.tagging.closed import CLOSED, trade

_LIST = os.path.join(os.path.dirname(__file__), "words.txt")


@cache
def _text() -> mmap:
    """The list as it lies on disk, which a page reads in a few places: to read and decode all of it
    takes 1.2 ms. Its bytes are in the order of its characters; its first line is empty."""
    with open(_LIST, "rb", buffering=0) as stream:
        return mmap(stream.fileno(), 0, access=ACCESS_READ)


def _listed(word: str) -> str | None:
    """The tags in the sorted list; None for a word that is not in it."""
    rows, sought = _bucket(word[:2]), f"\n{word} ".encode("utf-8", "surrogatepass")
    at = rows.find(sought)
    if at < 0:
        return None
    start = at + len(sought)
    return rows[start : rows.find(b"\n", start)].decode().rstrip()


@lru_cache(maxsize=4096)
def _bucket(prefix: str) -> bytes:
    """The part of the list whose words have a beginning, with the line breaks around it: a search
    there costs less than one by halves."""
    wanted = prefix.encode("utf-8", "surrogatepass")
    return _text()[_first_from(wanted) : _first_from(wanted + b"\xff") + 1]


def _first_from(wanted: bytes) -> int:
    """Where the line break before the first word stands that is not smaller, by bisection over the
    list's bytes."""
    text = _text()
    low, high = 0, len(text) - 1
    while low < high:
        middle = text.rfind(b"\n", 0, (low + high) // 2 + 1)
        end = text.find(b"\n", middle + 1)
        if text[middle + 1 : end].partition(b" ")[0] < wanted:
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
