"""An infinitive without its “to”: “we aim allow”, “ask each participant vote”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from jdlint.checks.grammar._sentences import (
    SentenceCheck,
    Slip,
    bare_before_object,
    bare_verb,
    readings,
)
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_HOSTS = frozenset("need want wanted able order how".split())
_OBJECTS = frozenset("them us him her me it everyone anyone someone".split())
_AFTER_VERB = frozenset(("DT", "PRP$", "PRP", "NNS", "JJ", "IN", "RP"))
_SURE = 0.8
_DEGREE = frozenset("most best least lot bit same way day week next whole first last".split())
_NOUNS = frozenset(("NN", "NNS", "NNP"))


@dataclass(frozen=True)
class MissingTo(SentenceCheck):
    """Reports a base verb right after one of ``verbs`` (variant ``verb``), and after one of
    ``askers`` with its object (variant ``object``).

    Values: ``found``, ``better``.
    """

    verbs: tuple[str, ...] = ()
    askers: tuple[str, ...] = ()

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return frozenset(self.verbs)

    @cached_property
    def _askers(self) -> frozenset[str]:
        return frozenset(self.askers)

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        from jdlint.checks.grammar.verbs._dropped_to import dropped, ends_relative

        for index, token in enumerate(tokens[:-2]):
            if ends_relative(tokens, index):
                continue
            if token.lower in self._verbs and token.tag.startswith(("VB", "JJ")):
                verb = tokens[index + 1]
                likely = bare_verb(verb) and tokens[index + 2].tag in _AFTER_VERB
                if likely or _likely_verb(tokens, index + 1):
                    yield Slip(token, verb, f"{token.text} to {verb.text}", variant="verb")
                    continue
            if token.lower in _HOSTS and dropped(tokens, index):
                verb = tokens[index + 1]
                yield Slip(token, verb, f"{token.text} to {verb.text}", variant="verb")
            if token.lower in self._askers and token.tag.startswith("VB"):
                slip = self._object(tokens, index)
                if slip is not None:
                    yield slip

    def _object(self, tokens: Sequence[Token], index: int) -> Slip | None:
        """The base verb after the object of the asker at ``index``."""
        at = index + 1
        if tokens[at].lower in _OBJECTS:
            at += 1
        elif tokens[at].lower in ("each", "every", "the", "a", "an", "our", "your"):
            at += 1
            while (
                at < len(tokens)
                and tokens[at].tag in ("NN", "JJ")
                and "V" not in readings(tokens[at])
            ):
                at += 1
            if tokens[at - 1].tag != "NN" or not tokens[at - 1].surely("NN", least=0.9):
                return None
        else:
            return None
        if at + 1 >= len(tokens) or tokens[at].tag == "VBN":
            return None
        verb = tokens[at]
        if not bare_verb(verb) and not bare_before_object(verb, tokens[at + 1]):
            return None
        return Slip(verb, verb, f"to {verb.text}", variant="object")


def _likely_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can be a noun too is surely a base verb before its object."""
    verb, after = tokens[at], tokens[at + 1]
    if at > 1 and tokens[at - 2].lower in ("if", "as", "when", "where"):
        return False  # “if required create one”
    degree = at + 2 < len(tokens) and tokens[at + 2].lower in _DEGREE
    if degree or after.tag not in ("DT", "PRP$") or "V" not in readings(verb):
        return False
    return not readings(verb) & set("GPZED") and verb.chance("VB", "VBP") >= _SURE
