"""A present verb right after a pronoun of another number: “they needs”, “it allow”, “you wants”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._clause_subject import OPENERS
from jdlint.checks.grammar.verbs._verb_number import (
    MANY,
    ONE,
    asked,
    has_finite,
    mostly_verb,
    no_noun,
    plain,
    single,
    supposed,
    takes_object,
)
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_MANY = frozenset(("we", "they", "you", "i"))
ONE_PRONOUNS = frozenset(
    """he she it this everyone everybody someone somebody anyone anybody nobody everything
    nothing something anything""".split()
)
PRONOUNS = _MANY | ONE_PRONOUNS
_BODY = frozenset(("anyone", "anybody", "someone", "somebody", "anything"))
_NO_SUBJECT_AFTER = frozenset(
    ("IN", "VB", "VBP", "VBZ", "VBD", "VBG", "VBN", "TO", "CC", "RP", "DT")
)
_AUXILIARIES = frozenset("do does did can could will would should must may might shall 'd".split())
_HELPERS = frozenset(
    "let lets make makes made making help helps helped helping see sees watch have has had".split()
)  # “let the crew and it grow”: a bare verb is right
_THINKING = frozenset(
    "think thinks believe believes hope hopes hoping assume suppose guess".split()
)
_CALLED = frozenset("everyone everybody someone somebody nobody".split())
_LET = frozenset("let lets help helps make makes".split())  # “help you finds”: one base too many
_FOLKS = frozenset("guys kids folks wives ladies boys girls parents".split())
_TELLING = frozenset("mean show imply say prove suggest indicate ensure guarantee".split())
_FINITE = ("VBZ", "VBD", "MD")


def pronoun_slip(tokens: Sequence[Token], index: int) -> Slip | None:
    pronoun, at = tokens[index], past_adverbs(tokens, index + 1)
    if at + 1 >= len(tokens) or not tokens[at].text.islower() or not tokens[at].spaced:
        return None
    if pronoun.lower in _MANY:
        better = _after_many(tokens, index, at)
    else:
        better = _after_one(tokens, index, at)
    if not better:
        return None
    certain = pronoun.lower in _MANY or tokens[at].lower in ONE or not supposed(tokens, index)
    return Slip(tokens[at], tokens[at], better, {"subject": pronoun.text}, certain=certain)


def _opens(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1]
    return (
        index == 0
        or before.text == ","
        or before.lower in OPENERS
        or (index == 1 and before.tag == "RB")
    )


def _after_many(tokens: Sequence[Token], index: int, at: int) -> str:
    pronoun, verb, after = tokens[index], tokens[at], tokens[at + 1]
    better = single(verb)
    if index and _is_object(tokens, index):
        return ""
    if not better or _named(tokens, index, at):
        return ""
    if verb.lower in MANY and not _be(tokens, index, at):
        return ""
    if pronoun.lower == "i":
        if pronoun.text != "I" or not _opens(tokens, index) or verb.lower == "was":
            return ""
        better = "am" if verb.lower == "is" else better
    if pronoun.lower == "you" and index and not _opens(tokens, index):
        before = tokens[index - 1]
        asks = before.lower in _AUXILIARIES or (before.lower in _LET and verb.lower not in MANY)
        if not asks and (before.tag in _NO_SUBJECT_AFTER or not no_noun(verb)):
            return ""
        if asks:
            return better
    if no_noun(verb):
        return better
    if after.tag in _FINITE or not verb.surely("VBZ", least=0.5):
        return ""
    plainly = pronoun.lower in ("we", "they") or _opens(tokens, index)
    return better if plainly or takes_object(tokens, at) else ""


def _is_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether what stands before a pronoun takes it: he/she/they, a singular they, the crew as well
    as you, the harbour before you is old."""
    before, verb = tokens[index - 1], tokens[index + 1].lower
    if before.text == "/" or (before.tag == "JJ" and tokens[index].lower == "they"):
        return True
    if before.lower == "as" and index > 1 and tokens[index - 2].lower == "well":
        return True
    return before.lower in ("before", "after", "behind") and index > 1 and verb in MANY


def _named(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether a plural says who “you” or “we” are: “could you kids help”."""
    after = tokens[at + 1].tag
    return at == index + 1 and tokens[at].lower in _FOLKS and after not in ("DT", "PRP$")


def _be(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether be or have has this pronoun as its subject: not in “what I like about you is”."""
    return (
        _opens(tokens, index)
        or tokens[index].lower in ("we", "they")
        or (index > 1 and tokens[index - 1].lower == "and" and tokens[index - 2].text == ",")
    )


def _after_one(tokens: Sequence[Token], index: int, at: int) -> str:
    pronoun, verb, after = tokens[index], tokens[at], tokens[at + 1]
    better = plain(verb)
    if not better or verb.lower == "were" or asked(tokens, index):
        return ""
    if index and _is_object(tokens, index):
        return ""
    if index == 0 and pronoun.lower in _CALLED and tokens[-1].text == "!":
        return ""  # “Somebody call the mate!”
    if any(token.lower in ("not", "n't") for token in (*tokens[index:at], after)) and (
        verb.lower not in ("do", "are", "have")
    ):
        return ""
    if verb.lower == "do" and after.lower not in ("not", "n't"):
        return ""
    if not _is_subject(tokens, index) or (
        pronoun.lower in _BODY and any(token.text == "?" for token in tokens[-3:])
    ):
        return ""  # “Anyone have a rope?”
    if pronoun.lower == "this":
        return better if _after_this(tokens, at) else ""
    crossed = (
        "VBD" in after.tags and after.tag != "JJ"
    )  # “he cross examined it”, “nobody present understood”
    if after.tag in _FINITE or crossed or verb.chance("VB", "VBP") < 0.3:
        return "" if verb.lower not in ONE else better
    return better


def _is_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether a pronoun can be nothing but the subject of a plain clause."""
    if any(token.lower in _AUXILIARIES for token in tokens[max(index - 4, 0) : index]):
        return False
    if _opens(tokens, index):
        return True
    before = tokens[index - 1]
    if before.lower in _THINKING:
        return tokens[index].lower in ("he", "she", "it")
    after_noun = tokens[index].lower == "it" and before.tag == "NN"  # “the time it take”
    if tokens[index].lower not in ("he", "she") and before.lower != "and" and not after_noun:
        return False
    if before.lower == "and" and tokens[index + 1].lower in ("are", "have"):
        return tokens[index].lower != "it" or tokens[index - 2].text == ","
    return not any(token.lower in _HELPERS for token in tokens[:index])


def _after_this(tokens: Sequence[Token], at: int) -> bool:
    """Whether “this” is no determiner of what follows it."""
    verb, after = tokens[at], tokens[at + 1]
    if verb.lower in ONE or takes_object(tokens, at):
        return True
    if no_noun(verb):
        return not after.noun and not has_finite(tokens, at + 1)
    if after.tag == "TO":
        if not mostly_verb(verb) and verb.lower not in ("need", "want"):
            return False
        return not has_finite(tokens, at + 1) and tokens[-1].text == "."
    told = after.tag in ("DT", "PRP", "PRP$", "IN", "WDT")
    return verb.lower in _TELLING and told and verb.chance("NN") < 0.8
