"""“its” and “it's” by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, only, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_VERBS_AFTER_IT = frozenset(
    "will would can could should must may might shall has is was does".split()
)
_VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "VBN"))
_PREPOSITIONS = frozenset("of in with from by at to into through under within for on".split())
_BEFORE_PAIR = frozenset("of in with from into at under within".split())  # never before a clause
_CLAUSES = frozenset("whether if that because since when where while though".split())
_PREDICATES = frozenset("a an the not been also important possible likely always".split())
_NO_NOUN = frozenset("GDEJRMTIWSQXKU")  # readings that can follow “it is”
_CLEFT = frozenset(("that", "who", "which"))  # “and it's ropes that we sell”
_SAYING = frozenset(
    """say says said think thinks thought know knows believe hope feel see means mean ensure is
    guess assume find found understand suggest show shows indicate make sure be was are""".split()
)  # a clause may follow without “that”


@dataclass(frozen=True)
class ItsOrItIs(SentenceCheck):
    """Reports “it's” as a possessive (variant ``its``) or before a verb (``it``), and “its” where
    a sentence needs a verb (``it-is``).

    Values: ``found``, ``better``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-1]):
            if token.lower == "it" and tokens[index + 1].lower == "'s":
                slip = _contraction(tokens, index)
            elif token.lower == "its":
                slip = _possessive(tokens, index)
            else:
                continue
            if slip is not None:
                yield slip


def _contraction(tokens: Sequence[Token], index: int) -> Slip | None:
    """The slip of an “it's” that should be “its”, or “it”."""
    first, last = tokens[index : index + 2]
    its = Slip(first, last, f"{first.text}s", variant="its")
    if index + 2 >= len(tokens):
        return its if index else None  # no contraction ends a sentence
    noun = tokens[index + 2]
    if noun.lower in _VERBS_AFTER_IT:
        return Slip(first, last, first.text, variant="it")
    if noun.lower == "own":
        return its
    if index == 0:
        return None
    if tokens[index - 1].lower in _CLAUSES:
        return None
    if noun.tag == "NNS" and "P" in readings(noun) and not readings(noun) & _NO_NOUN:
        after = tokens[index + 3].lower if index + 3 < len(tokens) else ""
        return None if after in _CLEFT else its
    return its if _is_object(tokens, index) else None


def _is_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb or preposition stands before “it's”, and a noun that “it is” cannot have
    after it."""
    before, noun = tokens[index - 1], tokens[index + 2]
    after = tokens[index + 3] if index + 3 < len(tokens) else None
    verb = before.tag in _VERBS and before.lower not in _SAYING
    if not verb and before.lower not in _PREPOSITIONS:
        return False
    if noun.tag == "NN" and only(noun, "NV"):
        return True
    if noun.tag == "JJ" and after is None:
        return before.lower in _BEFORE_PAIR  # the line breaks off: “in it's internal”
    pair = noun.tag == "JJ" and after is not None and after.tag in ("NN", "NNS")
    return (
        pair and before.lower in _BEFORE_PAIR and after is not None and "M" not in readings(after)
    )


def _possessive(tokens: Sequence[Token], index: int) -> Slip | None:
    """The slip of an “its” that should be “it's”."""
    token, after = tokens[index], tokens[index + 1]
    further = tokens[index + 2] if index + 2 < len(tokens) else None
    closed = further is None or further.tag in _ENDS or further.lower in _AFTER_PARTICIPLE
    participle = after.tag == "VBN" and after.lower.endswith("ed") and closed
    if after.text != "A" and (after.lower in _PREDICATES or participle):  # “on its A list”
        return Slip(token, token, f"{token.text[:2]}'s", variant="it-is")
    return None


_ENDS = frozenset(("RB", "IN", "TO", "."))
_AFTER_PARTICIPLE = frozenset(("due", "able"))  # no other adjective: “its induced magnetic field”
