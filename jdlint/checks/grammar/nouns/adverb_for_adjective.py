"""An adverb before a noun: “the primarily goal”, “a strongly interest”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, only, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_DETERMINERS = frozenset("the a an our your their its this each every".split())
# adverbs that tell hardly how something is done, before a noun without a determiner
_QUALITIES = frozenset(
    """professionally strongly excellently attractively competitively technically practically
    personally commercially flexibly creatively efficiently effectively independently deeply
    continuously theoretically analytically internationally""".split()
)
_BEFORE = ("VB", "VBP", "VBZ", "VBG")
_OFFERS = frozenset("salary pay compensation benefits package".split())
_ALL = frozenset("everything nothing anything something everyone nobody all none".split())
_DEGREES = frozenset("highly extremely incredibly".split())
_ABSTRACT = ("ity", "ness", "ance", "ence", "tion", "ment")
_MANNERS = frozenset(("manner", "way", "fashion"))
_SINGULAR = frozenset(("this", "each", "every"))
_NOUNS = ("NN", "NNS")
# what ends a noun phrase, so that the noun is no modifier of another word
_ENDS = frozenset(("IN", "TO", ".", ",", ":", "CC", "MD", "VBZ", "WDT", "-RRB-", ")"))
_SURE = 0.9


@dataclass(frozen=True)
class AdverbForAdjective(SentenceCheck):
    """Reports an adverb in -ly between a determiner and a noun that ends its phrase, where an
    adjective without -ly exists, and a noun between “highly” and another noun (variant
    ``noun``). Values: ``found``, ``better``, ``noun``."""

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index in range(1, len(tokens) - 1):
            adverb, noun = tokens[index], tokens[index + 1]
            if not adverb.lower.endswith("ly"):
                continue
            if adverb.lower in _DEGREES and (quality := _quality(tokens, index + 1)):
                yield Slip(noun, noun, quality, {"noun": adverb.text}, "noun")
            if not _opens(tokens, index):
                continue
            better = _adjective(adverb.lower)
            if better and only(adverb, "R") and _ends_phrase(tokens, index + 1):
                yield Slip(adverb, adverb, better, {"noun": noun.text}, "adjective")


def _quality(tokens: Sequence[Token], index: int) -> str:
    """The adjective of a noun that stands before another one: “highly maintainability code”."""
    from jdlint.lang.en.lexicon import tags

    noun, after = tokens[index], tokens[index + 1 : index + 3]
    if not noun.lower.endswith(_ABSTRACT) or not only(noun, "NM") or not after:
        return ""
    if not after[0].surely(*_NOUNS, least=_SURE) or any(
        token.tag in ("JJ", "VBN", "VBG") or "-" in token.text for token in after
    ):
        return ""  # highly detail oriented
    made = (noun.lower[:-5] + "le", noun.lower[:-3] + "t", noun.lower[:-2] + "e", noun.lower[:-3])
    return next((word for word in made if tags(word)[:1] == "J"), "")


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a determiner stands before an adverb, or before the noun in front of it where a
    manner is told of (in a time efficiently manner)."""
    before = tokens[index - 1]
    if before.lower in _DETERMINERS:
        # “this typically results” has a verb
        return before.lower not in _SINGULAR or "Z" not in readings(tokens[index + 1])
    if tokens[index].lower in _QUALITIES and before.surely(*_BEFORE, least=_SURE):
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
    if noun.lower in _ALL or noun.lower.startswith("no-"):
        return False  # effectively everything
    likely = noun.surely(*_NOUNS, least=_SURE) and not readings(noun) & set("JEGRD")
    if not (likely or only(noun, "NM") or noun.lower in _OFFERS):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or after.tag in _ENDS
