"""The verb that “and” joins to the first one of a sentence: “you sail and selects a day”, “they
mend sails, paint hulls and answers the phone”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._clause_subject import subjects
from jdlint.checks.grammar.verbs._verb_number import MANY, ONE, has_finite, no_noun, plain, single
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_MANY = frozenset(("we", "you", "they"))
_ONE = frozenset(("he", "she", "it"))
# behind these, or behind a verb that takes a bare one, “and” may join something else
_NEW_CLAUSE = frozenset(
    """that which who whom whose what when where while if how why because as than ; : ( let lets
    help helps make makes see sees have has to we they i he she – — --""".split()
)
_OBJECT = frozenset(("DT", "PRP$", "PRP"))
_AFTER = _OBJECT | {"IN", "TO", "RB"}
_JOINING = frozenset(("and", "but", "or"))
_WHOM = frozenset("them us me him everything everyone".split())  # no noun stands before these
_FARTHEST = 12  # words between the two verbs


def second_slip(tokens: Sequence[Token]) -> Slip | None:
    """The slip in the second verb of a sentence that opens with its subject."""
    word, verb = tokens[0].lower, 1
    if word in _MANY or word in _ONE:
        many, noun, verb = word in _MANY, tokens[0].text, past_adverbs(tokens, 1)
    elif (found := next(subjects(tokens, 0), None)) is not None and found.opener:
        if found.body or (found.many and found.single):
            return None
        many, noun, verb = found.many, tokens[found.head].text, found.verb
    else:
        return None
    if verb + 3 >= len(tokens) or not _is_first(tokens[verb], many):
        return None
    for at in range(verb + 1, min(verb + _FARTHEST, len(tokens) - 3)):
        token = tokens[at]
        if _may_join_other(tokens, at, many):
            return None
        if token.lower in _JOINING:
            second = past_adverbs(tokens, at + 1)
            better = _better(tokens, second, many)
            if better and not (many and any(t.tag == "VBZ" for t in tokens[verb:at])):
                return Slip(tokens[second], tokens[second], better, {"subject": noun})
    return None


def _may_join_other(tokens: Sequence[Token], at: int, many: bool) -> bool:
    """Whether “and” further right may join something else than verbs of the subject. What is many
    takes no form in -s even so: “we aim to sail and writes”, “they mend sails, paint hulls and”."""
    token, before = tokens[at], tokens[at - 1].lower
    if token.lower == "to":
        return not many
    if token.tag == "VB" and many and before in ("to", ","):
        return False
    return token.lower in _NEW_CLAUSE or token.tag in ("MD", "VB", "VBG")


def _is_first(verb: Token, many: bool) -> bool:
    """Whether a verb surely has the number of its subject."""
    if many:
        return verb.surely("VBP", "VB", least=0.8) and not single(verb)
    return verb.surely("VBZ", least=0.9) and bool(single(verb))


def _better(tokens: Sequence[Token], at: int, many: bool) -> str:
    if at + 2 >= len(tokens) or not tokens[at].text.islower():
        return ""
    verb, after = tokens[at], tokens[at + 1]
    if verb.lower in MANY or verb.lower in ONE:
        return ONE["have"] if not many and verb.lower == "have" and after.tag == "DT" else ""
    better = single(verb) if many else plain(verb)
    if not better or after.tag not in _AFTER or has_finite(tokens, at + 1):
        return ""
    if many:
        sure = verb.surely("VBZ", least=0.9) and after.tag in _OBJECT
        sure = sure or after.lower in _WHOM
        return better if (no_noun(verb) and verb.chance("VBZ") > 0.5) or sure else ""
    likely = verb.chance("VB", "VBP") > 0.5 and after.tag in ("DT", "PRP$")
    return better if (no_noun(verb) and after.tag in _OBJECT) or likely else ""
