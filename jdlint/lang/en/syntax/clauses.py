"""Clauses whose subject is plain to see; a clause is left out rather than guessed."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import dataclass
from jdlint.lang.en.syntax.analysis import Number, Token
from jdlint.lang.en.syntax.chunks import NounPhrase, VerbGroup, noun_phrases, verb_groups


@dataclass(frozen=True)
class Clause:
    """A finite verb with its subject: ``number`` is the subject's, of a series joined by "and"
    plural.

    ``head`` is the word that the verb must agree with, ``subject`` the phrase that it heads.
    """

    subject: NounPhrase
    verbs: VerbGroup
    number: Number

    @property
    def head(self) -> Token:
        return self.subject.head


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The finite verb groups of a sentence whose subject stands plainly before them."""
    phrases = noun_phrases(tokens)
    found: list[Clause] = []
    for group in verb_groups(tokens):
        if group.form == "finite":
            clause = _clause(tokens, phrases, group)
            if clause is not None:
                found.append(clause)
    return found


def _clause(tokens: Sequence[Token], phrases: list[NounPhrase], group: VerbGroup) -> Clause | None:
    """The clause of a verb group: its subject touches it, or is parted from it by one "of" or "in"
    phrase."""
    base = tokens[0].position
    start = group.tokens[0].position - base
    while start > 0 and tokens[start - 1].tag == "RB":
        start -= 1
    number = next(
        (place for place, phrase in enumerate(phrases) if phrase.head.position - base + 1 == start),
        -1,
    )
    if number < 0:
        return None
    while number > 0 and _inside_of(tokens, phrases, number):
        number -= 1
    subject = phrases[number]
    left = subject.tokens[0].position - base
    before = tokens[left - 1] if left else None
    if (
        before is not None
        and before.tag in ("IN", "TO", "VBG", "VB", "POS")
        and before.lower not in _OPENING
    ):
        return None
    if subject.series or (before is not None and before.tag in ("CC", ",")):
        return _series_clause(tokens, phrases, number, group)
    return Clause(subject, group, subject.number)


_OPENING = frozenset("that if whether because as while when since although though unless".split())


def _inside_of(tokens: Sequence[Token], phrases: list[NounPhrase], number: int) -> bool:
    """Whether phrase ``number`` hangs on the one before by a preposition alone: "the crew of the
    ships"."""
    base = tokens[0].position
    start = phrases[number].tokens[0].position - base
    end = phrases[number - 1].head.position - base + 1
    return start - end == 1 and tokens[end].tag == "IN" and tokens[end].lower not in _OPENING


def _series_clause(
    tokens: Sequence[Token], phrases: list[NounPhrase], number: int, group: VerbGroup
) -> Clause | None:
    """ "Ships and crews are": only a pair at the start of the sentence joined by "and" is plain."""
    base = tokens[0].position
    if number == 0:
        return None
    first, second = phrases[number - 1], phrases[number]
    between = tokens[first.head.position - base + 1 : second.tokens[0].position - base]
    plain = len(between) == 1 and between[0].lower == "and" and first.tokens[0].position == base
    return Clause(second, group, "plural") if plain else None
