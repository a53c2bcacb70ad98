"""“Both”, “neither” and “either” with the wrong partner: “both by post or by phone”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_WRONG = {"both": "or", "neither": "or", "either": "and"}
_RIGHT = {"both": "and", "neither": "nor", "either": "or"}
_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD", "WDT", "WP", "WRB"))
_WITHIN = 7  # words up to the partner


@dataclass(frozen=True)
class Correlatives(SentenceCheck):
    """Reports the first conjunction after “both”, “neither” or “either” that is not its partner,
    where what it joins has one form: “both in May or in June”.

    Values: ``found``, ``better``, ``opener``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-3]):
            if token.lower in _WRONG:
                joint = _joint(tokens, index)
                if joint is not None:
                    yield Slip(joint, joint, _RIGHT[token.lower], {"opener": token.text})


def _joint(tokens: Sequence[Token], index: int) -> Token | None:
    opener = tokens[index].lower
    if index and tokens[index - 1].lower in ("or", "of", "and", ","):
        return None
    for at in range(index + 2, min(index + 2 + _WITHIN, len(tokens) - 1)):
        token = tokens[at]
        if token.tag in _FINITE or not (token.word or token.lower in "-/"):
            return None
        if token.tag == "CC":
            wrong = token.lower == _WRONG[opener] and _alike(tokens, index, at)
            return token if wrong and _closes(tokens, index, at) else None
    return None


def _alike(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether what stands behind the conjunction has the form of what stands behind the opener."""
    first, second = tokens[index + 1], tokens[at + 1]
    if first.tag == "IN" and tokens[index].lower == "both":
        return first.lower not in ("of", "that")
    return first.tag == second.tag and first.tag in ("IN", "JJ", "VBG", "VB", "TO", "PRP$")


def _closes(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether the right partner does not follow soon in the same part of the sentence."""
    right = _RIGHT[tokens[index].lower]
    if right == "or" and any(token.lower == right for token in tokens[at + 1 :]):
        return False  # “either change the sail and go, or stay”
    for token in tokens[at + 1 : at + 1 + _WITHIN]:
        if token.lower == right:
            return False
        if token.tag in _FINITE or not (token.word or token.lower in "-/"):
            break
    return tokens[-1].text != ":"
