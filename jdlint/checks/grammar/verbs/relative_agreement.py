"""A verb of a relative clause that does not take the number of what the clause is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, bare_verb, past_adverbs, readings
from jdlint.checks.grammar.verbs._far_subject import SUMS
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_RELATIVES = frozenset(("who", "that", "which"))
_SOMEBODY = frozenset(
    "someone somebody anyone anybody everyone everybody something anything everything".split()
)
_ONE = {"are": "is", "have": "has", "do": "does", "were": "was"}
_MANY = {one: many for many, one in _ONE.items()}
_SINGLE = frozenset(("a", "an", "each", "every", "another"))
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "VBN", "RB", "RBS", "CD"))
_JOINING = frozenset(("and", "or", ",", "many", "such"))
_FINITE = frozenset(("VBP", "VBZ", "VBD"))
_BE = frozenset("is are was were 're 'm am be been".split())
_TO_PEOPLE = frozenset(("for", "with"))  # “we look for crews that”, “you work with people who”
# after these “that” opens a clause in which a bare verb is right: a request that it be kept
_ASKED = frozenset(
    "requirement request recommendation suggestion demand proposal rule condition wish".split()
)
_OBJECT = frozenset(("DT", "PRP$", "PRP", "IN", "TO", "NNS", "NN", "JJ", "WRB", "VBG", "VBN", "RB"))
_LONGEST = 5  # words from the determiner to the head: beyond it the tags are seldom all right


@dataclass(frozen=True)
class RelativeAgreement(SentenceCheck):
    """Reports a present verb right after “who”, “that” or “which” whose number is not that of the
    noun or pronoun right before, where nothing else can be what the clause is about.

    Values: ``found``, ``better``, ``subject``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index in range(1, len(tokens) - 2):
            token = tokens[index]
            if token.lower in _RELATIVES and token.spaced and tokens[index - 1].word:
                slip = _slip(tokens, index)
                if slip is not None:
                    yield slip


def _slip(tokens: Sequence[Token], index: int) -> Slip | None:
    head, at = tokens[index - 1], past_adverbs(tokens, index + 1)
    if at + 1 >= len(tokens) or not tokens[at].text.islower():
        return None
    one = head.surely("NN", least=0.8) and _is_one(tokens, index - 1)
    if head.lower in _SOMEBODY or one:
        better = _third(tokens, at)
    elif head.surely("NNS", least=0.95) and _are_many(tokens, index - 1):
        better = _plain(tokens, at)
    else:
        return None
    return Slip(tokens[at], tokens[at], better, {"subject": head.text}) if better else None


def _is_one(tokens: Sequence[Token], head: int) -> bool:
    """Whether “a”, “each” or “every” opens the phrase, whose head is no body or sum."""
    noun = tokens[head]
    if noun.lower in SUMS or noun.lower in _ASKED or "N" not in readings(noun):
        return False
    first = _first(tokens, head)
    if first < 0 or tokens[first].lower not in _SINGLE:
        return False
    return first == 0 or (tokens[first - 1].lower not in _JOINING and _governs(tokens, first - 1))


def _are_many(tokens: Sequence[Token], head: int) -> bool:
    """Whether a plural is no part of something else: “tools that”, not “a set of tools that”."""
    known, first = readings(tokens[head]), _first(tokens, head)
    if "P" not in known or not known <= set("PZ") or tokens[head].lower in SUMS or first < 0:
        return False
    if tokens[first].lower in _SINGLE | {"one", "any", "either"}:
        return False
    return first == 0 or _governs(tokens, first - 1)


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands left of a phrase shows that nothing further left has the clause: a finite
    verb, “looking for”, an infinitive or -ing form that no noun goes before."""
    token = tokens[at]
    if token.lower in _TO_PEOPLE:
        return at > 0 and tokens[at - 1].tag.startswith("VB") and _governs(tokens, at - 1)
    if token.tag in _FINITE:
        return True
    left = at - 1
    while left > 0 and tokens[left].tag == "RB":
        left -= 1
    if left < 0:
        return token.tag in ("VB", "VBG")
    before = tokens[left]
    if token.tag == "VBG":
        return before.lower in _BE
    if token.tag == "VB" and before.lower == "to":
        return left == 0 or not tokens[left - 1].noun
    return token.tag == "VB" and before.tag in ("MD", "RB", "CC", ".", ":")


def _first(tokens: Sequence[Token], head: int) -> int:
    """The index of the first word of the phrase that ends at ``head``; -1 where it is too long, or
    an -ing form may be its verb."""
    first = head
    while first and tokens[first - 1].tag in _INSIDE and not tokens[first - 1].hidden:
        first -= 1
    if first and tokens[first - 1].tag in ("DT", "PRP$", "PDT"):
        first -= 1
    elif first and tokens[first].tag == "VBG":
        return -1
    return first if head - first <= _LONGEST else -1


def _third(tokens: Sequence[Token], at: int) -> str:
    """The form with -s of a verb that is surely one without; empty where it is not."""
    from jdlint.lang.en.forms import plural

    verb, after = tokens[at], tokens[at + 1]
    if verb.lower in _ONE:
        return _ONE[verb.lower] if verb.chance("NN", "NNS") < 0.1 else ""
    if after.tag not in _OBJECT or not verb.surely("VBP", "VB", least=0.95):
        return ""
    known = readings(verb)
    sure = bare_verb(verb) or ("V" in known and after.tag in ("DT", "PRP$", "PRP"))
    return plural(verb.text) if sure and not known & set("DEZ") else ""


def _plain(tokens: Sequence[Token], at: int) -> str:
    """The base form of a verb that surely has -s; empty where it is not."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    verb, after = tokens[at], tokens[at + 1]
    if verb.lower in _MANY:
        whole = tokens[at - 1].lower == "which"  # “we mended the sails which is good news”
        return "" if whole else _MANY[verb.lower]
    if after.tag not in _OBJECT or not verb.surely("VBZ", least=0.95):
        return ""
    known = readings(verb)
    return base(verb.lower, tags) if "Z" in known and known <= set("ZP") else ""
