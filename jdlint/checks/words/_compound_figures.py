"""Figures and their units that stand before a noun: “36 hour”, “3 years old”, “2-weeks”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.lang.en.spelling.compounds import modifiers
from jdlint.lang.en.syntax.analysis import Token

DETERMINERS = frozenset("a an the our your their its this each any every no another one".split())
_SPANS = frozenset("years months weeks days hours minutes".split())
NEEDLES = (" old ", *(f"{joint}{span} " for span in sorted(_SPANS) for joint in " -"))
_FIGURE = re.late(r"\d+(?:\.\d+)?$")
_ORDER = frozenset("day week month year step page part chapter phase stage section".split())
_JOINED = re.late(r"(\d+(?:\.\d+)?|[a-z]+)-(year|month|week|day|hour|minute)(s?)$")
_RANGE = re.late(r"(\d{1,3})[-–](\d{1,3})$")
# how likely a noun must follow: behind “a 30 minute” nothing else can
_SURE, _LIKELY = 0.4, 0.6
# what a span of time describes; without an article of one before it only these are sure
_ENGAGED = frozenset(
    """position post role job contract fellowship scholarship internship traineeship apprenticeship
    placement probation trial warranty guarantee period week weekend shift break trip tour walk
    drive ride commute flight presentation talk session interview call meeting workshop appointment
    subscription lease phd postdoc doctorate degree assignment""".split()
)
_GOVERNING = ("VB", "VBP", "VBZ", "VBG", "VBD", "CC", ",", ":", "(", "-LRB-", ".")
_DESCRIBING = frozenset("JJ NN NNP VBG VBN".split())
_LONGEST = 3
_NO_MEASURE = frozenset("times percent people pounds points others".split())
_AGES = frozenset("year month week day".split())
_BEFORE_AGE = frozenset("with of for my his her".split()) | DETERMINERS
# what a span of time owns rather than describes: two weeks' notice, five years' experience
_OWNED = frozenset("notice vacation leave holiday holidays experience work pay time worth".split())


class Compound(NamedTuple):
    """The tokens ``first`` up to ``last`` (exclusive) belong together and are written as
    ``better``; not all editors ask for a hyphen that is not ``certain``; ``described`` is
    one behind which the noun was found, elsewhere a noun has at least the chance ``least``."""

    first: int
    last: int
    better: str
    certain: bool = True
    described: bool = False
    least: float = 0.75


def figure(tokens: Sequence[Token], index: int) -> Compound | None:
    """A number and its unit that open at a token; whether a noun follows is not looked at."""
    return (
        _age(tokens, index)
        or _joined(tokens, index)
        or _number(tokens, index)
        or _measure(tokens, index)
    )


def is_number(token: Token) -> bool:
    return token.lower in modifiers().numbers or bool(
        _FIGURE.match(token.text) and token.text != "1"
    )


def _age(tokens: Sequence[Token], index: int) -> Compound | None:
    """“3 years old”, “3-years old”, “8-year old”; a plural only after an article, since a person
    “is 3 years old”."""
    joined = _JOINED.match(tokens[index].lower)
    if joined is not None:
        number, unit, plural, last = joined[1], joined[2], joined[3], index + 1
    elif is_number(tokens[index]):
        number, last = tokens[index].text, index + 2
        unit = tokens[index + 1].lower.removesuffix("s")
        plural = tokens[index + 1].lower[len(unit) :]
    else:
        return None
    if unit not in _AGES or last >= len(tokens) or tokens[last].lower != "old":
        return None
    if plural and not (index and tokens[index - 1].lower in _BEFORE_AGE):
        return None
    return Compound(index, last + 1, f"{number}-{unit}-old")


def _joined(tokens: Sequence[Token], index: int) -> Compound | None:
    """A plural unit with its hyphen: “a 2-weeks course”."""
    joined = _JOINED.match(tokens[index].lower)
    if joined is None or not joined[3] or tokens[index + 1].lower in _OWNED:
        return None
    if not (joined[1][0].isdigit() or joined[1] in modifiers().numbers):
        return None
    if tokens[index + 1].number == "plural" or tokens[index + 1].tag[:2] != "NN":
        return None
    return Compound(index, index + 1, f"{joined[1]}-{joined[2]}")


def _measure(tokens: Sequence[Token], index: int) -> Compound | None:
    """A number and a unit in the plural before a noun of one: “a 15 minutes talk”, “2 years mate
    contracts”."""
    from jdlint.lang.en.forms import singular

    between = _RANGE.match(tokens[index].text)
    if index + 2 >= len(tokens) or not (between or is_number(tokens[index])):
        return None
    unit, before = tokens[index + 1], tokens[index - 1] if index else None
    one = before is not None and before.lower in ("a", "an")
    known = unit.lower in _SPANS or (one and unit.tag == "NNS" and unit.text.islower())
    if not known or unit.lower in _NO_MEASURE:
        return None
    head = _described(tokens, index + 2)
    if head < 0 or tokens[head].lower in _OWNED:
        return None
    if not one and not _is_engaged(tokens[head], before):
        return None
    if one and tokens[head].tag not in ("NN", "NNP"):
        return None
    name = "person" if unit.lower == "persons" else singular(unit.text)
    if between is not None:
        better = f"{between[1]}- to {between[2]}-{name}"
        return Compound(index, index + 2, better, described=True)
    if tokens[index + 2].lower == "long":
        return Compound(index, index + 3, f"{tokens[index].text}-{name}-long")
    return Compound(index, index + 2, f"{tokens[index].text}-{name}", described=True)


def _described(tokens: Sequence[Token], first: int) -> int:
    """The index of the noun that ends the phrase from ``first`` on; -1 where none does."""
    at = first
    while at < min(first + _LONGEST, len(tokens)) and tokens[at].spaced:
        noun = tokens[at].tag in ("NNS", "NNPS")
        if not noun and tokens[at].tag not in _DESCRIBING:
            break
        at += 1
        if noun:
            break
    return at - 1 if at > first and tokens[at - 1].noun else -1


def _is_engaged(head: Token, before: Token | None) -> bool:
    """Whether a noun lasts for a span of time (contract, talk), and what stands before its phrase
    makes that no span of its own (in 2 years contracts end)."""
    known = head.lower in _ENGAGED or head.lower.removesuffix("s") in _ENGAGED
    return known and (before is None or before.tag in _GOVERNING)


def _is_one(tokens: Sequence[Token], index: int) -> bool:
    """One span of time: a 1 hour interview, a one hour talk."""
    opened = index > 0 and tokens[index - 1].lower in ("a", "our", "your")
    one = tokens[index].text == "1" or (opened and tokens[index].lower == "one")
    return one and f"{tokens[index + 1].lower}s" in _SPANS


def _number(tokens: Sequence[Token], index: int) -> Compound | None:
    """A number and a unit in the singular: 36 hour, two week, 30 or 60 minute."""
    known, unit = modifiers(), tokens[index + 1]
    between = _RANGE.match(tokens[index].text)
    counts = between or is_number(tokens[index]) or _is_one(tokens, index)
    if unit.lower not in known.units or not counts:
        return None
    before = tokens[index - 1] if index else None
    if before is not None and (before.lower in _ORDER or before.text in "$€£#"):
        return None
    following = tokens[index + 2] if index + 2 < len(tokens) else None
    if following is None or following.lower == "time":
        return None
    if following.number == "plural" and unit.lower not in known.spans:
        return None
    if following.lower == "long":
        return Compound(index, index + 3, "-".join(t.text for t in tokens[index : index + 3]))
    least = _SURE if before is not None and before.lower in ("a", "an") else _LIKELY
    if between is not None:
        better = f"{between[1]}- to {between[2]}-{unit.text}"
        return Compound(index, index + 2, better, least=least)
    better = f"{tokens[index].text}-{unit.text}"
    if (
        index > 1
        and tokens[index - 1].lower in ("or", "and", "to")
        and (is_number(tokens[index - 2]) or tokens[index - 2].lower in ("one", "1"))
    ):
        joined = f"{tokens[index - 2].text}- {tokens[index - 1].text} {better}"
        return Compound(index - 2, index + 2, joined)
    return Compound(index, index + 2, better, least=least)
