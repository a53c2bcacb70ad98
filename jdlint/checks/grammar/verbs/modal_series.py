"""A verb with -s that goes with a modal further left: “You will know it and uses the pump”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, only, past_adverbs
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_MODALS = frozenset("will would can could should must shall may might 'll ’ll".split())
_SUBJECTS = frozenset("you we they i".split())
# what may be the subject of the verb, or open a clause that has one
_CLAUSES = frozenset(("WDT", "WP", "WRB", "PRP", "EX", "VBZ", "MD"))
_OPENERS = frozenset("that as if because while so where when how what which who it he she".split())
_OBJECTS = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "IN"))
_SURE = 0.85
_LONGEST = 30  # words from the modal to the verb


@dataclass(frozen=True)
class ModalSeries(SentenceCheck):
    """Reports a verb with -s behind “and” whose subject is “you”, “we” or “they” with a modal.
    Values: ``found``, ``better``, ``auxiliary``."""

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index in range(1, len(tokens) - 3):
            modal = tokens[index]
            if modal.lower not in _MODALS or tokens[index - 1].lower not in _SUBJECTS:
                continue
            slip = _in_series(tokens, index)
            if slip is not None:
                yield slip


def _in_series(tokens: Sequence[Token], index: int) -> Slip | None:
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    verb = past_adverbs(tokens, index + 1)
    if verb >= len(tokens) or tokens[verb].chance("VB") < _SURE:
        return None
    for at in range(verb + 1, min(len(tokens) - 1, index + _LONGEST)):
        token = tokens[at]
        if token.tag in _CLAUSES or token.lower in _OPENERS or token.text in ";:":
            return None
        after = past_adverbs(tokens, at + 1) + 1
        if token.lower not in ("and", "or") or after >= len(tokens):
            continue
        second = tokens[after - 1]
        if second.chance("VBZ") < _SURE or not only(second, "ZP"):
            continue
        if tokens[after].tag in _OBJECTS:
            values = {"auxiliary": tokens[index].text}
            return Slip(second, second, base(second.lower, tags), values)
    return None
