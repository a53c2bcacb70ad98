"""The steps of a pattern over tokens, and how they match (``sequence`` reads them from a line)."""

from __future__ import annotations

from itertools import product

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.lang.en.tagging import rarity
from jdlint.lang.en.tokens import Words

_STOPS = frozenset(".!?;:")
_Span = tuple[int, int]
_MARKS = " \n.,;:!?)(/\"'“”’*"
_LAST = re.late(r"[^\w]")
_LIKELY, _UNLIKELY = 0.8, 0.2  # chances from which a Penn tag counts as given, or as excluded
MAX_NEEDLES = 500


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
    plain: bool = False
    penn: tuple[str, ...] = ()
    denied: bool = False

    def fits(self, words: Words, index: int) -> bool:
        word = words.lowers[index]
        if self.words:
            if (word in self.words) == self.negated or (self.negated and not word[0].isalnum()):
                return False
        elif self.ending and not (word.endswith(self.ending) and len(word) > len(self.ending) + 1):
            return False
        if self.penn and not self._analysed(words, index):
            return False
        if not self.tags:
            return bool(self.words or self.ending) or word[0].isalnum() or word[0] == "\ufffc"
        if self.kind == "?":
            return any(tag in self.tags for tag in words.options[index])
        return (words.tags[index] in self.tags) != (self.kind == "!")

    def _analysed(self, words: Words, index: int) -> bool:
        token = words.token(index)
        if token is None or (token.hidden and not self.denied):
            return False
        chance = token.chance(*self.penn)
        return chance <= _UNLIKELY if self.denied else chance >= _LIKELY


class Match(NamedTuple):
    """Token ranges: of the marked part, and of each item."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]


class Anchor(NamedTuple):
    """Lower-case literals of which one stands at item number ``item`` in every match, and what must
    stand around it: words, or how the word before and the word behind end.

    Between ``least`` and ``most`` tokens of the match come before.
    """

    item: int
    needles: tuple[str, ...]
    before: frozenset[str] | None
    after: frozenset[str] | None
    ending: str
    least: int
    most: int
    lead: str = ""

    def possible(self, text: str, start: int, end: int) -> bool:
        """A quick look at the words around ``text[start:end]``, before anything is cut into
        tokens."""
        if self.after is not None or self.ending:
            word = _LAST.split(text[end : end + 24].lstrip(_MARKS), 1)[0]
            if not word.replace("’", "'").endswith(self.ending) or (
                self.after is not None and word not in self.after
            ):
                return False
        if self.lead:
            before = text[max(start - 24, 0) : start].rstrip().replace("’", "'")
            if not before.endswith(self.lead):
                return False
        if self.before is not None:
            words = text[max(start - 24, 0) : start].split()
            return bool(words) and _LAST.split(words[-1])[-1] in self.before
        return True


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
        self, words: Words, at: int, index: int, found: list[_Span], dead: set[_Span]
    ) -> bool:
        """Match the items from ``index`` on; what failed once (``dead``) is not tried again, so
        time stays linear."""
        begun = len(found)
        while index < len(self.items) and self.items[index].plain:
            if at >= len(words.lowers) or not self.items[index].fits(words, at):
                del found[begun:]
                return False
            found.append((at, at + 1))
            at, index = at + 1, index + 1
        if index == len(self.items):
            return True
        if (index, at) in dead:
            del found[begun:]
            return False
        for size in _sizes(self.items[index], words, at):
            found.append((at, at + size))
            if self._step(words, at + size, index + 1, found, dead):
                return True
            found.pop()
        dead.add((index, at))
        del found[begun:]
        return False

    def around(self, words: Words, at: int, anchor: Anchor) -> Match | None:
        """The match whose anchor starts at token ``at``."""
        if at < 0:
            return None
        for start in range(max(at - anchor.most, 0), at - anchor.least + 1):
            found = self.match(words, start)
            if found is not None and found.items[anchor.item][0] <= at < found.items[-1][1]:
                return found
        return None

    @property
    def length(self) -> int:
        """The most tokens that a match can hold."""
        return sum(item.high for item in self.items)

    def anchor(self) -> Anchor:
        """Where to start looking: the literals that seem the rarest."""
        begin, end = self._rarest()
        rows = product(*(sorted(item.words) for item in self.items[begin:end])) if end else ()
        needles = tuple(
            text
            for needle in map(_joined, rows)
            for text in {needle: 0, needle.replace("'", "’"): 0}
        )
        least = sum(item.low for item in self.items[:begin])
        most = sum(item.high for item in self.items[:begin])
        ending = self.items[end].ending if end < len(self.items) and self.items[end].low else ""
        lead = self.items[begin - 1].ending if begin and self.items[begin - 1].low else ""
        around = self._fixed(begin - 1), self._fixed(end)
        return Anchor(begin, needles, *around, ending, least, most, lead)

    def _rarest(self) -> tuple[int, int]:
        """The first and the last but one of the items whose words seem the rarest; none where no
        item has words alone."""
        times = [rarity.often(item.words) for item in self.items]
        best = (1e9, 0, 0)
        for begin in range(len(self.items)):
            for end in range(begin + 1, min(begin + 3, len(self.items)) + 1):
                run = self.items[begin:end]
                if not all(
                    item.words and not item.negated and item.low == 1 == item.high for item in run
                ):
                    break
                if len(run) > 1 and not all(
                    word[0].isalnum() or word in ",;" for item in run for word in item.words
                ):
                    break
                rows = int(rarity.product(len(item.words) for item in run))
                if rows <= MAX_NEEDLES:
                    best = min(best, (rarity.cost(times[begin:end], rows), begin, end))
        return best[1:]

    def _fixed(self, index: int) -> frozenset[str] | None:
        """The words that item ``index`` must be one of; ``None`` where it is open."""
        if not 0 <= index < len(self.items):
            return None
        item = self.items[index]
        plain = item.words and not item.negated and item.low == 1 == item.high
        return item.words if plain and all(word.isalnum() for word in item.words) else None


def _sizes(item: Item, words: Words, at: int) -> range:
    """How many tokens the item can take from ``at`` on, the most first."""
    if item.edge:
        ends = item.words and ">" in item.edge and at < len(words)  # more of the text follows
        edges = item.edge.replace(">", "") if ends else item.edge
        least = 0 if any(_at_edge(words, at, edge) for edge in edges) else 1
        fits = bool(item.words) and at < len(words) and item.fits(words, at)
        return range(int(fits), least - 1, -1)
    count = 0
    while count < item.high and at + count < len(words) and item.fits(words, at + count):
        count += 1
    return range(count, item.low - 1, -1)


def _joined(parts: tuple[str, ...]) -> str:
    """Words as they stand in a sentence: no space before a comma."""
    return " ".join(parts).replace(" ,", ",").replace(" ;", ";")


def _at_edge(words: Words, at: int, edge: str) -> bool:
    if edge == "<":
        return at == 0 or words.texts[at - 1] in _STOPS or words.texts[at - 1] in "•-–—"
    return at == len(words) or words.texts[at] in _STOPS
