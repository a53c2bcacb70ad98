"""A base form after a preposition: “when select your location”, “responsible for maintain”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, bare_before_object
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_PREPOSITIONS = frozenset("of for by without when while before after from about with".split())


@dataclass(frozen=True)
class GerundWanted(SentenceCheck):
    """Reports a word that can only be a base verb, between a preposition and its object.

    Values: ``found``, ``better``, ``preposition``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        from jdlint.lang.en.forms import gerund

        for before, verb, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if before.lower in _PREPOSITIONS and bare_before_object(verb, after):
                yield Slip(verb, verb, gerund(verb.text), {"preposition": before.text})
