"""Roles as texts name them: phrases in capitals around a word such as “Director”, and what makes
two one role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from jdlint.core.by_text import LETTERS, MOST, by_text
from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.recent import recent
from jdlint.core.tools import lru_cache
from jdlint.core.words import word_set
from jdlint.lang.lists import word_list

_RANKS = word_list("role-ranks")  # “Director of Sales” and “Sales Director” are one role
HEADS = word_list("role-heads")
LITERALS = tuple(sorted(HEADS))
_DROPPED = word_set("of the and for team department our a an to") | {""}
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
_WORD = re.late(r"[^\W_][\w&/'’-]*")
_CAPITAL = r"[A-Z][\w&/'’]*(?:-[A-Z]\w*)*"
_PHRASE = re.late(
    rf"\b{_CAPITAL}(?:(?:,| [-–—])? {_CAPITAL}| (?:(?:of|the|for|and|&) ){{1,2}}{_CAPITAL})+"
)
_BEFORE = re.late(r"(?:The|Our|An?|For|Lead|To) ")
_AFTER = re.late(r"(?: -)? (?:Job Famil(?:y|ies)|Roles?|Positions?)$")
HINT = re.late(r"\b(?:VP|" + "|".join(sorted(head.capitalize() for head in HEADS)) + r")s?\b")


_LISTED = re.late(r",| and | & |/")  # between two roles, or the two halves of one
_SHORTEST, _LONGEST = 3, 5  # letters of an abbreviation: two stand for too much
Key = tuple[str, ...]


def _may_name_role(text: str) -> bool:
    low = text.casefold()
    return any(head in low for head in (*LITERALS, "vp"))


# whether a text holds a head of a role at all, in whatever capitals
may_name_role = recent(_may_name_role, LETTERS)


class Role(NamedTuple):
    """A role as written, where it stands in its text, and the key of the role that it names."""

    name: str
    start: int
    end: int
    key: Key


class _Phrase(NamedTuple):
    """Words in capitals that may be a role, and where they start in their text."""

    name: str
    start: int


@by_text
def _phrases(text: str) -> Iterator[_Phrase]:
    """The words in capitals of a text that names a role somewhere."""
    for match in _PHRASE.finditer(text) if HINT.search(text) else ():
        phrase = match[0]
        before, after = _BEFORE.match(phrase), _AFTER.search(phrase)
        low, high = before.end() if before else 0, after.start() if after else len(phrase)
        yield _Phrase(phrase[low:high], match.start() + low)


class Names:
    """Roles as one site names them; ``short`` says what its abbreviations stand for."""

    def __init__(self, short: Mapping[str, Key]) -> None:
        self._short = short
        self._keys: dict[str, Key] = {}

    def roles_in(self, text: str) -> Iterator[Role]:
        """The roles that a text names in capitals."""
        for name, start in _phrases(text):
            if key := self.key(name):
                yield Role(name, start, start + len(name), key)

    def key(self, name: str) -> Key:
        """The words of a role in order of the alphabet; empty for a phrase that names none, or
        several.

        “Manager, Sales” leads people and “Sales Manager” may not: which of the two a name is counts
        for all but ranks.
        """
        key = self._keys.get(name)
        if key is None:
            if len(self._keys) >= MOST:
                self._keys.clear()
            key = self._keys[name] = self._key(name)
        return key

    def _key(self, name: str) -> Key:
        words = _words(name)
        heads = {word for word in words if word in HEADS}
        several = sum(word in HEADS for word in words) > 1 and _LISTED.search(name)
        if not heads or len(words) < 2 or several:
            return ()
        bag = {meant for word in words for meant in self._meant(word, heads)} - _DROPPED
        if not any(len(word) > 1 for word in bag - HEADS - _LEVELS):
            return ()  # “Senior Manager” alone is no role of its own
        leading = next((word for word in words if word not in _LEVELS or word in HEADS), "")
        leads = leading in heads and leading not in _RANKS
        return (*sorted(bag), ":first") if leads else tuple(sorted(bag))

    def _meant(self, word: str, heads: Set[str]) -> Iterator[str]:
        """What a word of a name stands for; of an abbreviation's words a head counts only where the
        name has it too."""
        if word in self._short:
            spelt = self._short[word]
            yield from (w for w in spelt if len(spelt) == 1 or w not in HEADS or w in heads)
        else:
            yield _SAME.get(word, word)


@lru_cache(maxsize=8)
def names_of(short: frozenset[tuple[str, Key]]) -> Names:
    """The roles of a site with these abbreviations: the next question about it has the same."""
    return Names(dict(short))


def _words(name: str) -> list[str]:
    return [_singular(word) for word in _WORD.findall(name)]


def _singular(word: str) -> str:
    low = word.casefold().replace("’", "'")
    return low[:-1] if low.endswith("s") and low[:-1] in HEADS else low


def order_of(name: str) -> Key | None:
    """The words of a name that tell roles apart, in order; None for a rank, where the order does
    not."""
    words = _words(name)
    if any(word in _RANKS for word in words):
        return None
    return tuple(word for word in words if word not in _DROPPED and word not in HEADS)


def abbreviations(titles: Iterable[str], words: Iterable[str]) -> dict[str, Key]:
    """What abbreviations in capitals (among ``words`` and titles) stand for: words of a title with
    their first letters.

    An abbreviation holds where one sequence of words alone has its letters.
    """
    rows = [[word for word in _WORD.findall(title) if word[0].isupper()] for title in set(titles)]
    wanted = {word for word in words if is_short(word)}
    wanted.update(word for row in rows for word in row if is_short(word))
    found: dict[str, set[Key]] = {}
    for row in rows if wanted else ():
        for initials, spelt in _sequences(row):
            if initials in wanted:
                found.setdefault(initials.casefold(), set()).add(spelt)
    return {short: next(iter(spelt)) for short, spelt in found.items() if len(spelt) == 1}


def is_short(word: str) -> bool:
    """Whether a word may be an abbreviation of a role."""
    return _SHORTEST <= len(word) <= _LONGEST and word.isupper()


def _sequences(row: list[str]) -> Iterator[tuple[str, Key]]:
    """Neighbouring words of a title that an abbreviation can stand for, with their first
    letters."""
    for start in range(len(row) - _SHORTEST + 1):
        for end in range(start + _SHORTEST, min(start + _LONGEST, len(row)) + 1):
            words = row[start:end]
            if not any(word.isupper() for word in words):
                yield "".join(w[0] for w in words), tuple(w.casefold() for w in words)


def joined(role: str) -> str:
    """A role in one word of small letters: “Front-End Engineer” and “Frontend engineer” are one."""
    return "".join(char for char in role.casefold() if char.isalnum() or char in "+#")
