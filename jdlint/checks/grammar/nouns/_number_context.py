"""What stands around a noun whose number its determiner excludes, and makes it right."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import readings
from jdlint.checks.grammar.nouns._bare_number import asks_or_relates, is_span
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_PREPOSITIONS = frozenset("of in for with on at by from into about under within".split())
_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
_CLAUSE_OPENERS = frozenset(
    "when if where how while that which as because until once unless who what before after".split()
)
_NUMBERS = frozenset("two three four five six".split())
_PLURALS = frozenset("these those several many various".split())


def in_set_phrase(tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether a phrase with “a” or “each” goes on, or is a set one: a sales team, each other."""
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is not None and after.tag in ("NN", "NNS", "NNP", "CD", "VBG", "JJ"):
        return True
    if after is not None and after.text == "(" and not after.spaced:
        return True  # a crafts(wo)man
    if after is not None and is_span(tokens, head):
        return True
    if after is not None and after.lower == "as" and tokens[head + 2 :]:
        return tokens[head + 2].tag in ("NN", "NNP")  # a docs as code workflow
    first = tokens[index + 1].lower
    if index and head > index + 1 and tokens[index - 1].lower == "as" and first == "service":
        return True  # software as a service offerings
    # sent each other links, once in a while boats sail
    if tokens[index].lower == "every" and first == "day":
        return True  # every day tech problems: what is meant is “everyday”
    return tokens[index].lower in ("each", "a") and first in ("other", "while", "listing")


def goes_on(tokens: Sequence[Token], head: int) -> bool:
    """Whether the word after a noun may be the head of the phrase (a captions track), or an object
    shows that the noun is a verb."""
    if head + 1 >= len(tokens):
        return False
    after = tokens[head + 1]
    if after.lower in ("based", "related", "driven", "oriented", "focused"):
        return True  # “a tools based crew” lacks a hyphen
    return after.tag in ("DT", "PRP$") or bool(readings(after) & set("NMP") and after.tag != "IN")


def is_subject(tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether a phrase opens a clause or shares its head: what looks like its noun is the verb
    (“how a crew partners with us”) or belongs to both (“a dock-level and a town-level plans”)."""
    if not index:
        return False
    before, after = tokens[index - 1].lower, tokens[head + 1] if head + 1 < len(tokens) else None
    verb = after is not None and after.tag in _FINITE
    joined = before in ("and", "or") and "-" in tokens[index + 1].text
    asked = tokens[index - 1].tag == "MD"  # can a mate view charts?
    return (before in _CLAUSE_OPENERS and not verb) or joined or asked


def plural_readings(noun: Token) -> frozenset[str]:
    """The readings of a noun, of a compound with hyphens those of its last part (pull-requests)."""
    from jdlint.lang.en.lexicon import tags

    found = readings(noun)
    if not found and "-" in noun.lower and noun.text.islower():
        return frozenset(tags(noun.lower.rpartition("-")[2]))
    return found


def may_be_verb(noun: Token) -> bool:
    """Whether a plural, or its singular, is a verb as well."""
    from jdlint.lang.en.forms import singular
    from jdlint.lang.en.lexicon import tags

    return "Z" in readings(noun) or "V" in tags(singular(noun.lower.rpartition("-")[2]))


def _has_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause of the token at ``index`` has its verb further left, so that what follows
    is none: not in “when the look of a page changes”."""
    for at in range(index - 1, -1, -1):
        token = tokens[at]
        if token.tag in _FINITE or (token.tag == "VB" and (not at or tokens[at - 1].lower != "to")):
            return True
        if token.lower in _CLAUSE_OPENERS:
            return False
    return False


def governed(tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether the phrase is an object, so that a word in -s at its end is no verb."""
    before = tokens[index - 1] if index else None
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is not None and after.surely("VBZ", "MD", least=0.9):
        return True  # every boats is
    if (
        before is None
        or not _has_verb(tokens, index)
        or (after is not None and after.tag in ("DT", "PRP$", "PRP", "TO", "VBN"))
    ):
        return False
    return before.lower == "such" or before.tag.startswith("VB") or before.lower in _PREPOSITIONS


def is_verb_or_phrase(tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether a bare noun is a verb (“both report on it”, “these map to it”), or part of another
    phrase (“several face to face meetings”, “the step two section”)."""
    word, noun, before = tokens[index].lower, tokens[head], tokens[index - 1] if index else None
    if "V" in readings(noun) and head == index + 1:
        if word in _PLURALS and asks_or_relates(tokens, index, head):
            return True
        opens = word in ("these", "those") and (before is None or not before.word)
        if word == "both" or (opens and tokens[head + 1].tag in ("TO", "IN", "RP")):
            return True
    if word in _NUMBERS and before is not None and (before.noun or before.lower in ("a", "an")):
        return True  # “the step two section”, “a four office, remote team”
    return [t.lower for t in tokens[head + 1 : head + 3]] == ["to", noun.lower]
