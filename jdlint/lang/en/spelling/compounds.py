"""How compounds are written: ``lexicon/compounds.txt`` (counted), ``own-compounds.txt`` (chosen),
read when first needed."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import NamedTuple
from jdlint.core.tools import cache
from jdlint.lang.lists import text_of


class Modifiers(NamedTuple):
    """What makes a modifier of several words, which takes hyphens before a noun.

    ``spans`` are the ``units`` that make one before a plural too (two hour sessions); ``pairs`` are
    safe anywhere, those in ``after_determiner`` only after one; ``prefixes`` stand alone before a
    word (cross functional); second parts in ``certain`` take the hyphen with every editor,
    pairs in ``never`` stay open; ``wholes`` are two words that take a third together
    (customer service oriented).
    """

    numbers: frozenset[str]
    units: frozenset[str]
    spans: frozenset[str]
    after_noun: frozenset[str]
    after_bare_noun: frozenset[str]
    pairs: frozenset[tuple[str, ...]]
    after_determiner: frozenset[tuple[str, ...]]
    prefixes: frozenset[str]
    certain: frozenset[str]
    never: frozenset[tuple[str, ...]]
    wholes: frozenset[tuple[str, ...]]


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    text = text_of("spelling/compounds.txt")
    rows = (section.partition("]\n") for section in text.split("\n[")[1:])
    found = {name: tuple(words.split()) for name, _, words in rows}
    own = text_of("spelling/own-compounds.txt").splitlines()
    for name, _, words in (line.partition(": ") for line in own if not line.startswith("#")):
        found[name] = (*found.get(name, ()), *words.split())
    return found


@cache
def closed_words() -> Mapping[str, str]:
    """Words that are written as one, by how they are wrongly written: “note book”, “note-book”."""
    found: dict[str, str] = {}
    two = _sections().get("open", ())
    for word in _sections()["closed"]:
        whole = word.replace("+", "").replace("|", "").replace("-", "")
        if "-" in word:
            found[word] = whole
            continue
        if word not in two:
            found[word.replace("+", " ").replace("|", " ")] = whole
        if "+" in word:
            found[word.replace("+", "-")] = whole
    return found


@cache
def joined_words() -> dict[str, str]:
    """Pairs of words that are not written as one, by their letters: “teammembers”."""
    rows = (word.replace("+", " ") for word in _sections()["joined"])
    return {row.replace(" ", "").replace("-", ""): row for row in rows}


@cache
def modifiers() -> Modifiers:
    """What the lexicon says of modifiers of several words."""
    rows = {name: frozenset(words) for name, words in _sections().items()}
    never, pairs = _pairs(rows["never"]), _pairs(rows["pairs"])
    return Modifiers(
        numbers=rows["numbers"],
        units=rows["units"],
        spans=rows["spans"],
        after_noun=rows["after_noun"],
        after_bare_noun=rows["after_bare_noun"],
        pairs=pairs - never,
        after_determiner=_pairs(rows["after_determiner"] | rows["modifier"]) - pairs - never,
        prefixes=rows["prefixes"],
        certain=rows["certain"],
        never=never,
        wholes=_pairs(rows["wholes"]),
    )


def _pairs(words: frozenset[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(word.split("-")) for word in words)
