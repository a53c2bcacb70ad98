"""A verb that does not take the number of its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, past_adverbs
from jdlint.checks.grammar.verbs._clause_subject import OPENERS, openings
from jdlint.checks.grammar.verbs._far_subject import far_slip
from jdlint.checks.grammar.verbs._gerund_subject import gerund_slip
from jdlint.checks.grammar.verbs._joined_subject import joined_slip, share_slip
from jdlint.checks.grammar.verbs._noun_agreement import noun_slip
from jdlint.checks.grammar.verbs._pronoun_agreement import PRONOUNS, pronoun_slip
from jdlint.checks.grammar.verbs._quality_subject import quality_slip
from jdlint.checks.grammar.verbs._question_agreement import question_slip, what_slip
from jdlint.checks.grammar.verbs._second_verb import second_slip
from jdlint.checks.grammar.verbs._series_subject import series_slip
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_SUBJECTS = (quality_slip, noun_slip, far_slip, joined_slip, share_slip)
_BE_OF = {"we": "are", "they": "are", "i": "am", "he": "is", "she": "is"}
_CLAUSE_OPENERS = OPENERS | {"and", ","}
_AFTER_ING = frozenset(("DT", "PRP$", "IN", "TO", "NNS"))


@dataclass(frozen=True)
class SubjectAgreement(SentenceCheck):
    """Reports a present verb whose number is not that of its subject, where the subject opens a
    clause and both are plain to see by the forms that the lexicon allows; and an -ing form after a
    pronoun that lacks its “be”. What a British reader may write of a group is not certain.

    Values: ``found``, ``better``, ``subject``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        if len(tokens) <= 3:
            return
        for whole in (question_slip, second_slip, gerund_slip, series_slip):
            if (found := whole(tokens)) is not None:
                yield found
        for first in openings(tokens):
            for look in _SUBJECTS:
                if (found := look(tokens, first)) is not None:
                    yield found
                    break
        for index in range(len(tokens) - 2):
            word = tokens[index].lower
            if word in PRONOUNS:
                slip = pronoun_slip(tokens, index) or _without_be(tokens, index)
            elif word == "what":
                slip = what_slip(tokens, index)
            else:
                continue
            if slip is not None:
                yield slip


def _without_be(tokens: Sequence[Token], index: int) -> Slip | None:
    """“We using the”: an -ing form right after a pronoun that opens a clause."""
    pronoun, at = tokens[index], past_adverbs(tokens, index + 1)
    if pronoun.lower not in _BE_OF or at + 1 >= len(tokens):
        return None
    if index and tokens[index - 1].lower not in _CLAUSE_OPENERS:
        return None
    if index > 1 and tokens[index - 1].lower == "and" and tokens[index - 2].noun:
        return None  # “the mate and he sailing at night is news”
    verb, after = tokens[at], tokens[at + 1]
    if verb.tag != "VBG" or not verb.text.islower() or after.tag not in _AFTER_ING:
        return None
    better = f"{_BE_OF[pronoun.lower]} {verb.text}"
    return Slip(verb, verb, better, {"subject": pronoun.text})
