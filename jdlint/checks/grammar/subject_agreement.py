"""A verb that does not take the number of its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, bare_verb, past_adverbs, readings

if TYPE_CHECKING:
    from jdlint.lang.en.analysis import Token

_PLURAL = frozenset(("we", "you", "they", "i"))
_ONE = frozenset("everyone everybody someone somebody anyone anybody he she it".split())
_CONTEXT = frozenset(
    """let lets make makes made see sees help helps helped have has had do does did will can could
    should must may might would to watch hear suggest require requires recommend ask demand insist
    propose request if that whether ensure ensures ensuring like as than and or nor but of""".split()
)  # after these a bare verb may be right: “let everyone know”, “we ask that everyone know”
_FINITE_BE = {"is": "are", "was": "were", "has": "have"}
_STARTS = frozenset("that if when while because and but as so , : ( where although since".split())
_DETERMINERS = frozenset("the our your their these those all some most its many no".split())


@dataclass(frozen=True)
class SubjectAgreement(SentenceCheck):
    """Reports a present verb right after a subject of another number, where the subject opens a
    clause and both are plain to see.

    Values: ``found``, ``better``, ``subject``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-2]):
            if token.lower in _ONE:
                slip = _singular_pronoun(tokens, index)
            elif token.tag == "NNS":
                slip = _plural_noun(tokens, index)
            elif token.tag == "NN":
                slip = _singular_noun(tokens, index)
            else:
                continue
            if slip is not None:
                yield slip


def _singular_pronoun(tokens: Sequence[Token], index: int) -> Slip | None:
    from jdlint.lang.en.forms import plural

    subject = tokens[index]
    at = past_adverbs(tokens, index + 1)
    if at != index + 1 or at + 1 >= len(tokens):
        return None
    verb, before = tokens[at], tokens[index - 1] if index else None
    if not bare_verb(verb) or verb.chance("VB", "VBP") < 0.5:
        return None
    if any(
        t.lower in _CONTEXT - {"that", "if"}
        for t in tokens[max(index - 8, 0) : index]
        if t.lower not in ("and", "as", "to", "ensure", "ensures", "ensuring", "of")
    ):
        return None
    if before is not None and (before.lower in _CONTEXT - {"ensuring", "ensure", "if", "that"}):
        return None
    if tokens[at + 1].lower not in "how what the a that about to your our".split():
        return None
    return Slip(verb, verb, plural(verb.text), {"subject": subject.text})


def _start(tokens: Sequence[Token], index: int) -> int:
    """Where the plain noun phrase that ends at ``index`` starts."""
    first = index
    while (
        first > 0
        and tokens[first - 1].tag in ("NN", "JJ", "VBN", "NNP", "NNS")
        and index - first < 4
    ):
        first -= 1
    if first > 0 and tokens[first - 1].tag in ("DT", "PRP$", "PDT"):
        first -= 1
    return first


def _opens(tokens: Sequence[Token], first: int) -> bool:
    return first == 0 or tokens[first - 1].lower in _STARTS - {"and", ",", "as", "("}


def _plural_noun(tokens: Sequence[Token], index: int) -> Slip | None:
    """“The ships sails to”: a verb with -s after a plural that opens the clause."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    noun, at = tokens[index], past_adverbs(tokens, index + 1)
    if at + 1 >= len(tokens) or not noun.surely("NNS", least=0.8) or "P" not in readings(noun):
        return None
    verb, first = tokens[at], _start(tokens, index)
    if not _opens(tokens, first) or tokens[first].lower in (
        "a",
        "an",
        "this",
        "each",
        "every",
        "one",
    ):
        return None
    if any(t.tag == "NNP" or t.lower in ("each", "every") for t in tokens[first:index]):
        return None
    better = _FINITE_BE.get(verb.lower)
    if better is None:
        if not verb.surely("VBZ", least=0.9) or "Z" not in readings(verb) or verb.lower == "does":
            return None
        better = base(verb.lower, tags)
    return Slip(verb, verb, better, {"subject": noun.text})


def _singular_noun(tokens: Sequence[Token], index: int) -> Slip | None:
    """“The ship sail to”: a word that is only a base verb after a singular with its article."""
    from jdlint.lang.en.forms import plural

    noun, at = tokens[index], past_adverbs(tokens, index + 1)
    if at + 1 >= len(tokens) or not noun.surely("NN", least=0.9) or readings(noun) & set("MV"):
        return None
    verb, first = tokens[at], _start(tokens, index)
    if tokens[first].lower not in ("the", "a", "an", "this", "our", "your", "each", "every"):
        return None
    if not _opens(tokens, first) or (first and tokens[first - 1].lower in ("that", "if", "where")):
        return None
    if verb.lower in ("are", "have") and tokens[first].lower in (
        "a",
        "an",
        "this",
        "each",
        "every",
    ):
        return Slip(verb, verb, {"are": "is", "have": "has"}[verb.lower], {"subject": noun.text})
    if not bare_verb(verb) or tokens[at + 1].tag not in ("DT", "IN", "TO", "PRP$"):
        return None
    return Slip(verb, verb, plural(verb.text), {"subject": noun.text})
