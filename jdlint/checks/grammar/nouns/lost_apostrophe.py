"""A plural where it is told whose something is: “each users vault”, “the candidates thought”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, readings
from jdlint.checks.grammar.nouns._counted import counted
from jdlint.core.light import TYPE_CHECKING, NamedTuple, dataclass
from jdlint.lang.lists import word_list

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_ONE = frozenset("a an each every this another".split())
_THE = frozenset("the our your their its my his her".split())
# behind these, two objects may stand side by side: give the users access
_TWO_OBJECTS = frozenset(
    """give offer show teach send tell bring provide ask help let make get keep grant pay owe lend
    sell buy cost cause save serve deny allow guarantee promise assign wish charge refuse call
    consider""".split()
)
# several: a few days notice, a couple weeks time
_COUNTS = frozenset("few couple dozen hundred thousand million many half lot several".split())
# what is named after the many that it is for, or that stand in it: a users group, the members tab
_FOR_MANY = frozenset(
    """guide guides group groups club clubs market markets association associations union unions
    council councils forum forums conference conferences league hall home homes lounge network
    manual handbook area zone section room table list directory page survey only day night evening
    week meeting meetings office centre center society hospital hospitals college school team
    board committee panel summit register registry portal dinner event events award awards show
    program programme course courses community documentation docs bureau channel file files field
    repository repo module package folder icon button tab menu view column map app edition corner
    award prize fund day desk festival fair camp bootcamp""".split()
)
# nouns of two words whose first one is a verb as well
_PAIRS = frozenset(("pull request", "pull requests", "merge request", "merge requests"))
_PROFESSIONS = ("logist", "entist", "apist", "ician", "iatrist")
_PARTS = frozenset("part full half".split())  # part time
_TIMES = frozenset("day night month morning year week".split())
_MODIFIERS = frozenset(("JJ", "NN", "VBN", "JJS", "JJR"))
_HEADS = frozenset(("NN", "NNS"))
_MAYBE = frozenset(("VB", "VBP", "VBG", "VBZ"))  # voice, meeting, needs: nouns as well
_ENDS = frozenset(("IN", "TO", ".", ",", ":", "CC", "MD", "VBZ", "VBP", "VBD", "WDT", ")", "-RRB-"))
_OPENERS = frozenset(("IN", "VB", "VBG", "VBZ", "CC", ","))
_OBJECTS = frozenset(("TO", "DT", "IN", "PRP"))
_FINITE = frozenset(("VBZ", "MD"))
_MARKS = frozenset((".", ",", ":"))  # a visitors sees it
_SURE = 0.9
_FAR = 3  # words between a determiner and an owner
_LONGEST = 4  # words of what is owned
_NEAR = 3  # words before the determiner in which a verb with two objects may stand


class _Owned(NamedTuple):
    """What is owned: its words, and what comes after them."""

    words: Sequence[Token]
    after: Token | None


@dataclass(frozen=True)
class LostApostrophe(SentenceCheck):
    """Reports the plural of an owner (list ``owner-nouns``) behind a determiner and before a noun:
    behind one for a single thing in any case, behind others where the noun can be no verb.

    Values: ``found``, ``better``, ``owned``, ``other``: the form for several owners. Variants:
    ``one``, ``either``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[1:-1], 1):
            if not token.lower.endswith("s") or not token.text.islower():
                continue
            owner = _owner(token.lower)
            owned = _owned(tokens, index + 1) if owner else None
            at = _determiner(tokens, index) if owned else None
            if owned is None or at is None:
                continue
            if owner not in _TIMES and owned.words[-1].lower in _FOR_MANY:
                continue
            values = {"owned": owned.words[-1].text, "other": f"{token.text}'"}
            if tokens[at].lower in _ONE:
                if index - at == 1 or _no_verb(owned.words[0]):
                    yield Slip(token, token, f"{owner}'s", values, "one")
            elif owner not in _TIMES and _whose(tokens, at, index, owned):
                variant = "one" if owner == "people" else "either"
                yield Slip(token, token, f"{owner}'s", values, variant)


def _owner(word: str) -> str:
    """The singular of the plural of an owner, or nothing."""
    from jdlint.lang.en.forms import singular

    one = "people" if word == "peoples" else singular(word)
    owner = one == "people" or one.endswith(_PROFESSIONS) or one in word_list("owner-nouns")
    return one if owner and one != word else ""


def _owned(tokens: Sequence[Token], at: int) -> _Owned | None:
    """The phrase without a determiner that starts at a place."""
    first = at
    while at < len(tokens) and tokens[at].tag == "JJ":
        at += 1
    while at < len(tokens) and at - first < _LONGEST and _is_noun(tokens[at]):
        at += 1
    found = tokens[first:at]
    if not found or not _is_noun(found[-1]) or not all(_is_plain(token) for token in found):
        return None
    after = tokens[at] if at < len(tokens) else None
    if after is not None and after.tag not in (_MARKS if found[-1].tag == "VBZ" else _ENDS):
        return None
    return _Owned(found, after)


def _is_noun(token: Token) -> bool:
    return token.tag in _HEADS or (token.tag in _MAYBE and bool(readings(token) & set("NMP")))


def _is_plain(token: Token) -> bool:
    return token.text.islower() and token.spaced and token.word


def _determiner(tokens: Sequence[Token], index: int) -> int | None:
    """Where the determiner of an owner stands, with nothing but what describes it between."""
    at = index - 1
    while at >= 0 and index - at <= _FAR and tokens[at].tag in _MODIFIERS:
        word = tokens[at]
        if word.lower in _COUNTS or word.lower.endswith("s"):
            return None
        at -= 1
    if at < 0 or tokens[at].lower not in _ONE | _THE or not tokens[at].spaced:
        return None
    # a capital may only be that of a name: the Security teams, but no “form Help users”
    return at if all(word.text.islower() for word in tokens[at + 2 : index]) else None


def _whose(tokens: Sequence[Token], at: int, index: int, owned: _Owned) -> bool:
    """Whether the noun behind “the users” can be nothing but theirs: it, or the first of what it
    stands in, can be no verb, nor can what describes the users stand behind them (users new to).
    """
    if any(token.lemma in _TWO_OBJECTS for token in tokens[max(at - _NEAR, 0) : at]):
        return False
    if not tokens[index].surely("NNS", least=_SURE):
        return False
    first, head, after = owned.words[0], owned.words[-1], owned.after
    if first.lower in _PARTS or not head.surely(*_HEADS, least=_SURE):
        return False
    if first is head and after is not None and after.lower == "to":
        return False
    if f"{first.lower} {head.lower}" in _PAIRS:
        return True
    if _no_verb(first) or (first is not head and _joined(first, head)):
        return True
    if first is head and "P" in readings(head) and not readings(head) & set("VDEGR"):
        return after is None or after.tag not in _OBJECTS  # “the users needs”, no “needs that”
    opens = at == 0 or tokens[at - 1].tag in _OPENERS
    return opens and after is not None and after.tag in _FINITE


def _joined(first: Token, head: Token) -> bool:
    """Whether two nouns are one word, as the first, were it a verb, would want “a” or “the” before
    the second: root directory, thought process."""
    return "N" in readings(first) and first.surely("NN", least=_SURE) and counted(head.lower)


def _no_verb(token: Token) -> bool:
    found = readings(token)
    return (
        bool(found) and not found & set("VZDEGR") and token.surely("NN", "NNS", "JJ", least=_SURE)
    )
