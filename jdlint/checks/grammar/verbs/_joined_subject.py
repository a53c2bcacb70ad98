"""Subjects of more than one part: “the crew and the mate is”, “most of the ropes is”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._clause_subject import Subject, subjects
from jdlint.checks.grammar.verbs._verb_number import (
    MANY,
    asked,
    has_finite,
    mostly_verb,
    no_noun,
    plain,
    single,
)
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_NO_PAIR = frozenset("each every any no another".split())  # “each mate and each owner is”
_EACH = frozenset(("each", "every"))
_OF_MANY = frozenset("most some all half many both several few two three four five".split())
_OF_ONE = frozenset("each one either neither".split())
_SHARES = frozenset("most some all half".split())
_PERSONS = frozenset("us them you".split())
_CLEAR = frozenset(("DT", "PRP$", "PRP", "IN", "TO", "RB", "WRB", "WP"))


def joined_slip(tokens: Sequence[Token], first: int) -> Slip | None:
    """“The crew and the mate is”: two phrases joined by “and” open a clause at ``first``."""
    listed = first > 0 and tokens[first - 1].text == ","  # perhaps a part of a longer row
    for one in subjects(tokens, first):
        joint = one.head + 1
        if joint + 2 >= len(tokens) or tokens[joint].lower != "and" or one.opener in _NO_PAIR:
            if one.opener in _EACH and (found := _each_and_each(tokens, one)) is not None:
                return found
            continue
        for two in subjects(tokens, joint + 1):
            paired = (one.opener and two.opener) or (one.many and two.many and not listed)
            paired = paired and not (one.single and one.many)
            better = third_for_many(tokens, two.verb) if paired else ""
            if better and two.opener not in _NO_PAIR:
                verb, text = tokens[two.verb], f"{_text(tokens, one)} and {_text(tokens, two)}"
                return Slip(verb, verb, better, {"subject": text})
    return None


def _each_and_each(tokens: Sequence[Token], one: Subject) -> Slip | None:
    """“Every mate and every cook have”: each of them has."""
    joint = one.head + 1
    if joint + 2 >= len(tokens) or tokens[joint].lower != "and":
        return None
    for two in subjects(tokens, joint + 1):
        if two.opener not in _EACH or two.verb + 1 >= len(tokens):
            continue
        verb, after = tokens[two.verb], tokens[two.verb + 1]
        if verb.lower in ("are", "have") and after.tag in _CLEAR | {"VBN", "JJ", "VBG"}:
            text = f"{one.opener} {_text(tokens, one)} and {two.opener} {_text(tokens, two)}"
            return Slip(verb, verb, plain(verb), {"subject": text})
    return None


def _text(tokens: Sequence[Token], subject: Subject) -> str:
    return tokens[subject.head].text


def third_for_many(tokens: Sequence[Token], at: int) -> str:
    """The plain form of a verb with -s that has many as its subject; empty for what is none."""
    if at + 1 >= len(tokens) or not tokens[at].text.islower():
        return ""
    verb, after = tokens[at], tokens[at + 1]
    better = single(verb)
    if not better or verb.lower == "does" or has_finite(tokens, at + 1):
        return ""
    if verb.lower in MANY or no_noun(verb):
        return better
    person = tokens[at - 1].lower in _PERSONS  # no noun stands after “us”
    clear = after.tag in _CLEAR or after.text == "." or (person and verb.surely("VBZ"))
    plainly = mostly_verb(verb) or person
    likely = verb.chance("VBZ") > (0.5 if plainly else 0.8)
    return better if clear and likely else ""


def share_slip(tokens: Sequence[Token], first: int) -> Slip | None:
    """“Most of the ropes is”, “each of our docks have”: a share opens a clause at ``first``."""
    word, at, opener = tokens[first].lower, first + 1, tokens[first].text
    if word == "a" and tokens[at].lower == "lot":
        word, at, opener = "many", at + 1, f"{opener} {tokens[at].text}"
    elif word == "lots":
        word = "many"
    if word not in _OF_MANY and word not in _OF_ONE:
        return None
    if at + 3 >= len(tokens) or tokens[at].lower != "of":
        return None
    for part in _parts(tokens, at + 1):
        better = _of_share(tokens, word, part)
        if better:
            verb, text = tokens[part.verb], f"{opener} of … {_text(tokens, part)}"
            return Slip(verb, verb, better, {"subject": text})
    return None


def _parts(tokens: Sequence[Token], first: int) -> Iterator[Subject]:
    """What a share is of: a noun phrase, or “us”."""
    if tokens[first].lower in _PERSONS:
        verb = past_adverbs(tokens, first + 1)
        if verb < len(tokens):
            yield Subject(first, first, verb, many=True)
    else:
        yield from subjects(tokens, first)


def _of_share(tokens: Sequence[Token], word: str, part: Subject) -> str:
    if part.many and word in _OF_MANY:
        return third_for_many(tokens, part.verb)
    verb = tokens[part.verb]
    wrong = part.many if word in _OF_ONE else word in _SHARES and part.opener and not part.body
    if not wrong or part.verb + 1 >= len(tokens) or asked(tokens, part.first):
        return ""
    if verb.lower in ("are", "have"):
        return plain(verb)
    clear = word in _OF_ONE and tokens[part.verb + 1].tag in _CLEAR
    return plain(verb) if clear and (no_noun(verb) or verb.chance("VB", "VBP") > 0.8) else ""
