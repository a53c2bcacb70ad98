"""What kind of difference a changed place is: a slip, a choice of words, or something that is
meant."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import Literal
from jdlint.core.names import distance
from jdlint.core.page import HIDDEN
from jdlint.lang.en.lexicon import known, tags
from jdlint.lang.lists import word_list

Kind = Literal["slip", "misspelt", "wording", "marks", "meant"]
_ARTICLES = frozenset(("a", "an", "the"))
_LINKS = frozenset(
    "of in on at by for with from into onto to about across as that which who".split()
)
_RELATIVE = frozenset(("that", "which", "who", "as"))
_PERSONS = frozenset("my your his her its our their".split())
_ONE = frozenset(("a", "an", "one", "each", "every", "another"))


def kind_of(
    before: Sequence[str], removed: Sequence[str], added: Sequence[str], after: Sequence[str]
) -> Kind:
    """How the words of most pages become those of a few between the same words ``before`` and
    ``after`` (folded).

    A slip is an article, preposition or hyphen that is lost or another, or another number; one that
    a few pages have and most have not is a matter of wording: the few may be right. Misspelt is an
    unknown word in the place of a known one; meant are figures, and words that stand for others.
    """
    if not any(word[0].isalnum() for word in (*removed, *added)):
        return "marks"
    if _joined(removed, added):
        return "slip" if "-" in "".join(removed) and "-" not in "".join(added) else "meant"
    if any(word == HIDDEN or word[0].isdigit() for word in (*removed, *added)):
        return "meant"
    if before and after and _small(removed) and _small(added):
        return "slip" if removed and _slipped(before, removed[0], after) else "wording"
    if len(removed) == len(added) == 1:
        return _one_word(before, removed[0], added[0])
    return "meant" if word_list("naming-words") & {*removed, *added} else "wording"


def _joined(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same letters, written as one word, as two, or with a hyphen."""
    return "".join(a).replace("-", "") == "".join(b).replace("-", "")


def _small(words: Sequence[str]) -> bool:
    return len(words) <= 1 and all(word in _ARTICLES or word in _LINKS for word in words)


def _slipped(before: Sequence[str], word: str, after: Sequence[str]) -> bool:
    """Whether the small word that most pages have is in its place: not in “at at”, nor in “help to
    do”."""
    return (
        word not in (before[-1], after[0])
        and before[-1] not in ("help", "helps", "helping")
        and word not in _RELATIVE
    )


def _one_word(before: Sequence[str], main: str, row: str) -> Kind:
    if _plural(main, row) or _plural(row, main):
        return "slip" if _number(before, main, row) else "wording"
    if _misspelt(row, main):
        return "misspelt"
    return "meant" if {main, row} & word_list("naming-words") else "wording"


def _plural(singular: str, plural: str) -> bool:
    return plural in (singular + "s", singular + "es") or (
        singular[-1] == "y" and plural == singular[:-1] + "ies"
    )


def _number(before: Sequence[str], main: str, row: str) -> bool:
    """Whether a noun's number is a slip: not after “their” (one team or more), not a verb, not
    where main is wrong."""
    shorter = min(main, row, key=len)
    if (
        not before
        or before[-1] in _PERSONS
        or before[-1] in (",", "and", "or", "to", ".", ":", ";")
    ):
        return False
    if before[-1] in _RELATIVE:
        return before[-1] != "as" and "V" in tags(
            shorter
        )  # the verb of a noun that is the same on both sides
    if _ONE & set(before[-3:]) and len(main) > len(row):
        return False
    return len(shorter) >= 4 and bool(set(tags(shorter)) & set("NM"))


def _misspelt(row: str, main: str) -> bool:
    if (
        min(len(row), len(main)) < 5
        or not (row.isalpha() and main.isalpha())
        or known(row)
        or not known(main)
    ):
        return False
    return row[0] == main[0] and distance(row, main, 2) <= 2
