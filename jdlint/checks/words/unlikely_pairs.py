"""Two small words side by side that never stand so in edited prose: “ask them as and how”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.tools import cache
from jdlint.lang.en.tokens import QUOTING, Words, words
from jdlint.lang.lists import text_of

# what is right for once: “as and when”, “all you do is have fun”, “are they a crew”
_ARTICLES, _AMOUNTS = ("the", "a", "an"), ("some", "any", "each", "all", "many", "most")
_AFTER = {
    ("as", "and"): "when if", ("as", "or"): "when", ("we", "the"): "people undersigned",
    ("some", "your"): "way", ("an", "a"): "priori posteriori",
    ("is", "does"): "it this that he she the",
    **{("the", name): "address field operator keyword command statement clause button"
       for name in ("from", "to", "or", "and", "at", "by")},
    ("your", "from"): "address field", ("our", "from"): "address field",
    ("your", "to"): "do dos", ("our", "to"): "do dos", ("their", "to"): "do dos",
}  # fmt: skip
_BEFORE = {
    "as": "well",  # bare verbs, too: as well as be open
    "on": "then later early so",
    "is": "do does did",
    "was": "do does did",
    "they": "are were",
    "we": "are were",
    "will": "the a my your his her our their its",
    "be": "to",
    "i": "were was am and or than as",
}
_AFTER_LABEL = frozenset("is are was were be had has".split())
_PERSONS = frozenset(("he", "she", "it"))


@cache
def unlikely() -> Mapping[str, frozenset[str]]:
    """Word -> the words that never follow it (``scripts/generate-pairs``)."""
    lines = text_of("spelling/unlikely-pairs.txt").splitlines()[1:]
    return {
        first: frozenset(rest.split()) for first, _, rest in (row.partition(" ") for row in lines)
    }


_BE = frozenset(("is", "was", "has"))


@dataclass(frozen=True)
class UnlikelyPairs:
    """Reports two small words that no edited prose has side by side, so that one of them is wrong
    or too many, or a word is missing between them.

    Values: ``found``, ``first``, ``second``, ``whole`` (with “of”). Variants: ``first`` (“the some
    of”: the first word is too many), ``pair``.
    """

    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            for at in _in_text(text):
                yield _finding(page, block, words(text), at)


@by_text
def _in_text(text: str) -> Iterator[int]:
    """The first words of the unlikely pairs of a text."""
    cut, never = words(text), unlikely()
    lowers = cut.lowers
    for at in range(len(lowers) - 1):
        follows = never.get(lowers[at])
        if follows is not None and lowers[at + 1] in follows and _plain(cut, at):
            yield at


def _finding(page: Page, block: Block, cut: Words, at: int) -> Finding:
    start, end = block.start + cut.starts[at], block.start + cut.end(at + 1)
    values = {
        "found": page.prose.text[start:end],
        "first": cut.texts[at],
        "second": cut.texts[at + 1],
        "whole": cut.slice(at, min(at + 3, len(cut))),
    }
    variant = "first" if _first_is_left(cut.lowers, at) else "pair"
    return Finding(page.prose.span(start, end), values, variant=variant)


def _first_is_left(lowers: Sequence[str], at: int) -> bool:
    """Whether an article stands before a word that needs none: “the some of”."""
    second = lowers[at + 1]
    return lowers[at] in _ARTICLES and second in _AMOUNTS and lowers[at + 2 : at + 3] == ["of"]


def _plain(cut: Words, at: int) -> bool:
    """Whether both words are words of one sentence in small letters, a space between them."""
    first, second = cut.texts[at], cut.texts[at + 1]
    opens = at == 0 or cut.texts[at - 1] in ".!?:"
    if not second.islower() or not (
        first.islower()
        or first == "I"
        or (opens and first.istitle() and first != "A" and second not in _BE)  # Every is a name
    ):
        return False
    if cut.text[cut.end(at) : cut.starts[at + 1]] not in (" ", "\n"):
        return False
    before = cut.text[cut.starts[at] - 1 : cut.starts[at]] if at else " "
    end = cut.end(at + 1)
    if before in QUOTING or cut.text[end : end + 1] in QUOTING or not cut.text[end : end + 1]:
        return False
    if _labelled(cut, at) or _in_gap(cut, at):
        return False
    pair = cut.lowers[at], cut.lowers[at + 1]
    left = cut.lowers[at - 1] if at else ""
    right = cut.lowers[at + 2] if at + 2 < len(cut) else ""
    return (
        right not in _AFTER.get(pair, "").split() and left not in _BEFORE.get(pair[0], "").split()
    )


def _labelled(cut: Words, at: int) -> bool:
    """Whether “a” or “I” is a label (“berth a is”, “Pump I by”), or “also” stands before an
    adjective (“an also old boat”)."""
    first, second = cut.lowers[at], cut.lowers[at + 1]
    before = cut.options[at - 1] if at else ""
    if first == "i":
        return at > 0 and "O" in before and cut.texts[at - 1][:1].isupper()
    if first == "a" and (second in _AFTER_LABEL or second == "to"):
        return before[:1] in ("N", "M") and "V" not in before
    adjective = at + 2 < len(cut) and cut.options[at + 2][0] == "J" and cut.texts[at + 2].islower()
    return second == "also" and adjective


def _in_gap(cut: Words, at: int) -> bool:
    """Whether a clause ends between two words: “the dock we sail to was old”."""
    if cut.lowers[at + 1] not in _AFTER_LABEL or not at:
        return False
    if cut.lowers[at] == "to":
        return cut.options[at - 1][0] in "VDEGZ"
    return cut.lowers[at : at + 2] == ["has", "are"] and cut.lowers[at - 1] in _PERSONS
