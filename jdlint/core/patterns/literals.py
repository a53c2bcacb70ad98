"""Find thousands of literals in one pass.

An Aho-Corasick automaton (``ahocorasick_rs``) where its wheel exists, else one search for each
literal: slower, with the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.light import Any


class Needles:
    """The places of all literals in a text, overlapping ones too."""

    __slots__ = ("_automaton", "_literals")

    def __init__(self, literals: Sequence[str]) -> None:
        self._literals = list(literals)
        self._automaton: Any = None
        if not self._literals:
            return
        try:
            from ahocorasick_rs import AhoCorasick
        except ImportError:
            return
        self._automaton = AhoCorasick(self._literals, store_patterns=False)

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Triples of literal number, start and end in ``text``, in order of the end."""
        if self._automaton is not None:
            found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
                text, overlapping=True
            )
            return found
        return sorted(self._slow(text), key=lambda hit: hit[2])

    def _slow(self, text: str) -> Iterator[tuple[int, int, int]]:
        for number, literal in enumerate(self._literals):
            at = text.find(literal)
            while at >= 0:
                yield number, at, at + len(literal)
                at = text.find(literal, at + 1)
