"""A noun right after a determiner of the other number: “a teams”, “several team”, “one of our
goal”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, readings
from jdlint.checks.grammar.verbs._verb_number import MANY
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

# what shows that a noun phrase is at its end
_ENDS = frozenset(("IN", "TO", "MD", "WDT", "WP", "WRB", "VBP", "VBZ", "PRP", "EX", "."))
_END_MARKS = frozenset((",", ".", ":", ";", "?", "!"))
_SURE = frozenset("several many various multiple numerous".split())
_POINTING = frozenset(("these", "those"))
COUNTS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
    hundred""".split()
)
_LOOSE = frozenset(("all", "both", "different", "other"))
MANY_WORDS = _SURE | _POINTING | COUNTS | _LOOSE | {"few", "of"}
_ONE_WORDS = frozenset(("a", "an", "every"))
_OWNERS = frozenset("the our your their its my these those".split())
_BODIES = frozenset(
    "team crew group family staff board panel committee squad band".split()
)  # its members
_HEAPS = frozenset("hundreds thousands dozens millions tens".split())
_TIMES = frozenset(
    """day week month year night morning afternoon evening weekend summer winter spring season time
    round way hour minute part point step level over campus""".split()
)
_HELPERS = frozenset(
    """let lets make makes making help helps helping see sees do does did can could will would
    should must may might shall ensure ensures ensuring sure if when that because""".split()
)
_SUBJECT_NEXT = frozenset("do does did that which what when where how make let".split())
_NAMING = frozenset(("NN", "NNS", "NNP", "NNPS"))
_NEW_CLAUSE = frozenset(("PRP", "WDT", "WP", "WRB", "IN", "RB"))
_ABSTRACT = (
    "tion",
    "sion",
    "ity",
    "ment",
    "ance",
    "ence",
    "ness",
    "ship",
    "age",
    "ism",
    "ing",
    "cy",
)
_SERIES = 12  # tokens from the first of several modifiers to the noun that they share
_GOVERNS = frozenset(("VB", "VBP", "VBZ", "VBD", "VBG", "IN", "TO"))


def lone_plural(tokens: Sequence[Token], index: int, excluded: frozenset[str]) -> Slip | None:
    """A plural right after “a” or “every”, where no verb can stand: “every accounts you”."""
    from jdlint.lang.en.forms import singular

    determiner, noun = tokens[index], tokens[index + 1]
    named = index and determiner.text[0].isupper()  # “score A stays”
    if determiner.lower not in _ONE_WORDS or named or index + 2 >= len(tokens):
        return None
    known = readings(noun)
    if "P" not in known or not known <= set("PZ") or not noun.surely("NNS", "VBZ", least=0.7):
        return None
    if noun.lower in excluded or not noun.spaced or not _ends(tokens, index + 2):
        return None
    if compound(tokens, index + 1):
        return None
    values = {"determiner": determiner.text}
    return Slip(noun, noun, singular(noun.text), values, "plural")


def lone_singular(tokens: Sequence[Token], index: int, excluded: frozenset[str]) -> Slip | None:
    """A singular right after a word that counts more than one: “multiple place”."""
    from jdlint.lang.en.forms import plural
    from jdlint.lang.en.lexicon import tags

    word, at = tokens[index].lower, index + 1
    if word == "of":
        at = _past_of(tokens, index)
    elif word == "other" and at + 1 < len(tokens) and tokens[at].surely("JJ", least=0.9):
        at += 1
    if at < 0 or at + 1 >= len(tokens):
        return None
    noun = tokens[at]
    letters = tags(noun.lower) if noun.text.islower() else ""
    if word in _POINTING and "V" in letters and asks_or_relates(tokens, index, at):
        return None
    if letters[:1] != "N" or set(letters) & set("PZDEGTUWXKICSR") or noun.lower in excluded:
        return None
    if word == "multiple" and noun.lower == "choice":
        return None
    if noun.lower in _TIMES or noun.lower.endswith("s") or not noun.spaced or len(letters) < 1:
        return None
    if not noun.surely("NN", least=0.8) or not _ends(tokens, at + 1):
        return None
    if not _stands(tokens, index, at, letters) or compound(tokens, at):
        return None
    if joined_modifiers(tokens, at):
        return None
    values = {"determiner": _spelt_out(tokens, index)}
    return Slip(noun, noun, plural(noun.text), values, "singular")


def _spelt_out(tokens: Sequence[Token], index: int) -> str:
    """The word that makes a noun plural; “of” says so only with those around it: one of our."""
    if tokens[index].lower != "of" or not index:
        return tokens[index].text
    last = index + 2 if tokens[index + 1].lower in _OWNERS else index + 1
    return " ".join(token.text for token in tokens[index - 1 : last])


def asks_or_relates(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether “these” is a subject and the next word its verb: “when do these end?”, “the docks
    that these cover.”"""
    before = tokens[index - 1].lower if index else ""
    return before in _SUBJECT_NEXT and tokens[at + 1].text in _END_MARKS


def _stands(tokens: Sequence[Token], index: int, at: int, letters: str) -> bool:
    """Whether the word before a noun is its determiner, no pronoun and no part of more."""
    word, before = tokens[index].lower, tokens[index - 1] if index else None
    if before is None and word == "other":
        return tokens[at + 1].text == ":"  # “Other requirement:” above a list
    abstract = tokens[at].lower.endswith(_ABSTRACT)  # counted or not, whatever the lexicon says
    heap = before is not None and before.lower in _HEAPS and "M" not in letters
    if abstract and not heap and (word == "of" or word in _LOOSE):
        return False
    if word == "of":
        return "M" not in letters or "V" not in letters
    if before is not None and before.lower in _HELPERS:
        return False
    governed = before is not None and before.tag in _GOVERNS
    if word == "various" and "M" in letters:
        return False  # various content
    if word in _SURE:
        return before is None or before.tag not in ("NN", "NNP", "CD")
    if word == "few":
        return before is not None and before.lower in ("a", "the") and "V" not in letters
    if word in _POINTING:
        return governed or "V" not in letters
    after = tokens[at + 1]
    if "M" in letters or ("V" in letters and not (after.tag == "MD" or after.lower in MANY)):
        return False
    return governed or (word in ("all", "both") and before is None)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands at ``at`` goes on with no noun phrase."""
    after = tokens[at]
    if after.text in _END_MARKS:
        # behind a comma the phrase may go on: “all customer, partner and sales letters”
        return after.text != "," or (at + 1 < len(tokens) and tokens[at + 1].tag in _NEW_CLAUSE)
    if after.tag == "VBZ" and after.lower not in MANY and not after.surely("VBZ", least=0.98):
        return False
    if after.lower in ("or", "and") and at + 1 < len(tokens):
        return tokens[at + 1].tag in ("DT", "PRP$", "MD", "VBZ", "VBP")
    return after.spaced and after.tag in _ENDS and after.text not in "-–/&" and not after.hidden


def is_span(tokens: Sequence[Token], head: int) -> bool:
    """Whether a noun opens a phrase that describes: a rags to riches story, a mates only talk."""
    after = [t.lower for t in tokens[head + 1 : head + 4]]
    if after[:1] == ["only"] or after[:2] == ["and", "all"]:
        return True
    return len(after) == 3 and after[0] == "to" and tokens[head + 2].noun


def compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun opens a compound of more words: “many quality of life choices”, “face to
    face”."""
    if tokens[at + 1].lower not in ("of", "to", "in", "for", "by", "on", "as") or at + 3 >= len(
        tokens
    ):
        return False
    after = tokens[at + 3]
    return tokens[at + 2].lower == tokens[at].lower or (
        tokens[at + 2].tag in ("NN", "VBG") and after.tag in ("NN", "NNS")
    )


def _past_of(tokens: Sequence[Token], index: int) -> int:
    """The index of the noun in “one of our (best) «goal»” and “hundreds of «partner»”; -1."""
    if not index or index + 2 >= len(tokens):
        return -1
    before, at = tokens[index - 1].lower, index + 1
    if before in _HEAPS:
        return at
    told = index > 1 and (tokens[index - 2].noun or tokens[index - 2].lower == "other")
    if before != "one" or told or tokens[at].lower not in _OWNERS:
        return -1
    at += 1
    while at < min(index + 5, len(tokens) - 1) and tokens[at].tag in ("JJ", "JJS", "RBS", "VBG"):
        at += 1
    # “one of the team” is a member of it
    member = tokens[at].lower in _BODIES and at == index + 2 and tokens[at + 1].lower != "of"
    return -1 if member else at


def goes_with_more(tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether what stands around the phrase may be a part of it, or say that there is one."""
    word, after = tokens[index].lower, tokens[head + 1]
    if after.tag in _NAMING | {"JJ", "VBG", "VBN", "CD", "DT", "PRP"} or after.hidden:
        return True
    if after.lower in "'’‘(\"“":  # a six week (15 day) trial, these tide "charts"
        return True
    if after.text == "," and tokens[head + 2 : head + 3] and tokens[head + 2].noun:
        return True  # many town, dock and harbour names
    if word in ("those", "both", "these") and head > index + 1:
        return True
    before = tokens[index - 1].lower if index else ""
    return word == "few" and bool(before) and before not in ("with", "a", "are", "the")


def joined_modifiers(tokens: Sequence[Token], head: int) -> bool:
    """“various network and demand settings”: both nouns stand before the one that is many."""
    rest = tokens[head + 1 : head + 4]
    return (
        len(rest) == 3
        and rest[0].lower in ("and", "or")
        and (rest[1].tag in ("NN", "JJ") or not readings(rest[1]).isdisjoint("NMJ"))
        and rest[2].tag in ("NNS", "NNPS")
    )


def in_series(tokens: Sequence[Token], head: int) -> bool:
    """Whether a noun before a comma is one of several modifiers of a noun that stands at their end:
    “a thriving arts, music and local food community”."""
    joined = False
    for at in range(head + 1, min(head + 1 + _SERIES, len(tokens))):
        token = tokens[at]
        if token.lower in ("and", "or", "&"):
            joined = True
        elif token.text not in (",", "/") and token.tag not in ("NN", "NNS", "JJ", "VBG"):
            break
        elif joined and token.tag == "NN" and tokens[at - 1].tag in ("NN", "NNS", "JJ"):
            return True
    return False
