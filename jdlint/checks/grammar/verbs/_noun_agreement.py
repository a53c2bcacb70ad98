"""A present verb right after a plain noun phrase that opens its clause, of another number."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, readings
from jdlint.checks.grammar.verbs._clause_subject import LOOSE, Subject, introduced, subjects
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
    supposed,
    takes_object,
    unreal,
)
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_SUBORDINATE = frozenset("if when because while once whenever although though since".split())
_GO_ON = frozenset(("DT", "PRP$", "PRP", "IN", "TO", "RB", "WRB", "WP", "JJ", "CC", "VBN", "CD"))
_CLEAR = _GO_ON - {"JJ", "CC", "VBN"}
_WHOLE = frozenset(("IN", "RB", "TO"))  # behind a verb that ends, or nearly ends, its sentence
_WORDS = frozenset(("what", "how", "which"))
_PERSONS = frozenset("i we you they he she it".split())  # “the plan you see”
_FINITE = ("VBZ", "VBD", "MD")
_TAKES_TO = frozenset("ability opportunity chance desire willingness".split())
_SUMS = frozenset(
    """seconds minutes hours days weeks months years percent dollars euros pounds miles points times
    feet inches meters metres kilometers kilometres""".split()
)


def noun_slip(tokens: Sequence[Token], first: int) -> Slip | None:
    for subject in subjects(tokens, first):
        verb = tokens[subject.verb]
        if verb.text.islower() and verb.spaced and subject.verb + 1 < len(tokens):
            better = _many(tokens, subject) if subject.many else _one(tokens, subject)
            if better:
                values = {"subject": tokens[subject.head].text}
                return Slip(verb, verb, better, values, certain=_certain(tokens, subject))
    return None


def _certain(tokens: Sequence[Token], subject: Subject) -> bool:
    if tokens[subject.verb].lower in ONE:
        return True
    if not subject.opener and tokens[subject.verb].lower in MANY:
        # “mixed methods is an approach” may be the name of one thing
        short = subject.head - subject.first < 2
        return not short or tokens[subject.verb + 1].tag not in ("DT", "TO")
    british = subject.body and not subject.single
    return not british and (subject.many or not supposed(tokens, subject.first))


def _before(tokens: Sequence[Token], subject: Subject) -> str:
    return tokens[subject.first - 1].lower if subject.first else ""


def _one(tokens: Sequence[Token], subject: Subject) -> str:
    verb, after = tokens[subject.verb], tokens[subject.verb + 1]
    better = plain(verb)
    head = tokens[subject.head].lower
    if not better or head in TIMES or subject.opener == "no":
        return ""
    if head in _TAKES_TO and verb.lower not in ONE:
        return ""  # “the ability describe”: what is missing is “to”
    if not subject.opener or subject.plural or asked(tokens, subject.first):
        return ""  # without a determiner a singular is a name or a mass
    if after.lower == "not" and verb.lower == "need":
        return ""
    if _before(tokens, subject) == "," and not introduced(tokens, subject.first - 1):
        return ""  # “the mate, the crew sail”
    if any(token.lower == "not" for token in tokens[subject.head : subject.verb]):
        return ""  # that the mate not sail
    if verb.lower in ONE:
        return better if _auxiliary(tokens, subject) else ""
    if after.tag == "VBN" and "VBD" in after.tags:
        return ""  # “this product relaunch marked the end”
    if after.tag in _FINITE or (_before(tokens, subject) in LOOSE and subject.first > 1):
        return ""
    if no_noun(verb) and _goes_on(tokens, subject.verb):
        return better
    sure = takes_object(tokens, subject.verb) or _only_verb(tokens, subject)
    return better if sure else ""


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows goes with a verb at ``at``; the lexicon lacks many a noun (relaunch)."""
    after = tokens[at + 1]
    if after.tag in ("DT", "PRP$", "PRP") and after.text.islower():
        return True
    if "VBD" in after.tags or has_finite(tokens, at + 1):
        return False
    return after.tag in _GO_ON or after.text in ".,;" or after.noun


def _auxiliary(tokens: Sequence[Token], subject: Subject) -> bool:
    verb, before = tokens[subject.verb].lower, _before(tokens, subject)
    if (
        tokens[subject.head].lower == "number"
        or subject.body
        or (before in LOOSE and subject.first > 1)
    ):
        return False
    if verb == "were" and unreal(tokens, subject.first):
        return False
    return verb != "do" or tokens[subject.verb + 1].lower in ("not", "n't")


def _only_verb(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a clause with a subordinator, or a whole sentence, has no other verb."""
    verb, after = tokens[subject.verb], tokens[subject.verb + 1]
    whole = tokens[-1].text in ".!" and subject.first == 0
    if not whole and _before(tokens, subject) not in _SUBORDINATE:
        return False
    clear = whole and mostly_verb(verb) and after.tag in _CLEAR - {"IN"}
    likely = verb.chance("VB", "VBP") >= (0.3 if whole else 0.5)
    if after.lower in _PERSONS or not (clear or likely):
        return False
    return not has_finite(tokens, subject.verb + 1)


def _named(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a word that nobody knows stands right before a plural: a name (“ustwo games”)."""
    from jdlint.lang.en import lexicon

    before = tokens[subject.head - 1].lower if subject.head > subject.first else "the"
    return before.isalpha() and not lexicon.known(before)


def _many(tokens: Sequence[Token], subject: Subject) -> str:
    verb, after, before = (
        tokens[subject.verb],
        tokens[subject.verb + 1],
        _before(tokens, subject),
    )
    better = single(verb)
    if not better or verb.lower == "does" or subject.single or _named(tokens, subject):
        return ""
    if (before in LOOSE and subject.first > 1) or is_notion(tokens, subject, before):
        return ""
    if verb.lower in MANY:
        asks = before in _WORDS and after.tag in ("PRP", "DT", "PRP$")
        return "" if asks else better  # “what duties is it taking over”
    if after.tag.startswith(("VBZ", "MD", "VBD", "VBP")):
        return ""
    if no_noun(verb):
        return better
    if verb.chance("VBZ") > 0.3 and takes_object(tokens, subject.verb):
        return better
    likely = verb.chance("VBZ")
    clear = likely > (0.5 if after.tag in _CLEAR else 0.95) and after.tag in _GO_ON | {"VBG"}
    whole = subject.first == 0 and bool(subject.opener) and tokens[-1].text in ".!"
    clear = clear and (mostly_verb(verb) or (whole and after.tag in _WHOLE))
    return better if clear and not has_finite(tokens, subject.verb + 1) else ""


def is_notion(tokens: Sequence[Token], subject: Subject, before: str) -> bool:
    """Whether a plural may stand for one thing: three days is, mending ropes is, so many … is."""
    if tokens[subject.head].lower in _SUMS:
        return True
    if not subject.opener and tokens[subject.first].lower.endswith("ing"):
        return True
    relative = before == "that" and subject.first > 1 and tokens[subject.first - 2].noun
    if relative and not subject.opener:
        return True  # “building boats that mirror old ships is fun”
    head = tokens[subject.head]
    if subject.first and tokens[subject.head - 1].tag == "NN" and "Z" in readings(head):
        return True  # “touring when the owner calls is fun”
    if tokens[subject.first].lower in ("more", "fewer", "less"):
        return True
    return before == "so" and subject.opener in ("many", "few")
