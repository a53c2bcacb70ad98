"""Series that have a comma before their conjunction here and none there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import elsewhere
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import Counter
from jdlint.core.words import word_set
from jdlint.lang.en.lexicon import tags
from jdlint.lang.en.syntax.analysis import Token, analyse
from jdlint.posting.roles import HEADS

_NOUN = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PHRASE = _NOUN | {"JJ", "JJR", "JJS", "CD", "VBG", "VBN", "DT", "PRP$", "POS"}
_QUALITY = frozenset(("JJ", "JJR", "JJS", "VBN"))
_OPENERS = frozenset(("IN", "TO", "WRB", "RB", "VBG", "VBN", "CC"))
_VERBS = frozenset(("VB", "VBD", "VBP", "VBZ", "MD"))
_FINITE = frozenset(("VBP", "VBZ", "VBD", "MD"))
_LEADS = frozenset(("DT", "PRP$", "VBG"))  # what a part opens with if the one before it does
_JOINS = frozenset(("and", "or"))
_LAST = _JOINS | {"etc", "etc.", "as"}  # “as well as”
_ENDS = frozenset((";", ":", "–", "—", "(", ")"))
_LONGEST = 4  # words of a part that is surely one
_JOIN = re.late(r",? (?:and|or) ")
_FAR = 100  # characters of four words
# what is part of no noun phrase of four words
_NEVER = word_set(
    "we you they it he she i us them who which is are was were be been has have had to of in for "
    "with on at by from as into and or but if when while not please"
)


class _Series(NamedTuple):
    """Where the part before the conjunction starts, where its last word ends, where the series
    ends, and whether a comma stands before the conjunction."""

    start: int
    before: int
    end: int
    comma: bool


@dataclass(frozen=True)
class SerialCommas:
    """Reports series of three with a comma before their conjunction, or without one, where the page
    mostly writes the other: at least ``ratio`` times as often; the first alone where there are more
    than ``most``. Where a page writes each at least ``both`` times, and neither so often, the first
    of the rarer is reported, without an edit.

    Only series of short noun phrases or adjectives are reported. Where one way is usual, it must be
    so in all that looks like a series to the eye, too (verbs, -ing forms, a bracket at its end).
    Values: ``found``, ``better``, ``count`` and ``example`` of the other. Variants: ``missing``,
    ``extra``, ``both``.
    """

    ratio: int = 3
    most: int = 4
    both: int = 2
    scope: tuple[str, ...] = ("paragraphs", "items", "description")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        blocks, seen = self._blocks(page)
        rows = [row for block in blocks for row in _in_block(page, block)]
        parts = [row for row in rows if row.comma], [row for row in rows if not row.comma]
        rare, usual = sorted(parts, key=len)
        if not rare:
            return
        if len(usual) >= self.ratio * len(rare):
            if seen[usual[0].comma] >= self.ratio * seen[not usual[0].comma]:
                for row in rare[: 1 if len(rare) > self.most else None]:
                    yield _finding(page, row, usual)
        elif len(rare) >= self.both:
            yield _finding(page, rare[0], usual)._replace(edits=(), variant="both")

    def _blocks(self, page: Page) -> tuple[list[Block], Counter[bool]]:
        """The blocks that may hold series, and how many series to the eye have the comma; no blocks
        where nothing can come of them: few pages need the tagger for this."""
        kinds, text = kinds_of(self.scope), page.prose.text
        found, seen = list[Block](), Counter[bool]()
        for block in page.blocks:
            if block.kind in kinds and text.find(", ", block.start, block.end) >= 0:
                commas = _may_be(page.text(block))
                seen.update(commas)
                if commas:
                    found.append(block)
        rare, usual = sorted((seen[True], seen[False]))
        mixed = rare >= self.both or (rare > 0 and usual >= self.ratio * rare)
        return (found if mixed else []), seen


def _may_be(text: str) -> list[bool]:
    """For each place that looks like the end of a series, whether a comma is there: a comma, one to
    four words that may be a noun's, and the conjunction."""
    found = list[bool]()
    for match in _JOIN.finditer(text):
        at = text.rfind(", ", max(0, match.start() - _FAR), match.start())
        words = text[at + 2 : match.start()].lower().split() if at >= 0 else ()
        if 0 < len(words) <= _LONGEST and _NEVER.isdisjoint(words):
            found.append(match[0].startswith(","))
    return found


def _in_block(page: Page, block: Block) -> Iterator[_Series]:
    """The series of a block, with their places on the page."""
    for row in _in_text(page.text(block)):
        at = block.start
        yield _Series(at + row.start, at + row.before, at + row.end, row.comma)


@by_text
def _in_text(text: str) -> Iterator[_Series]:
    """The series of a text that are plain to see."""
    for sentence in analyse(text).sentences:
        yield from _series(sentence.tokens)


def _series(tokens: Sequence[Token]) -> Iterator[_Series]:
    for index, token in enumerate(tokens):
        if token.lower not in _JOINS or index < 3 or index + 1 >= len(tokens):
            continue
        comma = tokens[index - 1].text == ","
        end = index - 1 if comma else index  # behind the last token of the middle part
        start = _part(tokens, end)
        first = start - 1  # behind the last token of the part before it
        if first < 1 or tokens[first].text != ",":
            continue
        before, middle = tokens[_part(tokens, first) : first], tokens[start:end]
        kind = _kind(middle)
        if not kind or kind != _kind(before) or not _alike(before, middle):
            continue
        stop = _end(tokens, index + 1, kind)
        last = tokens[index + 1 : stop]
        if stop and not comma and (_shares_noun(middle, last) or _is_member(tokens, stop)):
            continue
        if stop and not _goes_on(tokens, stop) and not _opening(tokens[:first]):
            yield _Series(middle[0].start, middle[-1].end, tokens[stop - 1].end, comma)


def _part(tokens: Sequence[Token], end: int) -> int:
    """Where the part that ends before ``end`` starts."""
    start = end
    while start and end - start < _LONGEST and tokens[start - 1].tag in _PHRASE:
        start -= 1
    return start


def _kind(part: Sequence[Token]) -> str:
    """N for a noun phrase, J for adjectives, empty for anything that is not sure."""
    if not part or any(token.hidden for token in part):
        return ""
    last = part[-1]
    if last.surely(*_NOUN, least=0.7):
        return "N"
    return "J" if len(part) == 1 and last.surely(*_QUALITY, least=0.7) else ""


def _end(tokens: Sequence[Token], start: int, kind: str) -> int:
    """Where the last part ends; 0 where what follows the conjunction is not of the kind."""
    end = start
    while end < len(tokens) and end - start < _LONGEST and tokens[end].tag in _PHRASE:
        end += 1
    found = _kind(tokens[start:end])
    single = kind == "J" and found == "N" and end == start + 1
    return end if found == kind or single else 0


def _alike(before: Sequence[Token], middle: Sequence[Token]) -> bool:
    """Whether two parts can be of one series: no rank and its field (“Manager, Sales and …”), no
    apposition (“Pax, our cook and …”), no clause (“ropes, keeping sails and …”)."""
    last = before[-1]
    if last.text[0].isupper() and last.lower.rstrip("s") in HEADS:
        return False
    first, other = before[0].tag, middle[0].tag
    if len(middle) > 1 and other == "NNS" and "Z" in tags(middle[0].lower):
        return False  # a verb and its object (“a crew mate, shares ideas and …”)
    return other == first or not {first, other} & _LEADS or (first in _LEADS and other in _NOUN)


def _shares_noun(middle: Sequence[Token], last: Sequence[Token]) -> bool:
    """Whether the middle part may be a modifier of the last one's noun: “North and South America”,
    “unit and integration testing”."""
    single = len(middle) == 1 and middle[0].tag in ("NN", "NNP", "JJ")
    return single and len(last) > 1 and last[-2].tag in ("NN", "NNP", "JJ")


def _is_member(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a pair that ends before ``stop`` is one part of a series that goes on behind it and
    ends further on: “sails, hulls and keels, ropes, and tar”."""
    if stop + 1 >= len(tokens) or tokens[stop].text != ",":
        return False
    for index in range(stop + 1, len(tokens) - 1):
        token = tokens[index]
        if token.tag in _FINITE or token.text in _ENDS:
            return False
        if token.text == "," and tokens[index + 1].lower in _LAST:
            return True
    return False


def _goes_on(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a verb follows, or another conjunction: then it is a clause, or a part of a longer
    series."""
    following = tokens[stop : stop + 2]
    if following and following[0].tag in _FINITE:
        return True
    return len(following) == 2 and following[0].text == "," and following[1].tag == "CC"


def _opening(before: Sequence[Token]) -> bool:
    """Whether the words before the comma are no part of the series but what opens the sentence (“In
    Riga, ropes and sails …”)."""
    return before[0].tag in _OPENERS and not any(token.tag in _VERBS for token in before)


def _finding(page: Page, row: _Series, usual: Sequence[_Series]) -> Finding:
    text = page.prose.text
    other = usual[0]
    if row.comma:
        at = text.index(",", row.before)
        edit, better = (at, at + 1, ""), text[row.start : at] + text[at + 1 : row.end]
    else:
        at = row.before
        edit, better = (at, at, ","), f"{text[row.start : at]},{text[at : row.end]}"
    span = page.prose.span(row.start, row.end)
    exact = page.exact(row.start, row.end)
    place = page.prose.span(edit[0], edit[1]) if edit[0] != edit[1] else _after(page, at)
    values = {
        "found": text[row.start : row.end],
        "better": better,
        "count": str(len(usual)),
        "example": text[other.start : other.end],
    }
    related = elsewhere(page, usual, "otherwise here")
    edits = (Edit(place, edit[2]),) if exact else ()
    return Finding(span, values, edits, related, variant="extra" if row.comma else "missing")


def _after(page: Page, at: int) -> Span:
    end = page.prose.span(at - 1, at).end
    return Span(end, end)
