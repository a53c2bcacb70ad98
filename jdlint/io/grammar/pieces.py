"""The sentences of a block, cut only where every reader would: a grammar engine is asked about each
distinct sentence once, not about each paragraph that repeats it."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

# a mark that may end a sentence, quotation marks and brackets that close, and what opens the next
_BREAK = re.late(
    r"([^\W\d_]+)[\"”’)\]]*[.!?]+[\"”’)\]]*[ \n\u00a0]+(?=[\"“‘(]?[A-ZÀ-ÖØ-Þ][^\W\d_]*[ ,'’])"
)
_LEAST = 3  # letters of a last word; shorter ones before a dot are often cut (“No. Two”, “z. B.”)
# in English, German, French, Spanish, Dutch and Italian: a dot behind them ends no sentence
_CUT = frozenset(
    "abb abs anm approx apr art asst aufl aug ausg avda avg bsp bspw bzw capt col corp dec dept "
    "dipl dir dott dres ecc enz est etc evtl exkl feb fig ggf gouv govt hon inc incl ing inkl "
    "jan jul jun lic lieut ltd mag mar max mind min mio mme mrs mrd msgr nov num oct okt "
    "pag pharm phil pos prof ref rep resp rev sen sept sgt sig sog sra srl std str tel univ "
    "usw vgl vol zzgl".split()
)


class Piece(NamedTuple):
    """A sentence of a text: where it starts, in code points, and its words."""

    start: int
    text: str


def pieces(text: str) -> list[Piece]:
    """The sentences of a text in order; what stands between two of them is in none."""
    found: list[Piece] = []
    start = 0
    for match in _BREAK.finditer(text):
        last = match[1]
        if len(last) < _LEAST or not last[-1].islower() or last.casefold() in _CUT:
            continue
        if match.start() and text[match.start() - 1] == ".":  # “e.g.”, “U.S.”
            continue
        found.append(Piece(start, text[start : match.end()].rstrip()))
        start = match.end()
    return [*found, Piece(start, text[start:])]
