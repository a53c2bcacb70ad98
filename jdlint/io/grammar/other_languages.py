"""What LanguageTool says of texts in other languages than English, and what of it is kept.

Its dictionaries know neither the names of products nor the signs that address all genders
(“développeur·se”, “Mitarbeiter:in”), and its grammar stumbles over both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.page import HIDDEN
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cache
from jdlint.io.grammar.client import Match
from jdlint.io.grammar.engine import Remark
from jdlint.lang.en.lexicon import known
from jdlint.lang.en.spelling.names import product_names

_SHORTEST = 5  # letters of a slip that is told: of shorter words most are names and abbreviations
_STOPS = ".!?\n"
_SIGN = re.late(
    r"\w[·•‧⋅*_:](?:\w|s\b)|\w\((?:-?(?:e|ne|le|ve|se|in|innen|euse|rice|trice|ère)s?)\)"
    r"|[a-zà-ÿ]In(?:nen)?\b|\w/-?(?:e|in|innen|r|n|ne|euse|rice|trice|ère|[a-zà-ÿ]+(?:euse|rice))\b"
    r"|[a-zà-ÿ]{2}\.(?:e|ne|euse|rice|trice)(?:\.?s)?\b|\bou d['’]une\b"
)
_MARKUP = re.late(r"</?[a-z]{1,10}[ />]")
_LETTERS = re.late(r"[^\W\d_]+")
# an abbreviation, a name with a capital inside, a figure
_NO_WORD = re.late(r"\b[^\W\d_]{2,}\d\b|[a-zà-ÿ][A-ZÀ-Þ]|\b[A-ZÀ-Þ]{2,}s?\b|" + HIDDEN)


class Silent(NamedTuple):
    """The categories and rules that LanguageTool is not asked in a language, and how names of rules
    begin whose answers are dropped."""

    categories: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()


@cache
def silent(code: str) -> Silent:
    """What ``languagetool.yaml`` says of a language; nothing where it does not know it."""
    import yaml

    text = Path(__file__).with_name("languagetool.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text).get(code, {})
    return Silent(*(tuple(found.get(name, ())) for name in Silent._fields))


def has_markup(text: str) -> bool:
    """Whether a text is HTML: it has nothing but remarks on tags, and each takes long."""
    return _MARKUP.search(text) is not None


def remark(text: str, match: Match, code: str = "") -> Iterator[Remark]:
    """A match in a language as a remark on ``text``; none where the engine stumbled."""
    if match.rule.startswith(silent(code).beginnings):
        return
    start, end = match.offset, match.offset + match.length
    better = tuple(match.replacements[:5])
    if match.category == "TYPOS":
        swiss = text[start:end].casefold().replace("ss", "ß")
        known_there = any(swiss == other.casefold() for other in better)
        if better and not known_there and _is_slip(text, start, end, better[0]):
            yield Remark(start, end, match.rule, match.message, better, "spelling")
    elif not (
        # “* kannst Texte verfassen”: an item whose subject stands before the list
        (text[0].islower() and (start == 0 or "VERB" in match.rule))
        or _SIGN.search(_sentence(text, start, end))
        or _NO_WORD.search(_with_neighbours(text, start, end))
    ):
        yield Remark(start, end, match.rule, match.message, better, "grammar")


def _with_neighbours(text: str, start: int, end: int) -> str:
    """What is remarked on, and the word on each side: “le SNC renforce” has a name there."""
    before = text[:start].rstrip().rpartition(" ")[2]
    after = text[end:].lstrip().partition(" ")[0]
    return f"{before} {text[start:end]} {after}"


def _sentence(text: str, start: int, end: int) -> str:
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    last = min(
        (at for stop in _STOPS if (at := text.find(f"{stop} ", end)) >= 0), default=len(text)
    )
    return text[first:last]


def _is_slip(text: str, start: int, end: int, better: str) -> bool:
    """Whether a word that no dictionary has is a slip of a known one: a letter lost, doubled, added
    or swapped with its neighbour, or an accent.

    No part of a longer word, no English one, no name: a word with a capital counts in German, where
    nouns have one, and nowhere else.
    """
    word = text[start:end]
    folded, right = word.casefold(), better.casefold()
    if len(word) < _SHORTEST or not word.isalpha() or not better.isalpha() or folded == right:
        return False
    if (
        _joined(text[start - 1 : start])
        or _joined(text[end : end + 1])
        or text[:start].endswith(".")
    ):
        return False
    if not word[1:].islower() or word[0].isupper() != better[0].isupper():
        return False
    if known(folded) or folded in product_names():
        return False
    return (
        folded[0] == right[0] and folded[-1] == right[-1] and _near(_plain(folded), _plain(right))
    )


def _joined(mark: str) -> bool:
    return bool(mark) and (mark in "·•‧⋅*_:/-‑'’(" or mark == HIDDEN)


def _plain(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _near(word: str, right: str) -> bool:
    """Whether one letter more or less, or two neighbours swapped, is all the difference."""
    if word == right:
        return True
    if abs(len(word) - len(right)) == 1:
        short, long = sorted((word, right), key=len)
        return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
    swapped = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
    return len(word) == len(right) and right in swapped
