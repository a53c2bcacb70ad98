"""An infinitive without its “to”: “we aim allow”, “ask each participant vote”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import (
    SentenceCheck,
    Slip,
    bare_before_object,
    bare_verb,
    readings,
)
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.tools import cached_property
from jdlint.lang.en.lexicon import tags

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_WANTING = frozenset("want wants wanted need needs needed try trying".split())
_IT = frozenset("it them us me him".split())
_NOUNS_RATHER = frozenset("help care use work rest".split())
_SMALL = frozenset("be have go get make see".split())
_LIKING = frozenset(("like", "love", "hate", "prefer"))
_LIKERS = frozenset("i we you they would 'd".split())
_HOSTS = frozenset("need want wanted able order how".split())
_OBJECTS = frozenset("them us him her me it everyone anyone someone".split())
_AFTER_VERB = frozenset(("DT", "PRP$", "PRP", "NNS", "JJ", "IN", "RP", "TO"))
_SURE, _WISHED = 0.8, 0.7
_BEFORE_LIKELY = frozenset("not n't would will 'll can could may might should".split())
_ALL = frozenset(("all", "what", "only"))
_MARKS = frozenset(",.;)")
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
            if ends_relative(tokens, index) or _is_adverb(tokens, index):
                continue
            if token.lower == "how" and tokens[index + 2].lower.endswith("s"):
                continue  # how retry works
            given = token.lower in self._verbs and token.tag.startswith(("VB", "JJ"))
            if given or _liked(tokens, index):
                verb = tokens[index + 1]
                plain = bare_verb(verb) or _wished(tokens, index)
                likely = plain and tokens[index + 2].tag in _AFTER_VERB
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
        if tokens[at + 1].text in _MARKS:
            return None  # it needs a server restart: what has no object may be a noun
        if tokens[at + 1].tag in _NOUNS and not tokens[at + 1].surely("NNS"):
            return None  # use the dock prebuild hook
        if not bare_verb(verb) and not bare_before_object(verb, tokens[at + 1]):
            return None
        return Slip(verb, verb, f"to {verb.text}", variant="object")


def _is_adverb(tokens: Sequence[Token], index: int) -> bool:
    """Whether “likely” tells of a verb (would not likely allow), or “need” is a modal (all we need
    do)."""
    before = [token.lower for token in tokens[max(index - 3, 0) : index]]
    if tokens[index].lower == "likely":
        return bool(before) and before[-1] in _BEFORE_LIKELY
    return tokens[index].lower == "need" and bool(_ALL.intersection(before))


def _likely_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can be a noun too is surely a base verb before its object."""
    verb, after = tokens[at], tokens[at + 1]
    if at > 1 and tokens[at - 2].lower in ("if", "as", "when", "where"):
        return False  # “if required create one”
    if verb.lower in _NOUNS_RATHER:
        return False
    if tokens[at - 1].lower in _WANTING and after.lower in _IT:  # “we want test it”
        return "V" in readings(verb) and not readings(verb) & set("GPZED")
    degree = at + 2 < len(tokens) and tokens[at + 2].lower in _DEGREE
    if degree or after.tag not in ("DT", "PRP$") or "V" not in readings(verb):
        return False
    return not readings(verb) & set("GPZED") and verb.chance("VB", "VBP") >= _SURE


def _liked(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb of liking stands after its subject: “we like make”, “would like respond”."""
    return tokens[index].lower in _LIKING and tokens[max(index - 1, 0)].lower in _LIKERS


def _wished(tokens: Sequence[Token], index: int) -> bool:
    """Whether a small verb follows one of liking, or a likely one after “would like”."""
    verb = tokens[index + 1]
    if tokens[index].lower not in _LIKING or verb.lower in _NOUNS_RATHER:
        return False
    would = index > 0 and tokens[index - 1].lower in ("would", "'d")
    likely = verb.chance("VB", "VBP") >= _WISHED and tags(verb.lower)[:1] == "V"
    return verb.lower in _SMALL or (would and likely)
