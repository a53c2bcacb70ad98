"""A plural of an abbreviation written with an apostrophe: “all KPI's are”, “PDF's.”"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_AFTER = frozenset(". , ; ) and or are were for to with that which from by on we you".split())
_ONE = frozenset("a an this each every".split())
_PEOPLE = frozenset("CEO CTO CFO COO CMO CRO VP SVP EVP PM HR IT US UK EU GP MP".split())
_LONGEST = 5  # letters of an abbreviation; longer words in capitals are shouted


@dataclass(frozen=True)
class PluralApostrophe(SentenceCheck):
    """Reports an abbreviation in capitals with “'s” that no noun follows.

    Values: ``found``, ``better``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-1]):
            mark = tokens[index + 1]
            after = tokens[index + 2] if index + 2 < len(tokens) else None
            if mark.lower != "'s" or not 2 <= len(token.text) <= _LONGEST:
                continue
            if not (token.text.isupper() and token.text.isalpha()) or token.text in _PEOPLE:
                continue
            if after is not None and after.lower not in _AFTER:
                continue
            if index and tokens[index - 1].lower in _ONE:
                continue
            if any(other.lower == "'s" for other in tokens[index + 2 : index + 5]):
                continue  # “the API's and the CLI's owners”
            yield Slip(token, mark, f"{token.text}s")
