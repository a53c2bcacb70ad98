"""“Both”, “neither” and “either” with the wrong partner: “both by post or by phone”, “both sells as
well as mends”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdlint.checks.grammar._sentences import SentenceCheck, Slip
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_WRONG = {"both": "or", "neither": "or", "either": "and"}
_RIGHT = {"both": "and", "neither": "nor", "either": "or"}
_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD", "WDT", "WP", "WRB"))
_WITHIN = 7  # words up to the partner
_FAR = 9  # the same, where one preposition is said twice or once
_SHARED = frozenset("from for with in at on to by of".split())
_SIDES = frozenset(("DT", "PRP$", "PRP"))
_AS_WELL = ["as", "well", "as"]
_SEVERAL = frozenset(("NNS", "NNPS", "DT", "PRP$", "PRP", "CD", "CC"))  # “both the boats”: the two


@dataclass(frozen=True)
class Correlatives(SentenceCheck):
    """Reports the first conjunction after “both”, “neither” or “either” that is not its partner,
    where what it joins has one form: “both in May or in June”.

    Also “as well as” for “and”, and a preposition that stands on one side alone: “both for us and
    you”, “from both the mates and from the cooks” (variant ``again``). Values: ``found``,
    ``better``, ``opener``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-3]):
            if token.lower in _WRONG:
                joint = _joint(tokens, index)
                if joint is not None:
                    yield Slip(joint, joint, _RIGHT[token.lower], {"opener": token.text})
                elif token.lower == "both":
                    yield from _uneven(tokens, index)
                    if at := _as_well(tokens, index):
                        yield Slip(tokens[at], tokens[at + 2], "and", {"opener": token.text})


def _as_well(tokens: Sequence[Token], index: int) -> int:
    """Where “as well as” stands for the partner of “both”; 0 where it does not."""
    if index and tokens[index - 1].lower in ("of", "and", "or"):
        return 0
    for at in range(index + 1, min(index + 2 + _WITHIN, len(tokens) - 3)):
        if [token.lower for token in tokens[at : at + 3]] == _AS_WELL:
            return at if at > index + 1 and tokens[index + 1].tag != "IN" else 0
        if tokens[at].tag in _SEVERAL or not tokens[at].word:
            return 0
    return 0


def _uneven(tokens: Sequence[Token], index: int) -> Iterator[Slip]:
    """A preposition on one side only: “from both mates and from cooks”, “both for us and you”."""
    before, after = tokens[max(index - 1, 0)], tokens[index + 1]
    outer, inner = before.lower in _SHARED and index > 0, after.lower in _SHARED
    if outer == inner:
        return
    word = before.lower if outer else after.lower
    for at in range(index + 2, min(index + 2 + _FAR, len(tokens) - 1)):
        token, then = tokens[at], tokens[at + 1]
        if token.tag in _FINITE or not (token.word or token.lower in "-/"):
            return
        if token.tag != "CC":
            continue
        again = _again(tokens[at + 1 :], word)
        counted = tokens[at - 1].tag in ("NNS", "NNPS") and after.tag not in ("DT", "PRP$")
        if outer and token.lower == "and" and then.lower == word and not counted:
            yield Slip(token, then, "and", {"opener": f"{word} both"}, "again", certain=False)
        elif inner and token.lower == "and" and then.tag in _SIDES and not again:
            better = f"and {word} {then.text}"
            yield Slip(token, then, better, {"opener": f"both {word}"}, "again", certain=False)
        return


def _again(tokens: Sequence[Token], word: str) -> bool:
    """Whether one more conjunction follows, and the preposition behind it."""
    return any(own.tag == "CC" and then.lower == word for own, then in pairwise(tokens))


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
