"""Find thousands of literals in one pass.

An Aho-Corasick automaton (``ahocorasick_rs``) where its wheel exists; the first short texts, and
all where it does not, are looked through by hand: slower, with the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.light import Any
from jdlint.core.tools import bisect_right

# texts: to load and build the automaton of 18,000 literals takes 26 ms, as long as ten of these
_FEW = 8
_SHORT = 20_000  # characters
_EACH = 500  # literals of which each is sought by itself sooner than all at each place
_NONE = -1


def parents_of(literals: Sequence[str]) -> list[int]:
    """For each of some sorted literals the longest other one that it opens with; -1: none."""
    found: list[int] = []
    open_ones: list[int] = []
    for index, literal in enumerate(literals):
        while open_ones and not literal.startswith(literals[open_ones[-1]]):
            open_ones.pop()
        found.append(open_ones[-1] if open_ones else _NONE)
        open_ones.append(index)
    return found


class Needles:
    """The places of all literals in a text, overlapping ones too.

    The automaton is built where it pays. ``parents``: what ``parents_of`` says of literals that are
    sorted; others are told apart by themselves.
    """

    __slots__ = ("_automaton", "_literals", "_longest", "_order", "_parents", "_plain", "_sorted")

    def __init__(self, literals: Sequence[str], parents: Sequence[int] | None = None) -> None:
        self._literals = literals
        self._automaton: Any = None
        self._plain = _FEW if literals else 0  # texts that are still looked through by hand
        self._sorted: Sequence[str] = literals if parents is not None else ()
        self._order: Sequence[int] = ()  # of the sorted ones, where they are others
        self._parents: Sequence[int] = parents or ()
        self._longest = 0

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Triples of literal number, start and end in ``text``, in order of the end, longer ones
        first."""
        if self._plain and len(text) <= _SHORT:
            self._plain -= 1
            return self._by_hand(text)
        self._build()
        if self._automaton is not None:
            found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
                text, overlapping=True
            )
            return found
        return self._by_hand(text)

    def _by_hand(self, text: str) -> list[tuple[int, int, int]]:
        few = len(self._literals) < _EACH
        found = self._of_each(text) if few else self._at_each_place(text)
        return sorted(set(found), key=lambda hit: (hit[2], hit[1]))

    def _of_each(self, text: str) -> Iterator[tuple[int, int, int]]:
        for number, literal in enumerate(self._literals):
            at = text.find(literal)
            while at >= 0:
                yield number, at, at + len(literal)
                at = text.find(literal, at + 1)

    def _at_each_place(self, text: str) -> Iterator[tuple[int, int, int]]:
        """What stands in order right before the text at a place, or what that opens with, is all
        that the place can open with."""
        self._sort()
        known, order, parents, longest = self._sorted, self._order, self._parents, self._longest
        for at in range(len(text)):
            place = text[at : at + longest]
            index = bisect_right(known, place) - 1
            while index >= 0:
                literal = known[index]
                if place.startswith(literal):
                    yield order[index] if order else index, at, at + len(literal)
                index = parents[index]

    def _sort(self) -> None:
        if self._longest:
            return
        if not self._sorted:
            self._order = sorted(range(len(self._literals)), key=self._literals.__getitem__)
            self._sorted = [self._literals[number] for number in self._order]
            self._parents = parents_of(self._sorted)
        self._longest = max(map(len, self._sorted))

    def _build(self) -> None:
        if self._automaton is not None or not self._literals:
            return
        try:
            from ahocorasick_rs import AhoCorasick
        except ImportError:
            return
        self._automaton = AhoCorasick(self._literals, store_patterns=False)
