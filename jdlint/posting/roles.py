"""Roles as texts name them: phrases in capitals around a word such as “Director”, and what makes
two one role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from jdlint.core.words import word_set
from jdlint.lang.lists import word_list

_RANKS = word_list("role-ranks")  # “Director of Sales” and “Sales Director” are one role
HEADS = word_list("role-heads")
LITERALS = tuple(sorted(HEADS))
_DROPPED = word_set("of the and for team department our a an to")
_SAME = {
    "vp": "president",
    "sr": "senior",
    "jr": "junior",
    "mgr": "manager",
    "dir": "director",
    "vice": "",
    "eng": "engineering",
}
_LEVELS = word_set(
    "senior junior principal staff associate intermediate interim acting lead global regional"
)
_WORD = re.compile(r"[^\W_][\w&/'’-]*")
_CAPITAL = r"[A-Z][\w&/'’]*(?:-[A-Z]\w*)*"
_PHRASE = re.compile(
    rf"\b{_CAPITAL}(?:(?:,| [-–—])? {_CAPITAL}| (?:(?:of|the|for|and|&) ){{1,2}}{_CAPITAL})+"
)
_BEFORE = re.compile(r"(?:The|Our|An?|For|Lead|To) ")
_AFTER = re.compile(r"(?: -)? (?:Job Famil(?:y|ies)|Roles?|Positions?)$")
HINT = re.compile(r"\b(?:VP|" + "|".join(sorted(head.capitalize() for head in HEADS)) + r")s?\b")


class Role(NamedTuple):
    """A role as written, where it stands in its text, and the key of the role that it names."""

    name: str
    start: int
    end: int
    key: tuple[str, ...]


def roles_in(text: str, short: Mapping[str, tuple[str, ...]]) -> Iterator[Role]:
    """The roles that a text names in capitals; ``short`` says what abbreviations stand for."""
    if HINT.search(text) is None:
        return
    rows = tuple(sorted(short.items()))
    for match in _PHRASE.finditer(text):
        before, after = _BEFORE.match(match.group()), _AFTER.search(match.group())
        start, end = (
            match.start() + (before.end() if before else 0),
            match.start() + (after.start() if after else len(match.group())),
        )
        name = text[start:end]
        key = key_of(name, rows)
        if key:
            yield Role(name, start, end, key)


@lru_cache(maxsize=8192)
def key_of(name: str, short: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """The words of a role in order of the alphabet; empty for a phrase that names none, or several.

    “Manager, Sales” leads people and “Sales Manager” may not: which of the two a name is counts for
    all but ranks.
    """
    words = [_singular(word) for word in _WORD.findall(name)]
    heads = [word for word in words if word in HEADS]
    if not heads or len(words) < 2 or (len(heads) > 1 and re.search(r",| and | & |/", name)):
        return ()
    meaning = dict(short)
    bag: set[str] = set()
    for word in words:
        expanded = meaning.get(word, (_SAME.get(word, word),))
        bag.update(
            w
            for w in expanded
            if len(expanded) == 1 or w not in HEADS or len(heads) == 0 or w in heads
        )
    bag -= {*_DROPPED, ""}
    rest = [word for word in words if word not in _LEVELS or word in HEADS]
    first = bool(rest) and rest[0] in heads and rest[0] not in _RANKS
    content = {word for word in bag - HEADS - _LEVELS if len(word) > 1}
    return (*sorted(bag), *([":first"] if first else [])) if content else ()


def _singular(word: str) -> str:
    low = word.casefold().replace("’", "'")
    return low[:-1] if low.endswith("s") and low[:-1] in HEADS else low


def order_of(name: str) -> tuple[str, ...] | None:
    """The words of a name that tell roles apart, in order; None for a rank, where the order does
    not."""
    words = [_singular(word) for word in _WORD.findall(name)]
    if any(word in _RANKS for word in words):
        return None
    return tuple(word for word in words if word not in _DROPPED and word not in HEADS)


def abbreviations(titles: Iterable[str], words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What abbreviations in capitals (among ``words`` and titles) stand for: words of a title with
    their first letters.

    An abbreviation holds where one sequence of words alone has its letters.
    """
    rows = [[word for word in _WORD.findall(title) if word[0].isupper()] for title in set(titles)]
    wanted = {
        word
        for word in (*words, *(w for row in rows for w in row))
        if 3 <= len(word) <= 5 and word.isupper()
    }
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in rows if wanted else ():
        initials = "".join(word[0] for word in row)
        for start in range(len(row) - 2):
            for end in range(start + 3, min(start + 5, len(row)) + 1):
                if initials[start:end] in wanted and not any(
                    word.isupper() for word in row[start:end]
                ):
                    found.setdefault(initials[start:end], set()).add(
                        tuple(word.casefold() for word in row[start:end])
                    )
    return {
        short.casefold(): next(iter(parts)) for short, parts in found.items() if len(parts) == 1
    }
