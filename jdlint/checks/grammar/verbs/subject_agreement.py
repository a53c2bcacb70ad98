"""A verb that does not take the number of its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import (
    SentenceCheck,
    Slip,
    bare_verb,
    past_adverbs,
    readings,
)
from jdlint.checks.grammar.verbs._far_subject import far_subject
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_PRONOUNS = frozenset("everyone everybody someone somebody anyone anybody he she it".split())
_BARE_VERB_BEFORE = frozenset(
    """let lets make makes made see sees help helps helped have has had do does did will can could
    should must may might would watch hear suggest require requires recommend ask demand insist
    propose request whether like than or nor but""".split()
)  # “let everyone know”, “we ask that everyone know”: a bare verb is right
_RIGHT_BEFORE = _BARE_VERB_BEFORE | frozenset("ensure ensuring if that to as and of".split())
_AFTER_VERB = frozenset("how what the a that about to your our".split())
_PLURAL = {"is": "are", "was": "were", "has": "have"}
_SINGULAR = {"are": "is", "have": "has"}
_OPENERS = frozenset("that if when while because but so : where although since".split())
_ONE = frozenset("a an this each every one".split())
_BE_OF = {"we": "are", "they": "are", "you": "are", "i": "am", "he": "is", "she": "is", "it": "is"}
_CLAUSE_OPENERS = frozenset(
    """that if when because and but so , ; : where while as since once unless although until before
    after whether""".split()
)
_OBJECT_TAGS = frozenset(("DT", "PRP$", "PRP", "IN", "TO", "NNS", "JJ"))
_INSIDE = frozenset(("NN", "JJ", "VBN", "NNP", "NNS"))
_LONGEST = 4  # words before the head: beyond it the tags are seldom all right


@dataclass(frozen=True)
class SubjectAgreement(SentenceCheck):
    """Reports a present verb right after a subject of another number, where the subject opens a
    clause and both are plain to see, or a form of be or have after one with “of” or “for”; and an
    -ing form after a pronoun that lacks its “be”.

    Values: ``found``, ``better``, ``subject``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        if (far := far_subject(tokens)) is not None:
            yield far
        for index, token in enumerate(tokens[:-2]):
            if token.lower in _PRONOUNS:
                slip = _after_pronoun(tokens, index) or _after_subject(tokens, index)
            elif token.lower in _BE_OF:
                slip = _after_subject(tokens, index) or _second_verb(tokens, index)
            elif token.tag == "NNS":
                slip = _after_plural(tokens, index)
            elif token.tag == "NN":
                slip = _after_singular(tokens, index)
            else:
                continue
            if slip is not None:
                yield slip


def _after_pronoun(tokens: Sequence[Token], index: int) -> Slip | None:
    """“Everyone know how to”: a bare verb after a pronoun of one."""
    from jdlint.lang.en.forms import plural

    verb = tokens[index + 1]
    if not bare_verb(verb) or tokens[index + 2].lower not in _AFTER_VERB:
        return None
    if any(token.lower in _BARE_VERB_BEFORE for token in tokens[max(index - 4, 0) : index]):
        return None
    if index and tokens[index - 1].lower in _RIGHT_BEFORE - {"ensuring", "that"}:
        return None
    return Slip(verb, verb, plural(verb.text), {"subject": tokens[index].text})


def _after_subject(tokens: Sequence[Token], index: int) -> Slip | None:
    """“They needs the”, “it allow the”, “we using the”: after a pronoun that opens a clause."""
    from jdlint.lang.en.forms import base, plural
    from jdlint.lang.en.lexicon import tags

    pronoun, at = tokens[index].lower, past_adverbs(tokens, index + 1)
    opens = index == 0 or tokens[index - 1].lower in _CLAUSE_OPENERS
    if at + 1 >= len(tokens) or pronoun not in _BE_OF or not (opens or pronoun in ("we", "they")):
        return None
    verb, after = tokens[at], tokens[at + 1].tag
    values = {"subject": tokens[index].text}
    if after not in _OBJECT_TAGS or not verb.text.islower():
        return None
    if opens and pronoun not in ("it", "you") and verb.tag == "VBG" and after not in ("PRP", "JJ"):
        return Slip(verb, verb, f"{_BE_OF[pronoun]} {verb.text}", values)
    if _BE_OF[pronoun] == "is":
        bare = opens and bare_verb(verb) and after != "JJ"
        return Slip(verb, verb, plural(verb.text), values) if bare else None
    known = readings(verb)
    third = "Z" in known and (
        known == {"Z"} or (known <= set("PZ") and verb.surely("VBZ", least=0.9))
    )
    return Slip(verb, verb, base(verb.lower, tags), values) if third else None


def _second_verb(tokens: Sequence[Token], index: int) -> Slip | None:
    """“They sail, and selects a”: the verb that “and” joins to the first, right after it."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    joined = index + 2
    if joined < len(tokens) and tokens[joined].text == ",":
        joined += 1
    if index or joined + 2 >= len(tokens) or tokens[joined].lower != "and":
        return None
    first, verb, after = tokens[1], tokens[joined + 1], tokens[joined + 2].tag
    plural = _BE_OF[tokens[0].lower] == "are" and first.surely("VBP", "VB", least=0.8)
    third = readings(verb) <= set("PZ") and "Z" in readings(verb) and verb.text.islower()
    if not plural or not third or after not in ("DT", "PRP$", "PRP"):
        return None
    return Slip(verb, verb, base(verb.lower, tags), {"subject": tokens[0].text})


def _start(tokens: Sequence[Token], index: int) -> int:
    """Where the plain noun phrase that ends at ``index`` starts."""
    first = index
    while first and tokens[first - 1].tag in _INSIDE and index - first < _LONGEST:
        first -= 1
    return first - 1 if first and tokens[first - 1].tag in ("DT", "PRP$", "PDT") else first


def _opens(tokens: Sequence[Token], first: int) -> bool:
    return first == 0 or tokens[first - 1].lower in _OPENERS


def _after_plural(tokens: Sequence[Token], index: int) -> Slip | None:
    """“The ships sails to”: a verb with -s after a plural that opens the clause."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    noun, at = tokens[index], past_adverbs(tokens, index + 1)
    if at + 1 >= len(tokens) or not noun.surely("NNS", least=0.8) or "P" not in readings(noun):
        return None
    verb, first = tokens[at], _start(tokens, index)
    if not _opens(tokens, first) or tokens[first].lower in _ONE:
        return None
    if any(token.tag == "NNP" for token in tokens[first:index]):
        return None
    if any(token.lower.endswith("ing") for token in tokens[max(first - 1, 0) : index]):
        return None  # “painting docks is fun”
    if first and tokens[first - 1].lower == "so" and tokens[first].lower in ("many", "few"):
        return None
    better = _PLURAL.get(verb.lower)
    if better is None:
        if not verb.surely("VBZ", least=0.9) or "Z" not in readings(verb) or verb.lower == "does":
            return None
        better = base(verb.lower, tags)
    if any(token.tag in ("WDT", "WP") for token in tokens[:index]):
        return None  # “a page that shows ropes and docks is long”
    return Slip(verb, verb, better, {"subject": noun.text})


def _after_singular(tokens: Sequence[Token], index: int) -> Slip | None:
    """“The ship sail to”: a word that is only a base verb after a singular with its article."""
    from jdlint.lang.en.forms import plural

    noun, at = tokens[index], past_adverbs(tokens, index + 1)
    first = _start(tokens, index)
    told = tokens[first].lower in ("a", "an") and first == 0  # what follows “a” is no verb
    if at + 1 >= len(tokens) or not noun.surely("NN", least=0.9):
        return None
    if readings(noun) & set("M" if told and first < index - 1 else "MV"):
        return None
    verb = tokens[at]
    if tokens[first].lower not in _ONE | {"the", "our", "your"} or not _opens(tokens, first):
        return None
    if first and tokens[first - 1].lower in ("that", "if", "where"):
        return None  # “we ask that the crew sail”
    values = {"subject": noun.text}
    if verb.lower in _SINGULAR and tokens[first].lower in _ONE:
        return Slip(verb, verb, _SINGULAR[verb.lower], values)
    if not bare_verb(verb) or tokens[at + 1].tag not in ("DT", "IN", "TO", "PRP$"):
        return None
    return Slip(verb, verb, plural(verb.text), values)
