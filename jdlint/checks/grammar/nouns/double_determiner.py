"""Two determiners where one belongs: “the your browser”, “a the team”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_ARTICLES = frozenset(("a", "an", "the"))
_FIRST = _ARTICLES | frozenset("my your our their its his this these those that each every".split())
_SECOND = _ARTICLES | frozenset("my your our their its this these those".split())
_EACH = frozenset(("each", "every"))
# an a priori rule, make his a lot better
_AFTER_A = frozenset("priori posteriori lot bit little".split())
# leave to each the choice; for those a rule is read
_APART = {(first, second) for first in ("each", "those", "these") for second in ("a", "an", "the")}
# “her” and “its” may stand alone or for “it's”: give her your boat, its your turn
_OWN = frozenset("my your our their".split())
_ANY = _EACH | {"any"}  # “the every day” is written for “everyday”, “the each” for nothing


@dataclass(frozen=True)
class DoubleDeterminer(SentenceCheck):
    """Reports an article beside another determiner, both in small letters and parted by one space,
    and a possessive beside another one or before “each other”.

    Values: ``found``, ``better``: the second of the two, or the first where an article is second.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index in range(len(tokens) - 2):
            first, second, after = tokens[index : index + 3]
            if _any(first, second, after):
                yield Slip(first, second, second.text)
                continue
            if _owned(first, second, after):
                yield Slip(first, second, second.text)
                continue
            if second.lower not in _SECOND or first.lower not in _FIRST:
                continue
            if second.lower == "a" and after.lower in _AFTER_A:
                continue
            if first.lower == second.lower or not {first.lower, second.lower} & _ARTICLES:
                continue
            if not second.text.islower() or first.text.isupper() or not after.word:
                continue
            if (
                first.lower == "that"
                or (first.lower, second.lower) in _APART
                or (second.lower in ("a", "an") and first.lower in ("this", "these", "its"))
            ):
                continue
            if second.start - first.end != 1 or after.start - second.end != 1:
                continue
            if first.lower in ("this", "these", "those", "his") and second.lower not in ("a", "an"):
                continue
            yield Slip(first, second, _better(first, second, after))


def _better(first: Token, second: Token, after: Token) -> str:
    """The one that stays: of “a” and “an” that which the next word wants."""
    if {first.lower, second.lower} == {"a", "an"}:
        from jdlint.lang.en.articles.sounds import spoken

        return spoken(after.lower) or second.text
    if second.lower in _ARTICLES and first.lower not in _ARTICLES:
        return first.text
    return second.text


def _owned(first: Token, second: Token, after: Token) -> bool:
    """Whether a possessive stands before another one, or before “each other”: our each other."""
    if first.lower not in _OWN or first.lower == second.lower or not second.text.islower():
        return False
    if second.lower == "each":
        return after.lower == "other"
    near = second.start - first.end == 1 == after.start - second.end
    return second.lower in _OWN and near and after.word and first.text.islower()


def _any(first: Token, second: Token, after: Token) -> bool:
    """Whether “any” or “each” stands behind an article or another of its kind: the any boat."""
    told = _ARTICLES | _EACH
    if first.lower not in told or second.lower not in _ANY or first.lower == second.lower:
        return False
    if second.lower == "every" and first.lower != "each":
        plain = first.lower in _ARTICLES and after.surely("NN") and after.text.islower()
        return plain and after.lower not in ("day", "man") and second.text.islower()
    near = second.start - first.end == 1 == after.start - second.end
    return near and second.text.islower() and after.word and after.lower != "other"
