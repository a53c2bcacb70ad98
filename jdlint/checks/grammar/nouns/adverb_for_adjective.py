"""An adverb before a noun: “the primarily goal”, “a strongly interest”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, only, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_DETERMINERS = frozenset("the a an our your their its this each every".split())
_MANNERS = frozenset(("manner", "way", "fashion"))
_NOUNS = ("NN", "NNS")
# what ends a noun phrase, so that the noun is no modifier of another word
_ENDS = frozenset(("IN", "TO", ".", ",", ":", "CC", "MD", "VBZ", "WDT", "-RRB-", ")"))
_SURE = 0.9


@dataclass(frozen=True)
class AdverbForAdjective(SentenceCheck):
    """Reports an adverb in -ly between a determiner and a noun that ends its phrase, where an
    adjective without -ly exists. Values: ``found``, ``better``, ``noun``."""

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index in range(1, len(tokens) - 1):
            adverb, noun = tokens[index], tokens[index + 1]
            if not adverb.lower.endswith("ly") or not _opens(tokens, index):
                continue
            better = _adjective(adverb.lower)
            if better and only(adverb, "R") and _ends_phrase(tokens, index + 1):
                yield Slip(adverb, adverb, better, {"noun": noun.text})


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a determiner stands before an adverb, or before the noun in front of it where a
    manner is told of (in a time efficiently manner)."""
    before = tokens[index - 1]
    if before.lower in _DETERMINERS:
        return True
    told = tokens[index + 1].lower in _MANNERS and index > 1 and before.tag in ("NN", "JJ")
    return told and tokens[index - 2].lower in _DETERMINERS


def _adjective(adverb: str) -> str:
    """The adjective that an adverb is made of; empty where the lexicon knows none."""
    from jdlint.lang.en.lexicon import tags

    stems = [adverb[:-2], adverb[:-3] + "y" if adverb.endswith("ily") else adverb[:-1] + "e"]
    return next((stem for stem in stems if tags(stem)[:1] == "J"), "")


def _ends_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is surely a noun, and the last word of its phrase."""
    noun = tokens[index]
    if not noun.surely(*_NOUNS, least=_SURE) or readings(noun) & set("JEGRD"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or after.tag in _ENDS
