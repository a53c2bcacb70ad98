"""A count noun left in the singular by a word that means more than one: “two of our baker”, “all
dock”, “a variety of boat”, “2-3 letter”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip
from jdlint.checks.grammar.nouns._bare_number import COUNTS, compound
from jdlint.checks.grammar.verbs._verb_number import MANY
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.patterns import regex as re
from jdlint.lang.lists import word_list

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_OWNERS = frozenset("the our your their my his her its these those".split())
_PARTS = COUNTS | frozenset("one many several few each either neither both".split())
_HEAPS = frozenset("variety range number group couple series handful collection lots".split())
_SORTS = frozenset(("different", "various"))
# of all sorts of these; not in the list, as they have other readings beside “all”
_ALL_SORTS = frozenset("level background age type kind size industry sector gender".split())
# what “all the” may take whole: all the website was new
_WHOLES = frozenset(
    """article book calendar codebase course document event festival hotel issue journal laptop
    library list manual module movie package page paragraph pipeline plan plant platform project
    project-page report resume screen session site slide stage summary system thesis video warehouse
    website workplace workshop dashboard network step difference""".split()
)
_RANGE = re.late(r"(\d{1,2})[-–](\d{1,2})$")
_FIGURE = re.late(r"[2-9]\d{0,2}$|1\d{1,2}$")
_BEFORE_FIGURE = frozenset("with least than of for in about over write send have has read".split())
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "VBG", "VBN", "RBS"))
_LONGEST = 4
_SURE = 0.6
_ENDS = frozenset(("IN", "TO", "MD", "WDT", "WP", "WRB", "VBP", "VBD", "PRP", "EX", "RB"))
_END_MARKS = frozenset(". : ; ? ! ) (".split())
_NEW_PART = frozenset(
    ("PRP", "WDT", "WP", "WRB", "IN", "VBG", "DT", "PRP$", "MD", "VBP", "EX", "CC")
)
_NO_ALL = frozenset("PRP PRP$ NN NNS NNP RB DT JJ CD".split())
_GOVERNED = ("VB", "VBP", "VBZ", "VBD", "VBG", "IN", "TO", "CC")
NEEDED = frozenset(("of", "all", "more")) | _SORTS


def counted(word: str) -> bool:
    """Whether a word in small letters is a noun that edited prose never has as a mass."""
    return word in word_list("count-nouns")


def counted_slip(tokens: Sequence[Token], index: int) -> Slip | None:
    """The slip of the words that open at ``index`` (or stand around it) and mean more than one."""
    token = tokens[index]
    if token.text[0].isdigit():
        first, extra = _past_figure(tokens, index), frozenset(("page", "letter", "question"))
    elif token.lower == "of":
        first, extra = _past_of(tokens, index), frozenset[str]()
    elif token.lower == "all":
        first, extra = _past_all(tokens, index), _ALL_SORTS
    elif token.lower == "more":
        first, extra = _past_more(tokens, index), frozenset[str]()
    else:
        first, extra = _past_sorts(tokens, index), _ALL_SORTS
    at = _head(tokens, first, extra) if first > 0 else -1
    if at < 0 or (token.text[0].isdigit() and at > first and tokens[at - 1].noun):
        return None  # “a 2-3 page letter”
    if tokens[at + 1 : at + 2] and tokens[at + 1].tag == "TO" and token.lower == "all":
        return None
    if token.lower == "all" and first > index + 1 and tokens[at].lower in _WHOLES:
        return None
    return _slip(tokens, index, first, at)


def _slip(tokens: Sequence[Token], index: int, first: int, at: int) -> Slip:
    from jdlint.lang.en.forms import plural

    opening = index - 1 if tokens[index].lower == "of" else index
    told = " ".join(token.text for token in tokens[opening:first])
    noun = tokens[at]
    figure = tokens[index].text[0].isdigit()  # “lots of opportunity” may be right
    return Slip(noun, noun, plural(noun.text), {"determiner": told}, "singular", figure)


def _head(tokens: Sequence[Token], first: int, extra: frozenset[str]) -> int:
    """The index of the count noun that ends the phrase from ``first`` on; -1 where none does."""
    at = first
    while at < min(first + _LONGEST, len(tokens) - 1) and tokens[at + 1].spaced:
        if not _is_inside(tokens[at]) or tokens[at + 1].tag not in _INSIDE:
            break
        at += 1
    if at >= len(tokens):
        return -1
    noun = tokens[at]
    known = noun.text.islower() and (counted(noun.lower) or noun.lower in extra)
    if not known or not noun.surely("NN", least=_SURE) or not _ends(tokens, at):
        return -1
    return at


def _is_inside(token: Token) -> bool:
    return token.tag in _INSIDE and token.text[0].islower()


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase ends at a token: what follows opens no noun."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    following = tokens[at + 2].tag if at + 2 < len(tokens) else "."
    if after.text in _END_MARKS:
        return after.spaced or after.text != "("
    if after.text == ",":
        return following in _NEW_PART
    if after.tag == "CC":
        return following in ("DT", "PRP$", "PRP", "MD")
    if after.tag not in _ENDS and after.lower not in MANY:
        return False
    if after.tag == "PRP" and not after.text.islower():
        return False  # “all dock IT rooms”
    return after.spaced and not after.hidden and not compound(tokens, at)


def _past_of(tokens: Sequence[Token], index: int) -> int:
    """Behind “two of our” and “a variety of”; 0 where it is neither."""
    if not index or index + 1 >= len(tokens):
        return 0
    before = tokens[index - 1].lower
    if tokens[index + 1].lower in _OWNERS:
        if before not in _PARTS or (index > 1 and tokens[index - 2].noun):
            return 0
        return index + 2
    return index + 1 if before in _HEAPS and tokens[index - 1].tag != "VBZ" else 0


def _past_all(tokens: Sequence[Token], index: int) -> int:
    at = index + 1
    if index and (tokens[index - 1].tag in _NO_ALL or tokens[index - 1].lower in ("at", "fits")):
        return 0  # “we all partner”, “our all remote brand”, “one size fits all”
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
    if at < len(tokens) and tokens[at].lower in _OWNERS:
        at += 1
    return at


def _past_more(tokens: Sequence[Token], index: int) -> int:
    told = [token.lower for token in tokens[max(index - 2, 0) : index]]
    return index + 1 if told in (["one", "or"], ["1", "or"]) else 0


def _past_sorts(tokens: Sequence[Token], index: int) -> int:
    """Behind “different” and “various” where no determiner makes them one."""
    governed = not index or tokens[index - 1].tag in _GOVERNED
    joined = index > 1 and tokens[index - 1].tag == "CC" and tokens[index - 2].tag != "NNS"
    return index + 1 if governed and not joined else 0


def _past_figure(tokens: Sequence[Token], index: int) -> int:
    """Behind “2-3”, and “to 3” behind a figure; of one figure, where it must be a count."""
    before = tokens[index - 1] if index else None
    if (found := _RANGE.match(tokens[index].text)) is not None:
        if int(found[1]) >= int(found[2]):
            return 0  # “a 1-1 meeting”
        loose = before is None or before.tag not in ("DT", "PRP$", "NN", "NNP", "CD")
        return index + 1 if loose else 0
    if not _FIGURE.match(tokens[index].text) or before is None:
        return 0
    if before.lower == "to" and index > 1 and tokens[index - 2].text.isdigit():
        return index + 1 if index < 3 or tokens[index - 3].tag not in ("DT", "PRP$", "NN") else 0
    return index + 1 if before.lower in _BEFORE_FIGURE else 0
