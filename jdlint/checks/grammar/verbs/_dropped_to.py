"""A “to” that is surely dropped, by what the lexicon lets two words be: “able commit”, “how use
the”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import TYPE_CHECKING
from jdlint.lang.en.lexicon import tags

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_NEED = frozenset("need want wanted".split())
_SUBJECTS = frozenset("we you they i people who users teams don't didn't not may will".split())
_DETERMINERS = frozenset("the a an your our their this these its my".split())
_OBJECTS = _DETERMINERS | frozenset("it them us you him her".split())
_BE = frozenset("be have get do".split())
_PHRASES = frozenset("if as when should".split())  # if need be
_LIKELY = 0.5
_NEVER = frozenset("help come go please let how close".split())


def dropped(tokens: Sequence[Token], index: int) -> bool:
    """Whether “to” is missing between a word and the next."""
    token, verb = tokens[index], tokens[index + 1]
    if not verb.text.islower() or not verb.spaced or verb.lower in _NEVER:
        return False
    before = tokens[index - 1].lower if index else ""
    if token.lower in _NEED:
        if before not in _SUBJECTS:
            return False
        return _is_verb(tokens, index + 1) or (verb.lower in _BE and before not in _PHRASES)
    if token.lower == "able":
        return verb.lower in _BE or _is_verb(tokens, index + 1)
    if token.lower == "order":
        return before == "in" and _is_verb(tokens, index + 1)
    return token.lower == "how" and _is_verb(tokens, index + 1)


def ends_relative(tokens: Sequence[Token], index: int) -> bool:
    """Whether “need” ends a clause that describes a noun: “the charts we need include these”."""
    if tokens[index].lower not in _NEED or index < 2 or not tokens[index - 2].noun:
        return False
    return tokens[index - 1].lower in ("we", "you", "they", "i")


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can be nothing but a base verb, or is one likelier and has an object that
    cannot follow a noun."""
    verb, known = tokens[at], tags(tokens[at].lower)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    if known == "V":
        return not verb.lower.endswith(("ed", "ing", "s"))
    likely = verb.chance("VB", "VBP") > _LIKELY
    return known[:1] == "V" and likely and after in _OBJECTS
