"""A series of three verbs that lacks its first comma: “describe improve and publish”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, only, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_BEFORE_VERB = frozenset(
    "help helps helping let lets make go come do don't please dare need get try be".split()
)  # a second base verb may follow at once
_SURE = 0.7  # both verbs have other readings; beside each other and before a third they are likely


@dataclass(frozen=True)
class VerbSeries(SentenceCheck):
    """Reports two base verbs side by side that “and” or “or” joins to a third.

    ``known`` are series that are one whatever else their words can be (extract transform load).
    Values: ``found``, ``better``.
    """

    known: tuple[str, ...] = ()

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for first, second, joint, third in zip(
            tokens, tokens[1:], tokens[2:], tokens[3:], strict=False
        ):
            if joint.lower not in ("and", "or") or first.lower in _BEFORE_VERB:
                continue
            series = f"{first.lower} {second.lower} {third.lower}" in self.known
            verbs = series or (all(map(_verb, (first, second, third))) and only(second, "V"))
            if verbs and second.start - first.end == 1:
                better = f"{first.text}, {second.text}, {joint.text} {third.text}"
                yield Slip(first, third, better)


def _verb(token: Token) -> bool:
    known = "V" in readings(token) or (token.text[0].isupper() and token.tag == "VB")
    return known and token.chance("VB", "VBP") >= _SURE and token.lower not in _BEFORE_VERB
