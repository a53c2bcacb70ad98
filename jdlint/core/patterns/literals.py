"""Find thousands of literals in one pass.

An Aho-Corasick automaton (``ahocorasick_rs``) where its wheel exists, else one search for each
literal: slower, with the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.core.light import Any

_FEW = 2  # texts: to load and build the automaton takes 4 ms, as long as some ten texts
_SHORT = 20_000  # characters
_HEAD = 4  # of a literal's characters, which tell most that a text does not hold


class Needles:
    """The places of all literals in a text, overlapping ones too.

    The automaton is built where it pays: the first short texts are searched for the few literals
    whose first letters they hold.
    """

    __slots__ = ("_automaton", "_literals", "_plain")

    def __init__(self, literals: Sequence[str]) -> None:
        self._literals = list(literals)
        self._automaton: Any = None
        self._plain = _FEW if self._literals else 0  # texts that are still searched so

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Triples of literal number, start and end in ``text``, in order of the end, longer ones
        first."""
        if self._plain and len(text) <= _SHORT:
            self._plain -= 1
            heads = {text[at : at + _HEAD] for at in range(len(text))}
            rows = [row for row in enumerate(self._literals) if row[1][:_HEAD] in heads]
            rows += [row for row in enumerate(self._literals) if len(row[1]) < _HEAD]
            return _each(rows, text)
        self._build()
        if self._automaton is not None:
            found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
                text, overlapping=True
            )
            return found
        return _each(enumerate(self._literals), text)

    def _build(self) -> None:
        if self._automaton is not None or not self._literals:
            return
        try:
            from ahocorasick_rs import AhoCorasick
        except ImportError:
            return
        self._automaton = AhoCorasick(self._literals, store_patterns=False)


def _each(rows: Iterable[tuple[int, str]], text: str) -> list[tuple[int, int, int]]:
    """The same, one search for each literal."""
    return sorted(set(_places(rows, text)), key=lambda hit: (hit[2], hit[1]))


def _places(rows: Iterable[tuple[int, str]], text: str) -> Iterator[tuple[int, int, int]]:
    for number, literal in rows:
        at = text.find(literal)
        while at >= 0:
            yield number, at, at + len(literal)
            at = text.find(literal, at + 1)
