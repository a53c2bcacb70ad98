"""A pronoun where its possessive is wanted: “part of you area”, “to ours clients”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_ALONE = {"ours": "our", "yours": "your", "theirs": "their"}  # never before a noun
_PERSONAL = {"you": "your", "they": "their"}
_BEFORE = frozenset("of in about on at from into during through by within".split())
# verbs that take one object: “support you colleagues”, never “give you access”
_VERBS = frozenset(
    """support improve develop share expand manage grow submit attach enhance increase plan
    organise organize check update describe upload value respect hear use apply boost""".split()
)
_SOME = frozenset("each all both some any none many most one".split())  # “gave each of you tea”
_NOUNS = ("NN", "NNS")
_ENDS = frozenset(("IN", "TO", ".", ",", ":", "CC", "MD", "-RRB-", ")", "WDT"))
# after “you”, these say when or how
_TIMES = frozenset(
    """today tomorrow tonight yesterday day days week month year time part face step hand side home
    people folks guys person one anytime monday friday someday online""".split()
)
_SURE, _LIKELY = 0.9, 0.6


@dataclass(frozen=True)
class PossessiveWanted(SentenceCheck):
    """Reports “ours” and the like before a noun, and “you” and “they” before one where they can be
    no object. Values: ``found``, ``better``, ``noun``."""

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-1]):
            better = _ALONE.get(token.lower) or _PERSONAL.get(token.lower)
            if not better or not _is_noun(tokens, index + 1):
                continue
            if token.lower in _ALONE or (index and _is_object(tokens, index)):
                yield Slip(token, token, better, {"noun": tokens[index + 1].text})


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is surely a noun that ends its phrase."""
    noun = tokens[index]
    if not noun.text.islower() or noun.lower in _TIMES or not noun.spaced:
        return False
    if not readings(noun) or readings(noun) & set("VJEGRDIT") or not noun.surely(*_NOUNS):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or after.tag in _ENDS


def _is_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether what stands before a pronoun takes one object: a preposition, or such a verb."""
    before = tokens[index - 1]
    if before.lower in _BEFORE and before.surely("IN", least=_SURE):
        if index > 1 and tokens[index - 2].lower in _SOME:
            return False
        return tokens[index].lower == "they" or not tokens[index + 1].surely("NNS")
    return before.lemma in _VERBS and before.chance("VB", "VBP", "VBG", "VBZ") > _LIKELY
