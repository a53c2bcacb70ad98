"""Noun phrases and verb groups over tagged tokens: what a grammar check may lean on.

Both are read off the tags, left to right, in linear time. A noun phrase ends with its head: "the
three senior ship engineers", without what follows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import Literal, dataclass
from jdlint.lang.en.syntax.analysis import Number, Token

_DETERMINERS = frozenset(("DT", "PDT", "PRP$", "WP$", "WDT"))
_INSIDE = frozenset(
    ("JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "$", "POS")
)
_HEADS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PRONOUNS = frozenset(("PRP", "EX", "WP"))
_BE = frozenset("be am is are was were been being 's 're 'm".split())
_HAVE = frozenset("have has had having 've".split())
_DO = frozenset("do does did".split())
_FINITE = frozenset(("VBP", "VBZ", "VBD", "MD"))
_BETWEEN = frozenset("not n't also always never often only still already currently usually".split())


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase up to its head: ``tokens`` are all of it, in order.

    ``determiner`` is its article, demonstrative, possessive or quantifier ("a", "these", "our",
    "every", "team's" too), ``head`` its last noun (of a pronoun, itself), ``modifiers`` what stands
    between. ``series`` says that the phrase is one of several joined by commas or a conjunction, so
    that a determiner may stand before the first only.
    """

    tokens: tuple[Token, ...]
    determiner: Token | None
    head: Token
    series: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.head.end

    @property
    def modifiers(self) -> tuple[Token, ...]:
        first = 1 if self.determiner is not None else 0
        return tuple(token for token in self.tokens[first:] if token is not self.head)

    @property
    def number(self) -> Number:
        """Of the head."""
        return self.head.number

    @property
    def pronoun(self) -> bool:
        return self.head.tag in _PRONOUNS

    @property
    def sure(self) -> bool:
        """Whether the head is surely a noun, and the word after it surely none."""
        return self.pronoun or self.head.surely(*_HEADS)


@dataclass(frozen=True)
class VerbGroup:
    """Verbs that belong together: "will not be hired", "to lead", "coaching".

    ``tokens`` are all words of it, adverbs too; ``verb`` the full verb, ``finite`` the verb or
    modal that bears the tense (none in "to lead"), ``form`` what the group is as a whole.
    """

    tokens: tuple[Token, ...]
    verb: Token
    finite: Token | None
    form: Literal["finite", "imperative", "infinitive", "participle", "gerund"]
    passive: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def noun_phrases(tokens: Sequence[Token]) -> list[NounPhrase]:
    """The noun phrases of one sentence, in order; they never overlap."""
    found: list[NounPhrase] = []
    index = 0
    while index < len(tokens):
        end = _phrase_end(tokens, index)
        if end > index:
            phrase = _phrase(tokens, index, end)
            found.append(phrase)
        index = max(end, index + 1)
    return _with_series(tokens, found)


def _phrase_end(tokens: Sequence[Token], first: int) -> int:
    """Where the noun phrase that starts at ``first`` ends; ``first`` where none does."""
    token = tokens[first]
    if token.tag in _PRONOUNS and not (token.tag == "WP" and first):
        return first + 1
    index, end = first, first
    while index < len(tokens) and tokens[index].tag in _DETERMINERS:
        index += 1
    if tokens[first].tag == "WDT" and index == first + 1:
        return first  # "which" alone
    while index < len(tokens):
        here = tokens[index].tag
        if here in _HEADS:
            end = index + 1
        elif here in ("RB", "RBR", "RBS") and not (
            index + 1 < len(tokens) and tokens[index + 1].tag in ("JJ", "VBN", "VBG", "JJR")
        ):
            break
        elif here == "CC" or here == ",":
            if not _joined_adjectives(tokens, index):
                break
        elif (here in ("VBN", "VBG") and not _modifies(tokens, index, first)) or (
            here not in _INSIDE and here not in ("RB", "RBR", "RBS")
        ):
            break
        index += 1
    return end if end else first


def _joined_adjectives(tokens: Sequence[Token], index: int) -> bool:
    """Whether the mark or conjunction joins two adjectives before a noun: "a small, curious
    crew"."""
    if not 0 < index < len(tokens) - 2:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return (
        before.tag.startswith("JJ")
        and after.tag.startswith("JJ")
        and tokens[index + 2].tag in _HEADS | {"JJ"}
    )


def _modifies(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether a participle stands before its noun: after a determiner or adjective, with a noun
    next."""
    if index + 1 >= len(tokens) or tokens[index + 1].tag not in _HEADS | {"JJ", "CD"}:
        return False
    before = tokens[index - 1].tag if index > first else ""
    return before in _DETERMINERS or before.startswith("JJ") or before in ("POS", "RB")


def _phrase(tokens: Sequence[Token], first: int, end: int) -> NounPhrase:
    own = tuple(tokens[first:end])
    determiner = own[0] if own[0].tag in _DETERMINERS else None
    if determiner is None and len(own) > 1:
        marks = [token for token in own[:-1] if token.tag == "POS"]
        determiner = marks[-1] if marks else None
    return NounPhrase(own, determiner, own[-1])


def _with_series(tokens: Sequence[Token], found: list[NounPhrase]) -> list[NounPhrase]:
    """Each phrase that a comma or conjunction joins to its neighbour, marked."""
    if not tokens:
        return found
    base = tokens[0].position
    joined = [False] * len(found)
    for number in range(len(found) - 1):
        end, start = (
            found[number].head.position - base + 1,
            found[number + 1].tokens[0].position - base,
        )
        between = [token.tag for token in tokens[end:start]]
        if between and set(between) <= {",", "CC"}:
            joined[number] = joined[number + 1] = True
    return [
        NounPhrase(phrase.tokens, phrase.determiner, phrase.head, mark) if mark else phrase
        for phrase, mark in zip(found, joined, strict=True)
    ]


def verb_groups(tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups of one sentence, in order."""
    found: list[VerbGroup] = []
    index = 0
    while index < len(tokens):
        end = _group_end(tokens, index)
        if end > index:
            group = _group(tokens, index, end)
            if group is not None:
                found.append(group)
        index = max(end, index + 1)
    return found


def _group_end(tokens: Sequence[Token], first: int) -> int:
    token = tokens[first]
    if token.tag == "TO":
        following = _past_adverbs(tokens, first + 1)
        if following >= len(tokens) or tokens[following].tag != "VB":
            return first
    elif not token.verb and token.tag != "MD":
        return first
    index = end = first + 1
    auxiliary = token.tag in ("MD", "TO") or token.lower in _BE | _HAVE | _DO
    while auxiliary and index < len(tokens):
        index = _past_adverbs(tokens, index)
        if index >= len(tokens) or not _follows(tokens[end - 1], tokens[index]):
            break
        end = index + 1
        auxiliary = tokens[index].lower in _BE | _HAVE
        index = end
    return end


def _past_adverbs(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and (tokens[index].tag == "RB" or tokens[index].lower in _BETWEEN):
        index += 1
    return index


def _follows(before: Token, token: Token) -> bool:
    """Whether ``token`` can go on with the group after its auxiliary ``before``."""
    last = before.lower
    if before.tag in ("MD", "TO") or last in _DO or last in ("not", "n't"):
        return token.tag == "VB"
    if last in _HAVE:
        return token.tag in ("VBN", "VBD")
    if last in _BE:
        return token.tag in ("VBG", "VBN")
    return token.tag in ("VB", "VBN", "VBG")


def _group(tokens: Sequence[Token], first: int, end: int) -> VerbGroup | None:
    own = tuple(tokens[first:end])
    verbs = [token for token in own if token.verb]
    if not verbs:
        return None
    verb, lead = verbs[-1], own[0]
    passive = verb.tag == "VBN" and any(token.lower in _BE for token in own[:-1])
    if lead.tag in _FINITE:
        return VerbGroup(own, verb, lead, "finite", passive)
    if lead.tag == "TO":
        return VerbGroup(own, verb, None, "infinitive", passive)
    if lead.tag == "VB":
        opens = first == 0 or tokens[first - 1].tag in (",", "CC", ":", "RB", "UH", "VB")
        return VerbGroup(own, verb, None, "imperative" if opens else "infinitive", passive)
    return VerbGroup(own, verb, None, "gerund" if lead.tag == "VBG" else "participle", passive)
