"""Which of its possible tags a word has in its place: a few rules over neighbours, left to
right."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.tools import lru_cache
from jdlint.lang.en.lexicon import tags as known_tags

HIDDEN = "\ufffc"
NOUNS = "NMPO"
_BEFORE_NOUN = "TJ#$"  # a word of these tags makes a noun or adjective likely
_NAMING = frozenset("NMPJ")
_SENTENCE_END = frozenset(".!?:;")


@lru_cache(maxsize=8192)
def options(text: str, word: str) -> str:
    """The tags that a token can have: ``H`` is something hidden, ``O`` a name, ``.`` a mark, ``$``
    a possessive."""
    if not text[0].isalnum():
        return "H" if text[0] == HIDDEN else "C" if text == "&" else "."
    if text[0].isdigit():
        return "#"
    if word.endswith(("'s", "s'")) and known_tags(word) == "":
        return "$"
    if word in ("it", "us", "who") and text.isupper():
        return "O"
    found = known_tags(word)
    if found and not (text.isupper() and len(text) > 1 and set(found) <= set("NMVJ")):
        return found
    if "-" in word:
        return _hyphenated(word)
    if text[0].isupper() or not text.isalpha():
        return found or "O"
    return found or _guess(word)


def _hyphenated(word: str) -> str:
    """A compound is an adjective, or what its last part is."""
    last = known_tags(word.rpartition("-")[2])
    return "J" + last.replace("J", "") if last else "JN"


def _guess(word: str) -> str:
    if word.endswith("ing"):
        return "G"
    if word.endswith("ed"):
        return "ED"
    if word.endswith(("ly", "wise")):
        return "R"
    if word.endswith(("able", "ible", "ful", "ous", "ive", "ical", "less")):
        return "J"
    return "P" if word.endswith("s") and not word.endswith("ss") else "N"


def _pick(possible: str, wanted: str) -> str:
    """The first possible tag that is wanted, else the likeliest."""
    return next((tag for tag in possible if tag in wanted), possible[0])


def choose(texts: Sequence[str], lowers: Sequence[str], possible: Sequence[str]) -> tuple[str, ...]:
    """One tag for each token."""
    chosen: list[str] = []
    last = len(texts) - 1
    for index, own in enumerate(possible):
        if len(own) == 1:
            chosen.append(own)
            continue
        before = chosen[-1] if index else "."
        following = possible[index + 1] if index < last else "."
        starts = before == "." and (not index or texts[index - 1] in _SENTENCE_END)
        if not starts and texts[index][0].isupper() and set(own) & _NAMING:
            chosen.append(
                _pick(own, "NMPJ")
            )  # within a sentence a capital makes a title or a name, hardly a verb
        else:
            chosen.append(_tag(lowers[index], own, before, following, starts, chosen))
    return tuple(chosen)


def _tag(
    word: str, own: str, before: str, following: str, starts: bool, chosen: Sequence[str]
) -> str:
    if "T" in own and "U" in own:
        return "T" if following[0] in "NMPJOTGH#" else "U" if word != "that" else "S"
    if starts and "V" in own:
        return (
            "V"
            if following[0] in "TJ#PUIQHNOMGER" and not (own[0] in "NM" and following[0] in "XKZ")
            else own[0]
        )
    if before == "Q":
        return _pick(own, "V") if "V" in own and following[0] not in "XK" else own[0]
    if before in "KX":
        return _pick(own, "V" if before == "K" else "EGJVN")
    if before == "U" and chosen:
        return _pick(own, "XKVDZR")
    if before in _BEFORE_NOUN:
        return _pick(own, "NMPJ" if following[0] not in "NMPJO" else "JNMPE")
    if before in NOUNS and "Z" in own and following[0] == "T":
        return "Z"
    if before in "NMJ" and "V" in own:
        return _pick(own, "NMPJE")
    if before == "C":
        return _parallel(own, chosen)
    return own[0]


def _parallel(own: str, chosen: Sequence[str]) -> str:
    """After a conjunction: the tag of what stands before it, where the word can have that."""
    for tag in reversed(chosen[:-1]):
        if tag in own:
            return tag
        if tag == "." or tag in "KX":
            break
    return own[0]
