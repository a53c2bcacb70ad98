"""Words and sentences of a block of prose, cut as the treebank cuts them, with their places.

Contractions come apart ("do|n't", "we|'re", "team|'s"), compounds with hyphens stay one word
("full-time"), a slash is a mark of its own. Every piece slices back; pieces never overlap; the time
is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

# A word keeps inner dots, ampersands, hyphens and apostrophes (Node.js, R&D, follow-up, o'clock),
# its ++ or #.
_PIECE = re.late(
    r"\ufffc+"
    r"|\.NET\b"
    r"|[^\W_]+(?:(?:[.@&'’‐‑-]|(?<=\d),(?=\d))[^\W_]+)*(?:\+\+|#(?!\w))?"
    r"|\.\.\.|--+|[^\w\s]|_+"
)
_CLITIC = re.late(r"(?i)(?<=[^\W\d_])(n['’]t|['’](?:s|re|ve|ll|d|m))\Z")
_BARE_CLITIC = re.late(r"(?i)(?:s|re|ve|ll|d|m)\Z")
_ABBREVIATIONS = frozenset(
    """
    e.g i.e etc eg ie vs mr mrs ms dr prof st no nos inc ltd co corp dept approx est fig cf al jr sr
    a.m p.m u.s u.k u.n e.u ph.d b.sc m.sc b.a m.a min max ext tel ca resp incl excl
    """.split()
)
_CLOSERS = frozenset("\"'”’)]»")
_STOPS = frozenset((".", "!", "?", "…", "...", "?!"))


class Piece(NamedTuple):
    """A word or mark: ``text[start:end]``."""

    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """The words and marks of a text, in order."""
    found: list[Piece] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        first = text[start]
        if first.isalnum():
            if text[end : end + 1] == "." != text[end + 1 : end + 2] and _abbreviated(
                text, start, end
            ):
                end += 1
                found.append(Piece(start, end))
            else:
                _word(text, start, end, found)
        elif found and found[-1].end > start:
            continue  # the dot of an abbreviation
        else:
            found.append(Piece(start, end))
    return found


def _word(text: str, start: int, end: int, found: list[Piece]) -> None:
    """A word, in two where it is a contraction."""
    if end - start == 6 and text[start:end].lower() == "cannot":
        found += (Piece(start, start + 3), Piece(start + 3, end))
        return
    tail = text[max(start, end - 4) : end]
    if "'" in tail or "’" in tail:
        match = _CLITIC.search(text, max(start, end - 4), end)
        if match and match.start() > start:
            found += (Piece(start, match.start()), Piece(match.start(), end))
            return
    found.append(Piece(start, end))


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the dot at ``end`` belongs to the word: "e.g.", "U.S.", an initial."""
    if end - start > 6:
        return False
    word = text[start:end].lower()
    if word in _ABBREVIATIONS:
        return (
            word not in ("no", "max", "min", "ext", "est")
            or text[end + 1 : end + 3].strip().isdigit()
        )
    return (
        end - start == 1
        and word.isalpha()
        and text[start].isupper()
        and text[end + 1 : end + 2] == " "
    )


def sentences(text: str, cut: Sequence[Piece]) -> list[tuple[int, int]]:
    """Ranges of pieces (end exclusive), one for each sentence."""
    found: list[tuple[int, int]] = []
    first, index, last = 0, 0, len(cut)
    while index < last:
        piece = text[cut[index].start : cut[index].end]
        index += 1
        if piece not in _STOPS:
            if index < last and _gap(text, cut, index):
                found.append((first, index))
                first = index
            continue
        while index < last and text[cut[index].start] in _CLOSERS and _touches(cut, index):
            index += 1
        if index < last and _opens(text, cut, index):
            found.append((first, index))
            first = index
    if first < last:
        found.append((first, last))
    return found


def _gap(text: str, cut: Sequence[Piece], index: int) -> bool:
    """Whether an empty line parts piece ``index`` from the one before."""
    start, end = cut[index - 1].end, cut[index].start
    return end - start > 1 and text.count("\n", start, end) > 1


def _touches(cut: Sequence[Piece], index: int) -> bool:
    return cut[index - 1].end == cut[index].start


def _opens(text: str, cut: Sequence[Piece], index: int) -> bool:
    """Whether a sentence can start with piece ``index``: after a space, with no small letter."""
    if _touches(cut, index):
        return False
    first = text[cut[index].start]
    if first in "\"'“‘([" and index + 1 < len(cut):
        first = text[cut[index + 1].start]
    return not first.islower() and first not in ",;)"
