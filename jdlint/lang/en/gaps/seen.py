"""A token as the features of gaps know it."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.tools import lru_cache
from jdlint.lang.en.tagging.tagdict import listed

_ENDINGS = ("ing", "ed", "es", "s", "e")
_FINITE = frozenset("am is are was were has had does did isn't aren't wasn't weren't".split())
_SUBJECTS = frozenset("i you he she it we they".split())
_LINKS = frozenset("and or but nor".split())
_JOINS = frozenset("if when while because although unless whereas until that".split())


class Seen(NamedTuple):
    """``word``: in small letters, numbers alike; ``tags``: those that it can have; ``stem``: the
    word without its ending; ``group``: of words with like neighbours; ``kind``: see ``kind_of``."""

    word: str
    tags: str
    stem: str
    group: str
    kind: str


@lru_cache(maxsize=8192)
def seen(low: str, options: str) -> Seen:
    """A token in small letters, with the tags that it can have."""
    if low[0].isdigit():
        return Seen("#", options, "#", "#", kind_of("#", options))
    group = listed(low)[1][1:3] if low[0].isalpha() else low
    return Seen(low, options, stem(low), group or "?" + low[-2:], kind_of(low, options))


def stem(word: str) -> str:
    """A word without its ending."""
    for end in _ENDINGS:
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)]
    return word


def kind_of(low: str, options: str) -> str:
    """What a token can be in its clause: ``.`` the end of a sentence, ``,`` another mark, ``C`` and
    ``S`` words that open a clause, ``F`` a finite verb, ``V`` likely one, ``v`` perhaps one, ``Y``
    a pronoun that is a subject; else its likeliest tag."""
    if options == ".":
        return "." if low in ".!?:;" else ","
    if low in _LINKS:
        return "C"
    first = options[0]
    if low in _JOINS or first in "SW":
        return "S"
    if low in _SUBJECTS:
        return "Y"
    verbs = set(options) & set("VZD")
    if low in _FINITE or first == "K" or (verbs and set(options) <= set("ZD")):
        return "F"
    if first in "VZDX":
        return "V"
    return "v" if verbs and first not in "NMPO" else first


_START, _END = seen("^", "^"), seen("$", "$$")
# before a text and behind it
EDGES: tuple[tuple[Seen, ...], tuple[Seen, ...]] = (_START,) * 4, (_END,) * 4
