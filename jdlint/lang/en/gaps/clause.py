"""What the clause around a gap has already, told by the kinds of its tokens."""

from __future__ import annotations

from collections.abc import Sequence

LEFT, RIGHT = 12, 8  # tokens that are looked at
_NOUN = 4
_OPENS = ".,CS"
_SUBJECTS = "YNMPOU"
_NOUNS = "NMPOY"
_STOPS = "F.,CSIQ"


def before(kinds: Sequence[str], at: int) -> str:
    """How the clause opens, the surest verb that it has before token ``at``, and whether it has a
    noun that can be its subject."""
    opens, verb, subject = "^", "-", "-"
    for index in range(at - 1, max(at - 1 - LEFT, -1), -1):
        kind = kinds[index]
        if kind in _OPENS:
            opens = kind
            break
        verb = _surer(verb, kind)
        if kind in _SUBJECTS:
            subject = "s"
    return opens + verb + subject


def behind(kinds: Sequence[str], end: int) -> str:
    """The surest verb of the clause from token ``end`` on, and how it closes."""
    closes, verb = "$", "-"
    for kind in kinds[end : end + RIGHT]:
        if kind in _OPENS:
            closes = kind
            break
        verb = _surer(verb, kind)
    return verb + closes


def noun_before(kinds: Sequence[str], at: int) -> str:
    """The nearest noun before token ``at``, and how far away it is."""
    for index in range(at - 1, max(at - 1 - _NOUN, -1), -1):
        if kinds[index] in _NOUNS:
            return kinds[index] + str(min(at - index, 3))
    return "-"


def noun_behind(kinds: Sequence[str], end: int) -> str:
    """The last of the nouns that follow each other behind token ``end``."""
    found = "-"
    for kind in kinds[end : end + _NOUN]:
        if kind in _NOUNS:
            found = kind
        elif found != "-" or kind in _STOPS:
            break
    return found


def _surer(verb: str, kind: str) -> str:
    return min(verb, kind, key="FVv-".index) if kind in "FVv" else verb
