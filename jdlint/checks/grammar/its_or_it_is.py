"""“its” and “it's” by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, only, readings

if TYPE_CHECKING:
    from jdlint.lang.en.analysis import Token

_MODALS = frozenset("will would can could should must may might shall has is was does".split())
_VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "VBN"))
_PREPOSITIONS = frozenset("of in on for with from by at to into through about under within".split())
_PREDICATES = frozenset("a an the not been also important possible likely always".split())


@dataclass(frozen=True)
class ItsOrItIs(SentenceCheck):
    """Reports “it's” as a possessive (variant ``its``) or before a modal (``it``), and “its” where
    a sentence needs a verb (``it-is``).

    Values: ``found``, ``better``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-1]):
            if token.lower == "it" and tokens[index + 1].lower == "'s":
                slip = _possessive(tokens, index)
            elif token.lower == "its":
                slip = _predicate(tokens, index)
            else:
                continue
            if slip is not None:
                yield slip


def _possessive(tokens: Sequence[Token], index: int) -> Slip | None:
    first, last = tokens[index], tokens[index + 1]
    if index + 2 >= len(tokens):
        return None
    before = tokens[index - 1] if index else None
    noun = tokens[index + 2]
    if noun.lower in _MODALS:
        return Slip(first, last, first.text, variant="it")
    if noun.lower == "own":
        return Slip(first, last, f"{first.text}s", variant="its")
    if before is None:
        return None
    after = tokens[index + 3] if index + 3 < len(tokens) else None
    plain = readings(noun) and not readings(noun) & set("GDEJRMTIWSQXKU")
    if noun.tag == "NNS" and plain and "P" in readings(noun):
        return Slip(first, last, f"{first.text}s", variant="its")
    if before.lower in _PREPOSITIONS or (before.tag in _VERBS and before.lower not in _SAYING):
        noun_here = plain and only(noun, "NV") and noun.tag == "NN"
        pair = (
            noun.tag == "JJ"
            and after is not None
            and after.tag in ("NN", "NNS")
            and not readings(after) & set("M")
        )
        if noun_here or (
            pair
            and before.lower in _PREPOSITIONS
            and before.lower in ("of", "in", "with", "from", "into", "at", "under", "within")
        ):
            return Slip(first, last, f"{first.text}s", variant="its")
    return None


_SAYING = frozenset(
    """say says said think thinks thought know knows believe hope feel see means mean ensure is
    guess assume find found understand suggest show shows indicate make sure be was are know""".split()
)


def _predicate(tokens: Sequence[Token], index: int) -> Slip | None:
    token, after = tokens[index], tokens[index + 1]
    participle = (
        after.tag == "VBN"
        and only(after, "DE")
        and index + 2 < len(tokens)
        and tokens[index + 2].tag in ("RB", "JJ", "IN", "TO", ".")
    )
    if after.lower in _PREDICATES or participle:
        return Slip(token, token, f"{token.text[:2]}'s", variant="it-is")
    return None
