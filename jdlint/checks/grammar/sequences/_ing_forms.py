"""Verbs in a row, or behind “and”, that mix base forms and -ing forms: “Plan tours and fixing”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import Slip, bare_verb, past_adverbs, readings
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_OBJECT = frozenset(("DT", "PRP$", "PRP", "NNS", "JJ", "NN", "IN", "NNP", "RP"))
_PHRASE = frozenset(("DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "CD", "RB", "VBN"))
# verbs that an -ing form may follow, or that take a noun and an -ing form alike
_TAKING = frozenset(
    """enjoy like love hate include require involve mean start stop avoid consider keep prefer
    suggest recommend practice practise need continue begin finish risk entail encompass embrace
    cover learn teach study discuss imagine expect offer value support promote encourage see
    facilitate combine balance master get understand appreciate experience do try go""".split()
)
_PERSONS = frozenset("you we they i".split())
_LONGEST, _NEAR = 20, 5  # words from the start to an -ing form
_SURE_VERB, _PERHAPS = 0.8, 0.1
_BARE = frozenset("to will can must should would may you we they".split())
_PREPOSITIONS = frozenset("by for of in through about without from on with".split())


def ing_slips(tokens: Sequence[Token]) -> Iterator[Slip]:
    """An -ing form behind “and” that goes with a command, and one of three verbs in a row that is
    alone in its form."""
    for slip in (_behind_command(tokens), _behind_ing(tokens)):
        if slip is not None:
            yield slip
    for at in range(3, len(tokens) - 1):
        if tokens[at].lower in ("and", "or"):
            slip = _series(tokens, at)
            if slip is not None:
                yield slip


def _behind_command(tokens: Sequence[Token]) -> Slip | None:
    """“Develop new boats and fixing the old ones”: one noun phrase between, nothing else."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    opening = past_adverbs(tokens, 0)
    if opening + 4 > len(tokens):
        return None
    first = tokens[opening]
    if not first.surely("VB", least=0.9) or first.lower in _TAKING or "V" not in tags(first.lower):
        return None
    at = opening + 1
    while at < len(tokens) and tokens[at].tag in _PHRASE:
        at += 1
    if at < opening + 2 or at + 2 >= len(tokens) or tokens[at].lower != "and":
        return None
    if tokens[at - 1].lower.endswith("ing"):
        return None  # product positioning and messaging
    place = past_adverbs(tokens, at + 1)
    if place + 1 >= len(tokens):
        return None
    verb, after = tokens[place], tokens[place + 1]
    if not _ing(verb) or after.tag not in ("DT", "PRP$"):
        return None
    better = base(verb.lower, tags)
    return (
        Slip(verb, verb, better, {"first": first.text}, "command") if better != verb.lower else None
    )


def _behind_ing(tokens: Sequence[Token]) -> Slip | None:
    """“Experience in designing and build boats”: a phrase without any verb that the base form
    could go with, and “you will be designing and build”."""
    from jdlint.lang.en.forms import gerund

    for at in range(2, min(len(tokens) - 2, _LONGEST)):
        first, before = tokens[at], tokens[at - 1].lower
        if tokens[at + 1].lower != "and" or "G" not in readings(first):
            continue
        place = past_adverbs(tokens, at + 2)
        if place + 1 >= len(tokens) or not _bare(tokens[place], tokens[place + 1]):
            return None
        person = tokens[0].lower in _PERSONS and before == "be" and at < _NEAR
        phrase = before in _PREPOSITIONS and not any(map(_verbal, tokens[: at - 1]))
        verb = tokens[place]
        if person or phrase:
            return Slip(verb, verb, gerund(verb.lower), {"first": first.text}, "series")
        return None
    return None


def _bare(verb: Token, after: Token) -> bool:
    """Whether a word is surely a base verb with its object."""
    from jdlint.lang.en.lexicon import tags

    if not verb.text.islower() or after.tag not in _OBJECT:
        return False
    return bare_verb(verb) or (
        tags(verb.lower)[:1] == "V" and verb.chance("VB", "VBP") > _SURE_VERB
    )


def _verbal(token: Token) -> bool:
    """Whether a word may be a verb that another one behind “and” goes with."""
    from jdlint.lang.en.lexicon import tags

    finite = token.tag in ("VB", "VBP", "VBZ", "VBD", "MD", "TO", "WP", "WDT", "PRP")
    return finite or tags(token.lower)[:1] == "V" or token.chance("VB", "VBP") > _PERHAPS


def _ing(token: Token) -> bool:
    return readings(token) == {"G"} and token.tag == "VBG"


def _form(token: Token) -> str:
    """``b`` of a word that is only a base verb, ``g`` of an -ing form, else nothing."""
    from jdlint.lang.en.lexicon import tags

    if not token.text.islower():
        return ""
    if readings(token) == {"G"} or (token.lower.endswith("ing") and token.surely("VBG")):
        return "g"
    likely = "V" in tags(token.lower) and token.surely("VB", "VBP", least=0.85)
    return "b" if likely or bare_verb(token) else ""


def _series(tokens: Sequence[Token], at: int) -> Slip | None:
    """Three verbs in a row before their object: “to design, building and launch the”."""
    from jdlint.lang.en.forms import base, gerund
    from jdlint.lang.en.lexicon import tags

    comma = at - 1 if tokens[at - 1].text == "," else at
    second, third = comma - 1, at + 1
    first = second - 2
    if first < 1 or tokens[first + 1].text != ",":
        return None
    before = tokens[first - 1].lower
    forms = "".join(_form(tokens[place]) for place in (first, second, third))
    if len(forms) < 3 or len(set(forms)) == 1 or before not in _PREPOSITIONS | _BARE:
        return None
    wanted = "b" if before in _BARE else "g"
    odd = next((n for n, form in enumerate(forms) if form != wanted), -1)
    verb = tokens[(first, second, third)[odd]]
    better = base(verb.lower, tags) if wanted == "b" else gerund(verb.lower)
    return Slip(verb, verb, better, {"first": f"{before} {better}"}, "series")
