"""A verb whose form does not go with the auxiliary before it: “will sends”, “has resolves”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import (
    SentenceCheck,
    Slip,
    bare_verb,
    only,
    past_adverbs,
    readings,
)
from jdlint.checks.grammar.verbs._verb_number import TIMES
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_MODALS = frozenset("will would can could should must shall may might".split())
_HAVE = frozenset(("have", "has", "had", "'ve"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_SHORT_BE = frozenset(("am", "'re", "'m"))
_PERSONS = frozenset("you we they i".split())
_SUBJECTS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "EX"))
_AFTER_PARTICIPLE = frozenset(
    "to by in for with from as at on of into before after beyond under until , . ; )".split()
)
_AFTER_ADJECTIVE = frozenset("to for with in on of at about from and".split())
_ADJECTIVES = frozenset(
    "responsible able aware available capable comfortable familiar willing ready happy".split()
)
_AFTER_VERB = frozenset(("DT", "PRP$", "PRP", "CC", "IN", "TO", "JJ", "RP", "NNS"))
_PARTS = frozenset(("VBD", "VBN"))
_OFTEN = frozenset("restrict expect suppose encourage require design".split())  # nouns too, seldom
_DEGREES = frozenset("most best least lot bit same way day next whole first last".split())
_NO_VERB = frozenset("like part home".split())
_PARTICLES = ("-up", "-out", "-in", "-off", "-on", "-down", "-over")
_PLURAL = 0.5
_SPRING = 6  # letters of the longest base form in -ing
_CLAUSE_STARTS = frozenset(". , : and but or if when because although since after while".split())
_PHRASE = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "PRP$"))
_PERHAPS = 0.2  # a verb that is a noun too seldom has more after “be”
_OBJECTS = frozenset(("us", "them", "me", "him", "her"))
_ASKS = frozenset("why that which what who where how when".split())  # the reason why it cannot …
_CLEFT = frozenset("do does did done what".split())  # all you need to do is ask


@dataclass(frozen=True)
class AuxiliaryForm(SentenceCheck):
    """Reports what follows a modal and is no base form (variant ``modal``; ``passive`` where
    “be” is as likely missing), “have” and no participle (``have``), “be” and a base form (``be``),
    which has an object (``object``), or which may stand for the -ing form too (``either``).

    Values: ``found``, ``better``, ``auxiliary``; ``ing`` (``either``).
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-1]):
            following = past_adverbs(tokens, index + 1)
            if following >= len(tokens):
                return
            slip = None
            if token.lower in _MODALS:
                slip = self._modal(tokens, index, following)
            elif token.lower == "to":
                slip = _to(tokens, following)
            elif token.lower in _HAVE:
                slip = self._have(tokens, index, following) or _past_after_have(
                    tokens, index, following
                )
            elif token.lower in _BE or token.lower in _SHORT_BE:
                slip = self._be(tokens, index, following) or _be_with_object(
                    tokens, index, following
                )
            if slip is not None and not (
                slip.first is slip.last and slip.better == slip.first.lower
            ):
                yield slip

    def _modal(self, tokens: Sequence[Token], index: int, at: int) -> Slip | None:
        from jdlint.lang.en.forms import base
        from jdlint.lang.en.lexicon import tags

        modal, verb = tokens[index], tokens[at]
        subject = tokens[index - 1] if index else None
        if subject is None or not (subject.tag in _SUBJECTS or subject.hidden):
            return None
        if subject.tag == "WP" and (index == 1 or subject.lower == "what"):
            return None  # “what could changing it do?”
        if not modal.surely("MD") or at + 1 >= len(tokens):
            return None
        if index > 1 and tokens[index - 2].lower in _ASKS:
            return None
        letters, after, values = readings(verb), tokens[at + 1], {"auxiliary": modal.text}
        if verb.lower.endswith(_PARTICLES):
            return None  # “can follow-up” is a verb with a hyphen too many
        if modal.lower == "can" and verb.lower == "expected" and after.lower == "to":
            return Slip(verb, verb, base(verb.lower, tags), values, "modal")
        adjective = verb.lower in _ADJECTIVES or (only(verb, "JN") and "J" in letters)
        if adjective and at == index + 1 and after.lower in _AFTER_ADJECTIVE:
            return Slip(verb, verb, f"be {verb.text}", values, "passive")
        ends = verb.lower.endswith("ing") and verb.chance("VBG") > 0.3
        gerund = ends and verb.surely("VBG", "VB", least=0.8)
        third = "Z" in letters and only(verb, "ZP")
        if (gerund or third) and after.tag in _AFTER_VERB:
            return Slip(verb, verb, base(verb.lower, tags), values, "modal")
        if not only(verb, "DEJ") or verb.lower.endswith(("come", "run")):
            return None
        if "E" in letters and verb.chance(*_PARTS) > 0.5 and not _relative(tokens, index):
            if verb.lower == "led" and after.lower == "to":  # it will led to storms
                return Slip(verb, verb, "lead", values, "modal")
            plain = after.tag in ("NN", "NNS", "DT", "PRP$", "PRP")
            better = base(verb.lower, tags) if plain else f"be {verb.text}"
            return Slip(verb, verb, better, values, "modal" if plain else "passive")
        return None

    def _have(self, tokens: Sequence[Token], index: int, at: int) -> Slip | None:
        from jdlint.lang.en.forms import base
        from jdlint.lang.en.lexicon import tags
        from jdlint.lang.en.wordforms.paradigm import PAST, written

        verb = tokens[at]
        object_follows = at + 1 < len(tokens) and tokens[at + 1].tag in ("DT", "PRP$")
        third = (
            only(verb, "ZP")
            and "Z" in readings(verb)
            and (object_follows or (_alone(tokens, at) and verb.chance("VBZ") > 0.4))
        )
        if _participle(verb) or (not bare_verb(verb) and not third):
            return None
        if third and _is_plural(tokens, at):
            return None
        before = tokens[index - 1] if index else None
        object_of_have = before is not None and before.lower in ("what", "that", "which", "all")
        told = index > 1 and before is not None and tokens[index - 2].tag in ("NN", "NNS")
        if verb.lower in ("gotta", "please") or (told and verb.lower == "happen"):
            return None  # “the kind of things you have happen”
        if before is None or object_of_have or not (before.tag in _SUBJECTS or before.tag == "MD"):
            return None
        values = {"auxiliary": tokens[index].text}
        return Slip(verb, verb, written(base(verb.lower, tags), PAST), values, "have")

    def _be(self, tokens: Sequence[Token], index: int, at: int) -> Slip | None:
        from jdlint.lang.en.forms import gerund
        from jdlint.lang.en.wordforms.paradigm import PAST, written

        verb = tokens[at]
        if tokens[index].lower in _SHORT_BE:
            return None
        if tokens[index].lower == "be" and index and tokens[index - 1].lower == "that":
            return None  # the powers that be disagree
        passive = tokens[index].lower == "being" and index and tokens[index - 1].lower in _BE
        if _participle(verb):
            return None
        known = bare_verb(verb) or verb.lower in _OFTEN or (passive and "V" in readings(verb))
        if at + 1 >= len(tokens) or not known:
            return None
        if passive and tokens[at + 1].lower == "of":
            return None  # being part of
        if tokens[at + 1].lower not in _AFTER_PARTICIPLE:
            return None
        if any(token.lower in _CLEFT for token in tokens[:index]):
            return None
        values = {"auxiliary": tokens[index].text}
        person = index > 0 and tokens[index - 1].lower in _PERSONS
        if verb.lower in _OFTEN or passive or not (person or at > index + 1):
            return Slip(verb, verb, written(verb.lower, PAST), values, "be")
        # “is continuously evolve”: evolving as likely as evolved
        values["ing"] = gerund(verb.lower)
        return Slip(verb, verb, written(verb.lower, PAST), values, "either")


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in -s is rather what one has: “we have tests every day”."""
    timed = at + 2 < len(tokens) and tokens[at + 2].lower in TIMES
    return timed or tokens[at].chance("NNS") > _PLURAL


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb with -s and nothing else, and no preposition follows: “you have
    redirects to the page”."""
    return only(tokens[at], "Z") and at + 1 < len(tokens) and tokens[at + 1].tag != "IN"


def _one_phrase(left: Sequence[Token]) -> bool:
    """Whether what stands left is one noun phrase, back to where its clause starts."""
    opened = False
    for token in reversed(left):
        if opened or token.tag not in _PHRASE:
            return token.lower in _CLAUSE_STARTS
        opened = token.tag in ("DT", "PRP$")
    return True


def _past_after_have(tokens: Sequence[Token], index: int, at: int) -> Slip | None:
    """A simple past after “have” that is no participle: “must have wrote”, “has already went”."""
    from jdlint.lang.en.wordforms.paradigm import participles

    asks = index == 0 or tokens[index - 1].tag in ("WP", "WRB")
    if asks and at == index + 1 and tokens[at].tag == "PRP":
        at = past_adverbs(tokens, at + 1)  # where have you went
    if at >= len(tokens):
        return None
    verb = tokens[at]
    better = participles().get(verb.lower)
    negated = at + 1 < len(tokens) and tokens[at + 1].lower == "n't"
    if better is None or not verb.text.islower() or negated:
        return None
    if asks and tokens[index + 1].tag == "PRP":
        return Slip(verb, verb, better, {"auxiliary": tokens[index].text}, "have")
    if not index:
        return None
    before, left = tokens[index - 1], tokens[:index]
    sure = before.tag == "MD" or before.lower == "to"
    if not sure and before.tag == "PRP":
        opener = tokens[index - 2].lower if index > 1 else "."
        sure = opener in _CLAUSE_STARTS
    if not sure and before.noun:  # “the mate has fell”, but not “the docks we have fell”
        sure = _one_phrase(left)
    if not sure:
        return None
    return Slip(verb, verb, better, {"auxiliary": tokens[index].text}, "have")


def _to(tokens: Sequence[Token], at: int) -> Slip | None:
    """A verb with -s or in the past, with its object, after “to”: “to ensures the”."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    if at + 2 >= len(tokens) or tokens[at + 1].tag not in ("DT", "PRP$"):
        return None
    if tokens[0].tag in ("WP", "WRB"):
        return None  # “who we relate to makes a difference”
    verb, degree = tokens[at], tokens[at + 2].lower in _DEGREES
    sure = only(verb, "Z") or (tokens[at + 1].tag == "DT" and verb.chance("VBZ", "VB") > 0.5)
    third = sure and only(verb, "PZ") and "Z" in readings(verb)
    past = only(verb, "DEJ") and "D" in readings(verb)
    if degree or not (third or past):
        return None
    return Slip(verb, verb, base(verb.lower, tags), {"auxiliary": "to"}, "modal")


def _be_with_object(tokens: Sequence[Token], index: int, at: int) -> Slip | None:
    """A base verb with its object after “be” and a person: “you'll be guide the crew”."""
    verb, start = tokens[at], index - 1 if tokens[index].lower == "be" else index
    modal = start < index
    if modal and (start < 0 or tokens[start].lower not in _MODALS | {"'ll"}):
        return None
    subject = tokens[start - 1] if start else None
    if subject is None or subject.lower not in _PERSONS or tokens[index].lower in ("is", "was"):
        return None
    if any(token.lower in _CLEFT for token in tokens[:index]) or at + 2 >= len(tokens):
        return None
    if verb.lower.endswith("ing") and len(verb.lower) > _SPRING:
        return None  # undertaking, a noun to the lexicon
    if "V" not in readings(verb) or "VBN" in verb.tags or verb.lower in _NO_VERB:
        return None
    if readings(verb) & set("EGJRDI") or not _object_of(verb, tokens[at + 1]):
        return None
    values = {"auxiliary": tokens[index].text}
    return Slip(tokens[index], verb, verb.text if modal else "", values, "object")


def _object_of(verb: Token, after: Token) -> bool:
    """Whether what follows can be the object of a verb and nothing else."""
    if after.tag in ("DT", "PRP$"):
        return verb.chance("VB", "VBP", "NN") > _PERHAPS
    likely = verb.chance("VB", "VBP")
    if after.tag == "PRP" and after.lower in _OBJECTS:
        return likely >= 2 * _PERHAPS
    if after.lower == "free" or after.tag == "CD":
        return False  # you are worry free, you are tier 1
    if after.tag == "NNS":
        return likely >= _PERHAPS and after.surely("NNS", least=0.9)
    return after.tag == "JJ" and likely > 2 * _PERHAPS


def _relative(tokens: Sequence[Token], index: int) -> bool:
    """Whether an object may stand before the subject: “each item the source will provided”."""
    return any(token.tag in ("WDT", "WP", "WRB") for token in tokens[:index])


def _participle(token: Token) -> bool:
    """Whether a word can be a participle (dealt, overcome), other than by slips in the treebank."""
    return ("VBN" in token.tags or token.lower.endswith("ed")) and token.lower not in _OFTEN
