"""Verbs of questions: “where is the offices”, “does the mate needs”, “what drive you”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._clause_subject import subjects
from jdlint.checks.grammar.verbs._verb_number import MANY, no_noun, plain, single, takes_object
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_ASKING = frozenset("where how why when what which".split())
_MODALS = frozenset("do does did can could will would should must may might".split())
_AFTER_OBJECT = frozenset((".", ",", "TO", "IN", "CC", "JJ", "RB", ":"))
_OBJECTS = frozenset("us you me them".split())


def question_slip(tokens: Sequence[Token]) -> Slip | None:
    """The slip in a question that opens with its verb or with “where”, “how”, “what”."""
    first = int(tokens[0].lower in _ASKING)
    if not first and tokens[-1].text != "?":
        return None
    lead = tokens[first].lower
    if lead in MANY or lead == "do":
        found = _lead(tokens, first)
        if found is not None:
            return found
    return _after_modal(tokens, first) if lead in _MODALS else None


def _lead(tokens: Sequence[Token], at: int) -> Slip | None:
    """“Where is the offices”, “why do this job exist”: the first verb is of another number."""
    verb = tokens[at]
    for number, subject in enumerate(subjects(tokens, at + 1)):
        after = tokens[subject.verb]
        if number and verb.lower == "does":
            return None  # the word after the first noun may be the verb
        if not subject.opener or after.noun or after.tag in ("CD", "VBG") or after.lower in "of/":
            continue
        values = {"subject": tokens[subject.head].text}
        if verb.lower in MANY and subject.many and not subject.single:
            return Slip(verb, verb, MANY[verb.lower], values)
        one = not (subject.many or subject.body or subject.plural)
        asked = after.tag in ("VB", "VBP") and tokens[-1].text == "?"
        if verb.lower == "do" and one and asked:
            return Slip(verb, verb, "does", values)
    return None


def _after_modal(tokens: Sequence[Token], at: int) -> Slip | None:
    """“Does the mate needs a rope?”: the verb after its subject is no base form."""
    for subject in subjects(tokens, at + 1):
        verb = tokens[subject.verb]
        if not subject.opener or subject.many or subject.verb + 1 >= len(tokens):
            continue
        better = single(verb) if verb.lower not in MANY else ""
        if better and (no_noun(verb) or takes_object(tokens, subject.verb)):
            return Slip(verb, verb, better, {"subject": tokens[subject.head].text})
    return None


def what_slip(tokens: Sequence[Token], index: int) -> Slip | None:
    """“What drive you”: a plain verb right after “what”."""
    at = past_adverbs(tokens, index + 1)
    if at + 2 >= len(tokens) or not tokens[at].text.islower():
        return None
    verb, after = tokens[at], tokens[at + 1]
    better = plain(verb) if verb.lower not in ("are", "have", "do", "were") else ""
    object_ = after.lower in _OBJECTS and tokens[at + 2].tag in _AFTER_OBJECT
    if not better or not (object_ or (no_noun(verb) and after.tag in ("DT", "PRP$"))):
        return None  # “what help you need”
    return Slip(verb, verb, better, {"subject": tokens[index].text})
