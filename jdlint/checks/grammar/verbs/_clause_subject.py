"""Subjects that open a clause: where they end, and whether they are one or many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import past_adverbs, readings
from jdlint.core.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

OPENERS = frozenset(
    """that if when while because but so : ; where although though since once unless until before
    after whose ensure ensures ensuring sure verify whether what how why whenever wherever as
    than""".split()
)
_INTRODUCING = frozenset(("IN", "RB", "TO", "WRB", "CC", "VBN"))
_NOT_FIRST = frozenset("not never seldom rarely only so please no".split())
# these may be prepositions: “as the team lead”
LOOSE = frozenset("as than since until before after".split())
_ONE = frozenset("a an this each every another".split())
_ANY = frozenset("the our your their its my his her no".split())
_SOME = frozenset("these those many several few both all some most various two three four".split())
_SHARES = frozenset(("all", "most", "some"))
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "CD"))
_NOUNS = frozenset(("NN", "NNS"))
_IRREGULAR = frozenset("people children men women".split())
_PEOPLE = ("ers", "ors", "ees", "ists", "icants", "ipants", "didates", "tudents", "lients")
_PERSONS = frozenset(
    """applicants candidates students clients customers users employees engineers developers
    managers members participants visitors""".split()
)
# of a posting, at the start of a sentence: no names there
_OFFERED = frozenset(
    """benefits salaries wages applications interviews skills responsibilities duties requirements
    tasks projects offices positions roles products services offers colleagues people workshops
    meetings contracts""".split()
)
_SINGULAR_S = ("ss", "us", "is")  # glass, focus, basis
_LONGEST = 6


class Subject(NamedTuple):
    """``head`` and ``verb`` are indices, ``many`` is its number; ``opener`` is its determiner, if
    any; ``body`` says that it is a group, which British English takes for many, ``mass`` that
    it cannot be counted."""

    first: int
    head: int
    verb: int
    many: bool
    opener: str = ""
    body: bool = False
    mass: bool = False

    @property
    def single(self) -> bool:
        return self.opener in _ONE

    @property
    def plural(self) -> bool:
        return self.opener in _SOME and not (self.mass and self.opener in _SHARES)


_CREWS = frozenset("crew family cast class generation".split())  # many as often as one
BODIES = frozenset(
    """team group committee board company department management government council audience firm
    club band party squad leadership agency organisation organization union unit division
    community""".split()
)
# of no certain number, or names of departments
_UNSURE = frozenset(
    """staff faculty personnel public couple pair trio duo majority minority handful police
    cattle data media criteria press military youth clergy elite following rest half percent
    most lot bunch total remainder percentage proportion masters thirds fifths
    sales operations communications logistics analytics
    series means species headquarters works""".split()
)


def openings(tokens: Sequence[Token]) -> Iterator[int]:
    """The places where the subject of a clause may stand."""
    yield 0
    for index in range(1, len(tokens) - 2):
        if _opens(tokens, index):
            yield index


def _opens(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1]
    if before.text == ",":
        return introduced(tokens, index - 1) or tokens[index].lower in _ANY
    if index == 1 and before.tag == "RB":
        return before.lower not in _NOT_FIRST
    if before.lower == "but":
        return index < 2 or tokens[index - 2].text == ","  # not “nothing but ropes”
    return before.lower in OPENERS


def introduced(tokens: Sequence[Token], comma: int) -> bool:
    """Whether what stands before the first comma introduces the sentence: “in March, …”."""
    if tokens[0].tag not in _INTRODUCING or tokens[0].text == ",":
        return False
    return not any(tokens[index].text == "," for index in range(comma))  # ends at the first


def subjects(tokens: Sequence[Token], first: int) -> Iterator[Subject]:
    """What may be the noun phrase that opens a clause at ``first``, with the verb after it."""
    opener = tokens[first].lower
    known = opener in _ONE or opener in _ANY or opener in _SOME
    start = first + 1 if known else first
    for at in range(start, min(start + _LONGEST, len(tokens) - 1)):
        token, growing = tokens[at], known and at == start and tokens[at].tag == "VBG"
        if token.hidden or not token.word or (at > first and not token.spaced):
            return
        if token.tag in _NOUNS and (many := _number(token)) is not None:
            if many and not known and not _is_known(tokens, first, at):
                return
            verb = past_adverbs(tokens, at + 1)
            named = any(map(str.isupper, token.text[at == 0 :]))
            # alone a plural with a capital may be a name (Actions), but for people (customers)
            person = token.lower.endswith(_PEOPLE) or token.lower in _OFFERED
            named = named or (at == 0 and not person)
            quiet = token.lower in _CREWS and opener not in _ONE
            if verb < len(tokens) and not named and not quiet:
                body = token.lower in BODIES
                mass = not many and (readings(token) == {"M"} or token.lower == "news")
                yield Subject(first, at, verb, many, opener if known else "", body, mass)
        plural = token.tag == "NNS" and token.lower not in _UNSURE
        inside = growing or token.tag in _INSIDE or token.tag == "NNS"
        if plural or not (inside or _joined_adjectives(tokens, at)):
            return


def _is_known(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether the lexicon has all words of a phrase without a determiner: others may be names."""
    words = tokens[first or 1 : head]
    people = head == 0 and (tokens[0].lower in _PERSONS or tokens[0].lower in _OFFERED)
    return (people or bool(readings(tokens[head]))) and all(
        readings(t) or "-" in t.text for t in words
    )


def _joined_adjectives(tokens: Sequence[Token], at: int) -> bool:
    """“written and spoken language skills”."""
    around = tokens[at - 1].tag, tokens[at + 1].tag
    return tokens[at].lower == "and" and set(around) <= {"JJ", "VBN"}


def _number(noun: Token) -> bool | None:
    """Whether a noun is many, None where that is not plain."""
    from jdlint.lang.en.lexicon import tags

    if noun.lower in _UNSURE and noun.lower not in BODIES:
        return None
    if noun.tag == "NNS" and not readings(noun) and noun.text.islower():
        return True if noun.lower.endswith("s") and noun.surely("NNS") else None
    if noun.lower == "news":
        return False
    known = readings(noun) or frozenset(tags(noun.lower) if noun.text[1:].islower() else "")
    if noun.tag == "NNS" and noun.lower in _IRREGULAR:
        return True
    if noun.tag in ("NNS", "VBZ"):
        return True if "P" in known and noun.lower.endswith("s") and "N" not in known else None
    one = known & set("NM") and "P" not in known and noun.surely("NN", least=0.5)
    return False if one and (noun.lower[-1] != "s" or noun.lower.endswith(_SINGULAR_S)) else None
