"""A verb that takes the number of the noun before it, not of its subject further left."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_OPENING = frozenset("the this our your their its my".split())
_MANY = {"is": "are", "was": "were", "has": "have"}
_ONE = {many: one for one, many in _MANY.items()}
_LINKS = frozenset(("of", "for"))
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "VBN", "CD"))
_OBJECT = _INSIDE | {"DT", "PRP$", "NNS", "NNP", "VBG"}
_AFTER = frozenset(("VBN", "VBG", "JJ", "TO", "RB", "IN"))
# a sum, a share or a body: the verb goes with what is summed (“a number of docks are”)
SUMS = frozenset(
    """number majority minority range variety group team set series pair couple lot list bunch
    handful rest half part percentage percent portion host array collection total remainder type
    kind sort combination mix mixture crew staff data multitude plethora selection subset proportion
    fraction pool family community generation dozen hundred thousand million fleet amount bulk
    average quarter third class panel board cohort audience committee sum batch stack bit""".split()
)
_LONGEST = 5  # words of each of the two phrases: beyond it the tags are seldom all right


def far_subject(tokens: Sequence[Token]) -> Slip | None:
    """“The goal of our tours are to…”: only where the subject opens the sentence."""
    if len(tokens) < _LONGEST or tokens[0].lower not in _OPENING:
        return None
    head = _end(tokens, 1, _INSIDE)
    if head + 2 >= len(tokens) or tokens[head + 1].lower not in _LINKS:
        return None
    noun, last = tokens[head], _end(tokens, head + 2, _OBJECT)
    if last <= head + 1 or last + 2 >= len(tokens) or noun.lower in SUMS:
        return None
    verb, near = tokens[last + 1], tokens[last]
    if not near.surely("NNS", "NN", least=0.95) or tokens[last + 2].tag not in _AFTER:
        return None
    if any(token.hidden for token in tokens[: last + 2]):
        return None
    values = {"subject": noun.text}
    if noun.surely("NN", least=0.98) and near.tag == "NNS" and verb.lower in _ONE:
        return Slip(verb, verb, _ONE[verb.lower], values)
    if noun.surely("NNS", least=0.98) and near.tag == "NN" and verb.lower in _MANY:
        return Slip(verb, verb, _MANY[verb.lower], values)
    return None


def _end(tokens: Sequence[Token], first: int, inside: frozenset[str]) -> int:
    """The index of the noun that ends the run of tags from ``first`` on; -1 where none does."""
    end, at = -1, first
    while at < len(tokens) and at < first + _LONGEST and tokens[at].tag in inside | {"NNS"}:
        if tokens[at].tag in ("NN", "NNS"):
            end = at
        at += 1
    return end if end == at - 1 else -1
