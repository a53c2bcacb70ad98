"""A clause that opens with an -ing form as its subject: “mending the sails take time”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._verb_number import MANY, ONE, has_finite, mostly_verb, plain
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_OPENING = frozenset(("DT", "PRP$"))
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "VBN", "CD", "POS"))
# prepositions in all but form, and forms that an inversion opens with (“joining the crew are two”)
_NO_SUBJECT = frozenset(
    """regarding concerning including considering following according during depending starting
    beginning using given excluding barring pending touching notwithstanding assuming supposing
    being having looking going""".split()
)
_LINKS = frozenset("to with at on in for from into through across about by over without".split())
_AFTER = frozenset(("DT", "PRP$", "PRP", "JJ", "NN", "NNS", "RB", "TO", "IN", "CD"))
_LONGEST = 7  # words of what is done


def gerund_slip(tokens: Sequence[Token]) -> Slip | None:
    """“Sailing to islands require a licence”: the sentence opens with what is done, a determiner or
    a preposition behind it, and its verb is plain. Not of be, which also stands in inversions."""
    first = tokens[0]
    if first.tag != "VBG" or first.lower in _NO_SUBJECT or len(tokens) < 6:
        return None
    link, opener = tokens[1].lower in _LINKS, tokens[1].tag in _OPENING
    if not (link or opener):
        return None
    end = _end(tokens, 2)
    if end < 0:
        return None
    at = past_adverbs(tokens, end + 1)
    if at + 2 >= len(tokens):
        return None
    verb, after = tokens[at], tokens[at + 1]
    if not verb.text.islower() or verb.lower in MANY or verb.lower in ("are", "were", "do"):
        return None
    better = plain(verb)
    if not better or after.tag not in _AFTER or has_finite(tokens, at + 1):
        return None
    sure = verb.lower in ONE or (mostly_verb(verb) and verb.chance("VBP", "VB") > 0.7)
    return Slip(verb, verb, better, {"subject": first.text}) if sure else None


def _end(tokens: Sequence[Token], first: int) -> int:
    """The index of the plural that ends the phrase from ``first`` on; -1 where none does: behind a
    singular a plain verb may be a noun (“the sail plan”)."""
    at = first + (tokens[first].tag in _OPENING)
    end = -1
    while at < min(first + _LONGEST, len(tokens) - 2) and tokens[at].tag in _INSIDE:
        end = at
        at += 1
    return end if end > 0 and tokens[end].surely("NNS", least=0.85) else -1
