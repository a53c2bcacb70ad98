"""A determiner of one beside a plural noun, or of many beside a singular one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, readings
from jdlint.checks.grammar.nouns._bare_number import (
    MANY_WORDS,
    compound,
    goes_with_more,
    in_series,
    is_span,
    joined_modifiers,
    lone_plural,
    lone_singular,
)
from jdlint.checks.grammar.nouns._counted import NEEDED, counted_slip
from jdlint.checks.grammar.nouns._number_context import (
    goes_on,
    governed,
    in_set_phrase,
    is_subject,
    is_verb_or_phrase,
    may_be_verb,
    plural_readings,
)
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_ONE = frozenset("a an each every another this that".split())
_ONE_AT_LEAST = frozenset(("least", "than", "exactly"))  # behind them “one” is a determiner
_MANY = frozenset(
    "these those many several various few multiple numerous both two three four five six".split()
)
_INSIDE = frozenset(("JJ", "NN", "NNP", "VBN", "VBG", "CD", "RB"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_SUM = frozenset(
    """years months weeks days hours minutes dollars percent times points miles pounds euros
    people pieces feet inches series means species data media headquarters news heads
    ores ways percent terms hands bases axes lots moments associates""".split()
)  # “another two weeks”, “a series”: a sum or a word that is both (bases: of a base, or a basis)
# members of a body, counted without -s (“two faculty”, “several crew”), and words with one form
_COLLECTIVE = frozenset(
    """faculty staff crew personnel cattle police clergy folk livestock poultry youth offspring
    alumni aircraft spacecraft hovercraft watercraft counsel fish sheep deer salmon shrimp trout
    bison dozen hundred thousand million billion head yesterday today tomorrow""".split()
)
_BEFORE_SUM = frozenset("few great good couple many dozen lot little zillion".split())
_VERBS = frozenset(("MD", "PRP", "VBP", "VBZ", "VBD", "VB", "NNS"))
_TIMES = frozenset(
    "day week month year hour minute part way step point level".split()
)  # a two day sprint
_LISTS = frozenset("list set lot number couple variety range bunch pair group kind type".split())
# “a list things” lacks “of”, in “a log multiple files” the nearer word counts
_NO_ONE = _BEFORE_SUM | _LISTS | _MANY
_NUMBERS = frozenset("two three four five six".split())
_PLURALS = frozenset("these those several many various".split())
_GOES_ON = frozenset(("NN", "NNS", "NNP", "JJ", "CC", "CD", "VBG"))
_LONGEST = 4  # words from the determiner to the noun: beyond it the tags are seldom all right


@dataclass(frozen=True)
class DeterminerNumber(SentenceCheck):
    """Reports a noun whose number its determiner excludes: ``plural`` after “a”, “each”, “this”,
    ``singular`` after “many”, “these”, “two”.

    Values: ``found`` (the noun), ``better``, ``determiner``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        last = -1  # the noun that was named: “one of the many boat” has two determiners
        for index, token in enumerate(tokens[:-1]):
            word = token.lower
            if word == "one" and index and tokens[index - 1].lower in _ONE_AT_LEAST:
                slip = _after_one(tokens, index)
            elif word in _ONE:
                slip = _after_one(tokens, index)
                if slip is None and not is_span(tokens, index + 1):
                    slip = lone_plural(tokens, index, _SUM)
            elif word in MANY_WORDS:
                slip = _after_many(tokens, index) if word in _MANY else None
                slip = slip or lone_singular(tokens, index, _SUM | _COLLECTIVE)
                if slip is None and word in NEEDED:
                    slip = counted_slip(tokens, index)
            elif word == "more" or word[0].isdigit():
                slip = counted_slip(tokens, index)
            else:
                continue
            if slip is not None and slip.first.position != last:
                last = slip.first.position
                sure = slip.certain and _ends(tokens, last - tokens[0].position)
                yield slip._replace(certain=sure)


def _ends(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun surely ends its phrase: of 11 that readers judged, 3 of the 5 that were right
    as they stood had a comma, “and” or another noun behind them."""
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    return after is None or not (after.tag in _GOES_ON or after.text in (",", "/", "-", "–"))


def _head(tokens: Sequence[Token], index: int) -> int:
    """The index of the noun that ends the phrase of the determiner at ``index``, or -1."""
    at, head = index + 1, -1
    while at < len(tokens) and at <= index + _LONGEST:
        token = tokens[at]
        if token.tag in _NOUNS:
            head = at
        elif token.tag in ("VBG", "VBN") and head >= 0:
            break  # “an attacker deleting logs”
        elif token.tag not in _INSIDE or token.hidden:
            if head >= 0 or not _parts_adjectives(tokens, at):
                break
            index += 1  # an agile, iterative process: the comma is no word
        at += 1
    if at < len(tokens) and (tokens[at].tag in ("POS", "CC") or tokens[at].lower in "-–/&"):
        return -1  # “a teams' lead”, “a sales or service role”: the phrase goes on
    return head


def _after_one(tokens: Sequence[Token], index: int) -> Slip | None:
    from jdlint.lang.en.forms import singular

    token, head = tokens[index], _head(tokens, index)
    if head < 0 or not (token.lower == "one" or token.surely("DT", least=0.9)):
        return None
    noun, inside = tokens[head], tokens[index + 1 : head]
    known = plural_readings(noun)
    least = 0.5 if "-" in noun.text else 0.9
    if not noun.surely("NNS", least=least) or "P" not in known:
        return None
    if noun.lower.rpartition("-")[2] in _SUM:
        return None
    if len(known - set("PZ")) or any(t.lower in _NO_ONE or t.tag == "CD" for t in inside):
        return None
    if in_set_phrase(tokens, index, head) or goes_on(tokens, head) or in_series(tokens, head):
        return None
    if is_subject(tokens, index, head):
        return None
    if token.lower in ("this", "that") and (inside or index == 0 or token.lower == "that"):
        return None
    if any(t.tag in ("RB", "NNS") or _is_figure(t) or _is_name(t) for t in inside):
        return None
    after = tokens[head + 1].tag if head + 1 < len(tokens) else "."
    if inside and inside[-1].tag == "VBG" and after in ("VBN", "VBD", "RP", "RB", "RBR"):
        return None  # “a getting things done spirit”: what is inside is a phrase of its own
    if inside and inside[-1].tag in ("NN", "VBN") and after in ("MD", "VBP", "PRP", "VBD", "RB"):
        return None  # “a template people can copy”
    opening = index - 2 if token.lower == "one" else index  # “at least one”
    if may_be_verb(noun) and not governed(tokens, opening, head):
        return None
    return Slip(noun, noun, singular(noun.text), {"determiner": token.text}, "plural")


def _is_figure(token: Token) -> bool:
    """Whether a word opens with a figure that is a count of its own; “30-minute” describes."""
    return token.text[0].isdigit() and not token.text.partition("-")[2].isalpha()


def _is_name(token: Token) -> bool:
    """Whether a word is a name; initials in between leave the phrase as it is (a SaaS systems)."""
    capitals = sum(map(str.isupper, token.text))
    return capitals == 1 if token.text[0].isupper() else token.tag == "NNP" and not capitals


def _counts(noun: Token, tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether a noun can be counted; one that can be a mass, too, only right between its word and
    what shows that it stands alone (“these date are”)."""
    known, word, after = readings(noun), tokens[index].lower, tokens[head + 1]
    if "N" not in known or known - set("NVJM"):
        return False
    if "M" not in known:
        return True
    alone = after.tag in ("VBP", "MD") or (after.text in ".," and word in ("these", "those"))
    return head == index + 1 and word in _PLURALS and alone


def _after_many(tokens: Sequence[Token], index: int) -> Slip | None:
    from jdlint.lang.en.forms import plural, singular

    token, head = tokens[index], _head(tokens, index)
    if head < 0 or head + 1 >= len(tokens):
        return None
    noun = tokens[head]
    if noun.lower in _SUM or noun.lower in _COLLECTIVE:
        return None
    if not noun.lower.endswith("s") and singular(noun.lower) != noun.lower:
        return None  # thousands of loci
    if token.lower == "both" and index and tokens[index - 1].tag in _VERBS:
        return None  # “the two would both map to it”
    if not noun.surely("NN", least=0.9) or not _counts(noun, tokens, index, head):
        return None
    if any(t.tag in ("NNS", "NNPS", "CD", "NNP") for t in tokens[index + 1 : head]):
        return None
    inside = tokens[index + 1 : head]
    if any(t.lower in _TIMES or t.tag == "VBN" for t in inside):
        return None  # a two day sprint, a two tiered channel
    if token.lower in _NUMBERS and any(t.tag == "NN" for t in inside):
        return None  # a two sentence summary
    if noun.lower.endswith("s") and not noun.lower.endswith("ss"):
        return None
    if (
        joined_modifiers(tokens, head)
        or compound(tokens, head)
        or is_verb_or_phrase(tokens, index, head)
        or goes_on(tokens, head)
    ):
        return None
    if goes_with_more(tokens, index, head):
        return None
    return Slip(noun, noun, plural(noun.text), {"determiner": token.text}, "singular")


def _parts_adjectives(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma stands between two words that describe the same noun."""
    if tokens[at].text != "," or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].tag == "JJ" and tokens[at + 1].tag in ("JJ", "VBG", "VBN")
