"""A verb that takes the number of the noun before it, not of its subject further left."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._clause_subject import LOOSE, Subject, subjects
from jdlint.checks.grammar.verbs._noun_agreement import is_notion
from jdlint.checks.grammar.verbs._verb_number import (
    MANY,
    ONE,
    TIMES,
    asked,
    has_finite,
    mostly_verb,
    no_noun,
    plain,
    single,
    unreal,
)
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_LINKS = frozenset(
    """of for in with on from at between about behind around within across without by to into over
    through during via like""".split()
)
_BEFORE_OWNER = frozenset("all both half".split())  # for all our mates
_COUNTED = frozenset("number list".split())  # with “the” it is this one that the verb goes with
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "VBN", "CD"))
_OBJECT = _INSIDE | {"DT", "PDT", "PRP$", "NNS", "NNP"}
_PLACES = frozenset(("abroad", "overseas"))
_TAKING = frozenset("include includes involve involves".split())  # they take -ing, too
_AFTER = frozenset(("VBN", "VBG", "JJ", "TO", "RB", "IN", "DT"))
_CLEAR = frozenset(("DT", "PRP$", "PRP", "IN", "TO", "RB", "WRB", "WP"))
_RELATIVES = frozenset(("that", "which", "who", "whom"))
_OWNERS = frozenset("our your their the these".split())
_PERSONS = frozenset("i we you they he she it".split())
_GROUP = frozenset(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD", "RB", "TO", "RP"))
# a sum, a share or a body: the verb goes with what is summed (“a number of docks are”)
SUMS = frozenset(
    """number majority minority range variety group team set series pair couple lot list bunch
    handful rest half part percentage percent portion host array collection total remainder type
    kind sort combination mix mixture crew staff data multitude plethora selection subset proportion
    fraction pool family community generation dozen hundred thousand million fleet amount bulk
    average quarter third class panel board cohort audience committee sum batch stack bit minimum
    maximum wealth mass lots plenty tons loads heaps piles""".split()
)
_LONGEST = 5  # words of each of the two phrases: beyond it the tags are seldom all right


def far_slip(tokens: Sequence[Token], first: int) -> Slip | None:
    """“The goal of our tours are”, “the docks we own is”: the subject opens a clause at
    ``first``."""
    if first > 1 and tokens[first - 1].lower in LOOSE:
        return None
    for subject in subjects(tokens, first):
        link = tokens[subject.head + 1]
        if link.lower in _LINKS:
            at = _past_phrase(tokens, subject, link.lower == "of")
        else:
            at = _past_clause(tokens, subject.head + 1)
        if 0 < at < len(tokens) - 1:
            better = _better(tokens, subject, at)
            if better:
                values = {"subject": tokens[subject.head].text}
                # “a backlog of ropes are”: by its sense many, as “a number of”
                certain = link.lower != "of" or subject.opener not in ("a", "an")
                return Slip(tokens[at], tokens[at], better, values, certain=certain)
    return None


def _past_phrase(tokens: Sequence[Token], subject: Subject, of: bool) -> int:
    """The index of the word behind the phrase with its preposition; -1 where none is plain."""
    head = subject.head
    last = _end(tokens, head + 2, subject.many)
    if last < 0 or last + 1 >= len(tokens):
        return -1
    near = tokens[last]
    place = subject.many and _is_place(near)
    if not (place or near.surely("NNS", "NN", least=0.85)) or any(
        t.hidden for t in tokens[head:last]
    ):
        return -1
    noun = tokens[head].lower
    if noun == "hands":
        return -1  # hands on practice
    if of and noun in SUMS and not (noun in _COUNTED and subject.opener in _OWNERS):
        return -1
    if not subject.many and (near.tag != "NNS" or any(t.lower == "and" for t in tokens[:last])):
        return -1
    return past_adverbs(tokens, last + 1)


def _end(tokens: Sequence[Token], first: int, many: bool) -> int:
    """The index of the noun that ends the run of tags from ``first`` on; -1 where none does. Where
    the subject is many, what is joined may be so by any word, else by “or” alone."""
    end, at = -1, first
    owner = first + (first < len(tokens) and tokens[first].lower in _BEFORE_OWNER)
    while at < len(tokens) and at < first + _LONGEST + many and _goes_on(tokens, at, many):
        if at > owner and tokens[at].tag in ("DT", "PRP$"):
            return -1  # “kinds of boats a mate is fond of”
        if tokens[at].tag in ("NN", "NNS") or (many and _is_place(tokens[at])):
            end = at
        at += 1
    return end if end == at - 1 else -1


def _goes_on(tokens: Sequence[Token], at: int, many: bool) -> bool:
    if tokens[at].tag in _OBJECT or (many and _is_place(tokens[at])):
        return True
    joins = tokens[at].lower == "or" or (many and tokens[at].lower == "and")
    return joins and at + 1 < len(tokens) and tokens[at + 1].tag in _OBJECT


def _is_place(token: Token) -> bool:
    return token.tag == "NNP" or token.lower in _PLACES


def _past_clause(tokens: Sequence[Token], at: int) -> int:
    """The index of the word behind “(that) we work on”; -1 where no such clause follows."""
    relative = tokens[at].lower in _RELATIVES
    at += relative
    if relative and at + 4 < len(tokens) and tokens[at].lower in _OWNERS:
        at += 1 + (tokens[at + 1].tag in ("JJ", "NN"))  # “that our (old) crews rely on”
        if not tokens[at].surely("NNS", least=0.8):
            return -1
    elif at + 2 >= len(tokens) or tokens[at].lower not in _PERSONS:
        return -1
    start = at = at + 1
    while at < min(start + _LONGEST, len(tokens) - 1) and tokens[at].tag in _GROUP:
        known = tokens[at].lower in MANY or tokens[at].lower in ONE
        if at > start and known and tokens[at - 1].tag not in ("MD", "TO", "RB"):
            break
        at += 1
    if at == start or tokens[at - 1].tag in ("MD", "TO", "RB"):
        return -1
    every = at + 1 < len(tokens) and tokens[at].lower in ("every", "each")
    if every and tokens[at + 1].lower in TIMES:
        return at + 2  # “the tools we use every day”
    return at + 1 if tokens[at].tag == "IN" and at + 1 < len(tokens) else at


def _better(tokens: Sequence[Token], subject: Subject, at: int) -> str:
    verb, after = tokens[at], tokens[at + 1]
    if not verb.text.islower() or asked(tokens, subject.first):
        return ""
    if subject.many:
        if subject.single or is_notion(tokens, subject, ""):
            return ""
        better = single(verb)
    else:
        better = plain(verb) if subject.opener and not subject.plural else ""
    if not better or verb.lower in ("do", "does"):
        return ""
    if verb.lower == "were" and (unreal(tokens, subject.first) or after.tag == "TO"):
        return ""  # “if the goal of our tours were”
    if verb.lower in MANY or verb.lower in ONE:
        return better if after.tag in _AFTER and not subject.body else ""
    likely = verb.chance("VBZ" if subject.many else "VBP", "VB") > 0.5
    if has_finite(tokens, at + 1) or _joined(tokens, subject, at):
        return ""
    clear = after.tag in _CLEAR or (after.tag == "VBG" and verb.lower in _TAKING)
    if clear and (no_noun(verb) or (likely and mostly_verb(verb))):
        return better
    return ""


def _joined(tokens: Sequence[Token], subject: Subject, at: int) -> bool:
    """Whether what looks like the verb may be the last of a row: “fixes for ropes and repairs”."""
    return any(token.lower == "and" for token in tokens[subject.head : at])
