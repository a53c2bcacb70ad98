"""Patterns over tokens, written on one line.

    all|many|several «type|kind|sort» of

Items are separated by spaces, «…» marks what is reported. An item is words (``a|b``, ``pass~`` for all regular forms of
a verb, ``*ing`` for an ending, ``$name`` for a list of words), tags in braces, or both: ``{NP}`` the word is one here,
``{?V}`` it can be one, ``{!T}`` it is none. ``!a|b`` is any other word, ``_`` any word, ``<`` the start of a sentence, ``>`` its
end. ``?`` makes an item optional, ``*`` allows none to twelve, ``+`` one to twelve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from jdlint.lang.forms import verb_forms
from jdlint.lang.tokens import Words

_ITEM = re.compile(r"(?P<not>!)?(?P<words>[^{}]*?)(?:\{(?P<kind>[?!])?(?P<tags>[A-Z#$.]+)\})?(?P<often>[?*+])?")
_OFTEN = {None: (1, 1), "?": (0, 1), "*": (0, 12), "+": (1, 12)}
_STOPS = frozenset(".!?;:")
MAX_ITEMS, MAX_OPEN, MAX_NEEDLES = 16, 4, 1200
_FREQUENT = frozenset("the a to of and in for with our you we on is are as be that this it your all or by from team work".split())


class PatternError(ValueError):
    """A pattern that cannot be read; the text says which and why."""


class Item(NamedTuple):
    """One step of a pattern: between ``low`` and ``high`` tokens that fit."""

    words: frozenset[str]
    ending: str
    negated: bool
    tags: str
    kind: str
    low: int
    high: int
    edge: str = ""

    def fits(self, words: Words, index: int) -> bool:
        token = words.tokens[index]
        if self.words:
            if (token.lower in self.words) == self.negated or (self.negated and not token.is_word):
                return False
        elif self.ending and not (token.lower.endswith(self.ending) and len(token.lower) > len(self.ending) + 1):
            return False
        if not self.tags:
            return bool(self.words or self.ending) or token.is_word or token.text[0] == "\ufffc"
        if self.kind == "?":
            return any(tag in self.tags for tag in words.options[index])
        return (words.tags[index] in self.tags) != (self.kind == "!")


class Match(NamedTuple):
    """Token ranges: of the marked part, and of each item."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]


class Sequence(NamedTuple):
    """A pattern ready to match; ``first`` and ``last`` are the marked items."""

    items: tuple[Item, ...]
    first: int
    last: int

    def match(self, words: Words, start: int) -> Match | None:
        """The match that starts at token ``start``, the longest repeats first."""
        found: list[tuple[int, int]] = []
        if not self._step(words, start, 0, found, set()):
            return None
        return Match(found[self.first][0], found[self.last][1], tuple(found))

    def _step(
        self, words: Words, at: int, index: int, found: list[tuple[int, int]], dead: set[tuple[int, int]]
    ) -> bool:
        """Match the items from ``index`` on; what failed once (``dead``) is not tried again, so time stays linear."""
        if index == len(self.items):
            return True
        if (index, at) in dead:
            return False
        for size in _sizes(self.items[index], words, at):
            found.append((at, at + size))
            if self._step(words, at + size, index + 1, found, dead):
                return True
            found.pop()
        dead.add((index, at))
        return False

    @property
    def lead(self) -> int:
        """The most tokens that can stand before the anchor's end."""
        return sum(item.high for item in self.items)

    def needles(self) -> tuple[str, ...]:
        """Lower-case literals, one of which stands in every match; empty where the pattern has no fixed word."""
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for begin in range(len(self.items)):
            for end in range(begin + 1, min(begin + 3, len(self.items)) + 1):
                run = self.items[begin:end]
                if not all(item.words and not item.negated and item.low == 1 == item.high for item in run):
                    break
                if len(run) > 1 and not all(word[0].isalnum() or word in ",;" for item in run for word in item.words):
                    break
                texts = tuple(_joined(parts) for parts in product(*(sorted(item.words) for item in run)))
                if len(texts) <= MAX_NEEDLES:
                    best = max(best, (_rarity(texts), texts))
        return tuple(text for needle in best[1] for text in {needle: 0, needle.replace("'", "’"): 0})


def _sizes(item: Item, words: Words, at: int) -> range:
    """How many tokens the item can take from ``at`` on, the most first."""
    if item.edge:
        return range(0, -1, -1) if _at_edge(words, at, item.edge) else range(0)
    count = 0
    while count < item.high and at + count < len(words.tokens) and item.fits(words, at + count):
        count += 1
    return range(count, item.low - 1, -1)


def _joined(parts: tuple[str, ...]) -> str:
    """Words as they stand in a sentence: no space before a comma."""
    return " ".join(parts).replace(" ,", ",").replace(" ;", ";")


def _rarity(texts: tuple[str, ...]) -> float:
    """A guess at how rarely one of the texts occurs: its rarest word counts, and how many texts there are."""
    worst = min(
        max((len(word) if word not in _FREQUENT else 1) for word in text.split()) + 2 * text.count(" ") for text in texts
    )
    return worst - len(texts) / 2000


def _at_edge(words: Words, at: int, edge: str) -> bool:
    if edge == "<":
        return at == 0 or words.tokens[at - 1].text in _STOPS or words.tokens[at - 1].text in "•-–—"
    return at == len(words.tokens) or words.tokens[at].text in _STOPS


def _words(text: str, lists: Mapping[str, tuple[str, ...]], pattern: str) -> Iterator[str]:
    for part in text.split("|"):
        if part.startswith("$"):
            if part[1:] not in lists:
                raise PatternError(f"“{pattern}” names the word list “{part}”, which the rule does not have")
            yield from _words("|".join(lists[part[1:]]), {}, pattern)
        elif part.endswith("~"):
            yield from verb_forms(part[:-1].lower())
        elif part:
            yield part.lower()


def _item(text: str, lists: Mapping[str, tuple[str, ...]], pattern: str) -> Item:
    if text in ("<", ">"):
        return Item(frozenset(), "", False, "", "", 0, 0, text)
    match = _ITEM.fullmatch(text)
    if match is None:
        raise PatternError(f"“{text}” in the pattern “{pattern}” is no item")
    low, high = _OFTEN[match["often"]]
    written = match["words"]
    ending = written[1:] if written.startswith("*") else ""
    fixed = frozenset() if ending or written == "_" else frozenset(_words(written, lists, pattern))
    if match["not"] and not fixed:
        raise PatternError(f"“{text}” in the pattern “{pattern}” denies no word")
    return Item(fixed, ending, bool(match["not"]), match["tags"] or "", match["kind"] or "", low, high)


def sequence(pattern: str, lists: Mapping[str, tuple[str, ...]]) -> Sequence:
    """A pattern from its text; raises ``PatternError``."""
    items, first, last = [], 0, -1
    for number, part in enumerate(pattern.split()):
        if part.startswith("«"):
            first, part = number, part[1:]
        if part.endswith("»"):
            last, part = number, part[:-1]
        items.append(_item(part, lists, pattern))
    if not items or len(items) > MAX_ITEMS or sum(item.high > 1 for item in items) > MAX_OPEN:
        raise PatternError(f"the pattern “{pattern}” is empty or too long: {MAX_ITEMS} items, {MAX_OPEN} of them repeated")
    return Sequence(tuple(items), first, last if last >= 0 else len(items) - 1)
