"""Words whose complement has a form that they do not take: “rely the crew”, “responsible to lead”.

A word's complement is what it asks for by itself: a preposition, an infinitive, an object.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, past_adverbs
from jdlint.core.light import TYPE_CHECKING, dataclass, field
from jdlint.core.tools import cached_property

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_LIKELY, _SURE, _PERHAPS = 0.8, 0.97, 0.2
_VERBS = ("VB", "VBP", "VBZ", "VBD", "VBG")
_ACTIVE = ("VB", "VBP", "VBZ", "VBG")
_BE = frozenset("be is are was were been being am 's 're 'm get gets got".split())
_DETERMINERS = frozenset(("DT", "PRP$"))
_OBJECTS = frozenset("it them us him her me".split())
_OBJECT_TAGS = frozenset(("DT", "PRP$", "NNS", "NN", "JJ", "NNP", "CD"))
# a time stands without preposition: “we rely each day on it”
_TIMES = frozenset(
    """day week month year time first next last same other most least best whole way end moment
    morning evening minute hour today quarter sprint more less further""".split()
)
_ASKING = frozenset("what which whom".split())  # “what do you consider to ensure it?”
_GAPS = frozenset("which whom what who where that how than when whatever whichever".split())
_SHARED = frozenset("share offer bring draw tell give pass contribute spare match".split())
_PREPOSITIONS = frozenset(
    "including excluding concerning regarding following during pending notwithstanding".split()
)
_NEAR, _WITHIN = 6, 4


@dataclass(frozen=True)
class Valency(SentenceCheck):
    """Reports words that stand before what they do not take. Each table says which preposition a
    word (verbs: the base form) takes instead.

    ``verbs`` and ``adjectives`` before an object, ``participles`` too, after “be” (variant
    ``missing``); ``nouns`` before an -ing form with its object (``gerund``); ``no_infinitive``
    adjectives, and nouns that open a sentence, before “to” with a verb (``infinitive``);
    ``object_first`` verbs before “to” with a verb (``object``), ``gerund_verbs`` too (``ing``).
    Values: ``found``, ``better``, ``word``, ``preposition``, ``following`` (the -ing form).
    """

    verbs: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    participles: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    no_infinitive: Mapping[str, str] = field(default_factory=dict)
    object_first: tuple[str, ...] = ()
    gerund_verbs: tuple[str, ...] = ()

    @cached_property
    def _objects_first(self) -> frozenset[str]:
        return frozenset(self.object_first)

    @cached_property
    def _gerunds(self) -> frozenset[str]:
        return frozenset(self.gerund_verbs)

    @cached_property
    def _words(self) -> frozenset[str]:
        """All words that can be reported: others are not looked at."""
        from jdlint.lang.en.forms import verb_forms

        verbs = (*self.verbs, *self.object_first, *self.gerund_verbs)
        forms = [form for verb in verbs for form in verb_forms(verb)]
        tables = (self.adjectives, self.participles, self.nouns, self.no_infinitive)
        return frozenset((*verbs, *forms, *(word for table in tables for word in table)))

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        known = self._words
        for index, token in enumerate(tokens[:-2]):
            if token.lower not in known or not (token.text.islower() or index == 0):
                continue
            slip = self._missing(tokens, index) or self._to(tokens, index)
            if slip is not None:
                yield slip

    def _missing(self, tokens: Sequence[Token], index: int) -> Slip | None:
        """A preposition that is missing before an object or an -ing form."""
        token, following = tokens[index], tokens[index + 1]
        preposition = self.nouns.get(token.lower)
        best = index > 0 and tokens[index - 1].lower == "best"  # in the crew's best interest
        if preposition and not best and _gerund_object(tokens, index):
            return _missing(token, preposition, "gerund", following.text)
        if following.tag not in _DETERMINERS and following.lower not in _OBJECTS:
            return None
        preposition = self._preposition(tokens, index)
        if not preposition or _elsewhere(tokens, index, preposition):
            return None
        return _missing(token, preposition, "missing")

    def _preposition(self, tokens: Sequence[Token], index: int) -> str | None:
        token = tokens[index]
        if token.tag in _VERBS:
            found = self.verbs.get(token.lemma)
            if found and token.surely(*_VERBS, least=_LIKELY):
                return found
        adjective = self.adjectives.get(token.lower)
        if (
            adjective
            and tokens[index + 1].tag in _DETERMINERS
            and token.surely("JJ", "VBN", least=_LIKELY)
        ):
            return adjective
        before = tokens[index - 1] if index else None
        if before is not None and before.tag == "RB" and index > 1:
            before = tokens[index - 2]
        passive = before is not None and before.lower in _BE
        return self.participles.get(token.lower) if passive else None

    def _to(self, tokens: Sequence[Token], index: int) -> Slip | None:
        """A “to” with a verb after a word that does not take it."""
        token, to, verb = tokens[index : index + 3]
        if to.lower != "to" or not verb.surely("VB", least=_LIKELY) or verb.lower in _SHARED:
            return None
        preposition = self.no_infinitive.get(token.lower)
        if preposition and _stands_bare(tokens, index):
            better = f"{token.text} {preposition} {_ing(verb)}"
            return Slip(token, verb, better, {"word": token.text}, "infinitive")
        if not token.surely(*_ACTIVE, least=_LIKELY) or _in_gap(tokens, index):
            return None
        if token.lemma in self._gerunds:
            better = f"{token.text} {_ing(verb)}"
            return Slip(token, verb, better, {"word": token.text}, "ing")
        if token.lemma in self._objects_first:
            return Slip(token, to, "", {"word": token.text}, "object")
        return None


def _missing(token: Token, preposition: str, variant: str, following: str = "") -> Slip:
    values = {"word": token.text, "preposition": preposition, "following": following}
    return Slip(token, token, f"{token.text} {preposition}", values, variant)


def _gerund_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether an -ing form with its object follows the noun: “familiarity planning crews”."""
    token, verb = tokens[index], tokens[index + 1]
    after = tokens[past_adverbs(tokens, index + 2) :][:1]
    if not after or after[0].tag not in _OBJECT_TAGS or not verb.text.islower():
        return False
    if not token.noun or not verb.spaced or not verb.lower.endswith("ing"):
        return False
    if verb.lower in _PREPOSITIONS:
        return False
    if index == 0:
        return verb.chance("VBG") >= _PERHAPS and after[0].tag != "NN"
    return token.surely("NN", least=_SURE) and verb.surely("VBG", least=_LIKELY)


def _elsewhere(tokens: Sequence[Token], index: int, preposition: str) -> bool:
    """Whether the preposition stands nearby (“the crew on whom we rely”), a time follows, or the
    object may be the subject of a clause of its own (“as we rely, the crew…”)."""
    right = [token.lower for token in tokens[index + 1 : index + 1 + _NEAR]]
    left = [token.lower for token in tokens[max(index - _NEAR, 0) : index]]
    if preposition in right or any(word in _TIMES for word in right[:_WITHIN]):
        return True
    if preposition in left and any(word in _GAPS for word in left):
        return True
    return any(word in ("if", "when", "where", "once", "as", "whenever") for word in left[-2:])


def _stands_bare(tokens: Sequence[Token], index: int) -> bool:
    """Whether an adjective says what somebody is, or a noun opens its sentence, alone or after
    adjectives (“the experience to lead” is right)."""
    token = tokens[index]
    if token.noun:
        return all(other.tag in ("JJ", "VBN") for other in tokens[:index])
    if token.tag not in ("JJ", "VBN"):
        return False
    before = tokens[index - 1].lower if index else ""
    late = index > 1 and tokens[index - 1].tag == "RB" and tokens[index - 2].lower in _BE
    return index == 0 or before in _BE or before in ("and", "or", "but", "not") or late


def _in_gap(tokens: Sequence[Token], index: int) -> bool:
    """Whether the object may stand further left: “what it allows to do”, “the keys we require”."""
    left = tokens[max(index - _WITHIN, 0) : index]
    if tokens[0].lower in _ASKING or any(token.lower in _GAPS for token in left):
        return True
    if not left or left[-1].lower in _BE or left[-1].tag in ("DT", "PRP$"):
        return True
    for told, token in itertools.pairwise(left):
        if token.tag == "PRP" and told.tag in ("NN", "NNS", "NNP"):
            return True
    return False


def _ing(verb: Token) -> str:
    from jdlint.lang.en.forms import gerund

    return gerund(verb.lower)
