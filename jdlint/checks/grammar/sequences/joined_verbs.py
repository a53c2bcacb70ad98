"""Verbs that “and” joins and that do not have one form: “Build the pump and tests it”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import (
    SentenceCheck,
    Slip,
    bare_before_object,
    bare_verb,
    only,
    past_adverbs,
    readings,
)
from jdlint.checks.grammar.sequences._ing_forms import ing_slips
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

# what may be the subject of the second verb, or open a clause that has one
_CLAUSE = frozenset(("WDT", "WP", "WRB", "PRP", "EX", "VBZ", "MD", "VBP", "VBD"))
_OPENERS = frozenset(
    "that if as because while so where when how what which who until once after before".split()
)
_OBJECT = frozenset(("DT", "PRP$", "PRP"))
_MORE = frozenset(("NNS", "JJ", "NN", "VBG", "VBN", "NNP", "CD"))
_BARE_AFTER = frozenset(
    """help helps let lets make makes see sees watch watches have do does go come need dare
    rather to""".split()
)
_SUBORDINATE = frozenset("if when once while after before as since because until whenever".split())
_VERBAL = frozenset(("TO", "MD", "VB", "VBP", "VBD", "WRB", "WDT", "WP"))
_PEOPLE = frozenset(("you", "we", "they"))
_LONGEST = 25  # words between the verbs
_SURE = 0.9


@dataclass(frozen=True)
class JoinedVerbs(SentenceCheck):
    """Reports the second of two verbs of one subject, behind “and” or “or”, in another form than
    the first: a verb with -s behind a command (variant ``command``), behind a plural one
    (``plural``), a base form behind a verb with -s (``third``).

    Values: ``found``, ``better``, ``first`` (the verb to match).
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        if len(tokens) < 5:
            return
        yield from ing_slips(tokens)
        if (slip := _list(tokens)) is not None:
            yield slip
        opening = past_adverbs(tokens, 0)
        for at in range(2, len(tokens) - 2):
            if tokens[at].lower not in ("and", "or"):
                continue
            place = past_adverbs(tokens, at + 1)
            if place + 1 >= len(tokens) or not tokens[place].text.islower():
                continue
            slip = _third_form(tokens, at, place) or _base(tokens, opening, at, place)
            if slip is not None:
                yield slip


def _base(tokens: Sequence[Token], opening: int, at: int, place: int) -> Slip | None:
    """A verb with -s whose subject is that of a verb without: “Build … and tests the”."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    verb, after = tokens[place], tokens[place + 1]
    if "Z" not in readings(verb) or not only(verb, "ZP") or not verb.surely("VBZ", least=0.85):
        return None
    if after.tag not in _OBJECT and not (after.tag in _MORE and verb.surely("VBZ", least=0.97)):
        return None
    first, variant = _first(tokens, opening, at)
    if first is None or any(
        _is_clause(token) for token in tokens[first.position - tokens[0].position + 1 : at]
    ):
        return None
    values = {"first": first.text}
    return Slip(verb, verb, base(verb.lower, tags), values, variant)


def _first(tokens: Sequence[Token], opening: int, at: int) -> tuple[Token | None, str]:
    """The verb without -s that a verb before ``at`` may go with, and which kind it is."""
    first, second = tokens[opening], tokens[opening + 1]
    known = "V" in readings_of(first) and first.surely("VB", least=_SURE)
    if opening + 1 < at and known and not second.text.istitle():  # no “Reject Clicking the button”
        return first, "command"
    for index in range(at - 1, max(at - _LONGEST, -1), -1):
        word = tokens[index].lower
        relative = word in ("who", "that") and index > 0 and tokens[index - 1].surely("NNS")
        if relative or (word in _PEOPLE and index == 0):
            verb = tokens[past_adverbs(tokens, index + 1)]
            return (verb, "plural") if verb.surely("VBP", least=_SURE) else (None, "")
    return None, ""


def readings_of(token: Token) -> frozenset[str]:
    """The readings of a word that may have a capital since it opens the sentence."""
    from jdlint.lang.en.lexicon import tags

    return frozenset(tags(token.lower))


def _is_clause(token: Token) -> bool:
    return token.tag in _CLAUSE or token.lower in _OPENERS or token.text in ";:()"


def _third_form(tokens: Sequence[Token], at: int, place: int) -> Slip | None:
    """A base form behind a verb with -s: “it collects the tides and display them”."""
    from jdlint.lang.en.forms import plural

    verb, after = tokens[place], tokens[place + 1]
    known = readings(verb)
    bare = bare_verb(verb) or bare_before_object(verb, after)
    likely = verb.surely("VB", "VBP") or after.lower in ("them", "us")
    if not bare and not ("V" in known and not known & set("DEGZP") and likely):
        return None
    if after.tag not in _OBJECT:
        return None
    first = None
    for index in range(at - 1, max(at - _LONGEST, -1), -1):
        token = tokens[index]
        if token.tag in _VERBAL or token.text in ";:" or token.lower in _BARE_AFTER:
            return None
        if token.tag == "VBZ":
            first = token
            break
    if first is None or not first.surely("VBZ", least=0.95):
        return None
    start = first.position - tokens[0].position
    if tokens[0].lower in _SUBORDINATE and not any(t.text == "," for t in tokens[:start]):
        return None
    if first.lower in ("is", "'s", "has", "does") or any(
        t.tag in ("VB", "MD") for t in tokens[:start]
    ):
        return None
    return Slip(verb, verb, plural(verb.text), {"first": first.text}, "third")


def _list(tokens: Sequence[Token]) -> Slip | None:
    """“Draws plans, prepare reports, and”: a base form behind a comma, where -s opens the item."""
    from jdlint.lang.en.forms import plural

    first = tokens[0]
    if not first.surely("VBZ", least=0.9) or "Z" not in readings_of(first):
        return None
    for at in range(2, min(len(tokens) - 2, _LONGEST)):
        token = tokens[at]
        if _is_clause(token) or token.tag in ("TO", "VB"):
            return None
        verb = tokens[at + 1]
        likely = bare_verb(verb) and verb.surely("VB", "VBP", least=0.85)
        if token.text == "," and likely and tokens[at + 2].tag in _OBJECT | _MORE:
            return Slip(verb, verb, plural(verb.text), {"first": first.text}, "third")
    return None
