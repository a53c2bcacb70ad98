"""Compounds that lack their hyphen before a noun: “results driven crews”, “a 36 hour watch”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.checks.words._compound_figures import DETERMINERS, NEEDLES, Compound, figure
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.lang.en.spelling.compounds import modifiers
from jdlint.lang.en.syntax.analysis import Token, analyse

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_BARE = ("NN", "NNP")
_PERHAPS = 0.6  # a name that the tagger does not know is a noun with this chance
_LIKELY = 0.75  # the chance from which a part of speech counts as given
_SUBJECTS = frozenset(
    "i we you they he she it who that which to will can must should may would".split()
)
_SPENDING = frozenset("spend spends spent spending waste wasted lose lost save saved".split())
_JOINS = ("VB", "VBP", "VBZ", "VBG", "VBD", "IN", "JJ", "CC", "PRP$", "DT")
_GOVERNS = ("IN", "VB", "VBG", "VBP", "VBZ")  # what a bare noun is no subject behind
_SAYS = frozenset("believe believes think thinks know knows say says hope hopes ensure".split())
_OPENING = frozenset(
    "that because if while since as although though until after before than".split()
)
_ORDINALS = frozenset("first second third final last".split())  # a 45 minute first interview
_SECOND = (*_NOUN, "JJ", "VBN", "VBG")
_SIZES = frozenset("short near medium mid low small junior moderate".split())
_PAIR = 2
_FARTHEST = 3  # the noun is one of so many words: efficient internal legal team
_BETWEEN = frozenset((",", "and", "but", "or", "yet"))
_ACTS = frozenset("making solving keeping taking saving generating".split())
_DESCRIBES = ("JJ", "JJR", "JJS", "RB", "VBG", "VBN")
_BODIES = frozenset(
    """center centre institute school department lab laboratory office faculty division college
    academy program programme unit""".split()
)
# ways to work are written with capitals and hyphens: Test-Driven Development
_WAYS = frozenset("development design testing programming architecture engineering".split())
_ENDS = ("on", "upon", "around", "to")
_CLOSED = frozenset("on out up in".split())  # one word with these: ongoing, upcoming
_PLAIN = re.late(r"[A-Za-z]+$")


@dataclass(frozen=True)
class CompoundModifiers:
    """Reports numbers with their unit, nouns with a participle, and known pairs that stand before
    the noun that they describe without their hyphen.

    Nothing is reported where the words may be parts of a sentence of their own (“the team owned
    projects”). Values: ``found``, ``better``.
    """

    scope: tuple[str, ...] = ("prose", "headings")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> Sequence[str]:
        known = modifiers()
        pairs = {f" {pair[1]} " for pair in known.pairs | known.after_determiner}
        ends = {f" {word} " for word in known.units | known.after_noun | known.after_bare_noun}
        prefixes = {f"{prefix} " for prefix in known.prefixes}
        return tuple(sorted({*NEEDLES} | pairs | ends | prefixes))

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, done = kinds_of(self.scope), -1
        for hit in hits:
            block = page.block_at(hit.start)
            if block.start <= done or block.kind not in kinds:
                continue
            done = block.start
            text = page.text(block)
            for found in _in_text(text):
                tokens = analyse(text).tokens
                start, end = tokens[found.first].start, tokens[found.last - 1].end
                yield _finding(page, block.start + start, block.start + end, found)


@by_text
def _in_text(text: str) -> Iterator[Compound]:
    """The compounds of a text that lack hyphens."""
    return _compounds(analyse(text).tokens)


def _compounds(tokens: Sequence[Token]) -> Iterator[Compound]:
    """The compounds that lack hyphens, in order."""
    last = -1
    for index in range(len(tokens) - 1):
        if index < last or not tokens[index + 1].spaced:
            continue
        found = figure(tokens, index)
        if found is None and index + 2 < len(tokens):
            found = _pair(tokens, index)
        if found is None or _is_named(tokens, found):
            continue
        described = found.described or _before_noun(tokens, found.last, found.least)
        if not (described or _in_phrase(tokens, found) or _is_joined(tokens, found)):
            continue
        last = found.last
        yield found


def _pair(tokens: Sequence[Token], index: int) -> Compound | None:
    """Two words that make one modifier: Bergen based, time sensitive, in depth."""
    first, second, known = tokens[index], tokens[index + 1], modifiers()
    if not (_PLAIN.match(first.text) and _PLAIN.match(second.text)):
        return None
    if index > 1 and first.text[0].isupper() and tokens[index - 1].lower == "of":
        return None  # “Quality of Service aware”: the name has more words
    if second.text[0].isupper() and not first.text[0].isupper():
        return None
    before = tokens[index - 1] if index else None
    pair = (first.lower, second.lower)
    if _stands_apart(tokens, index) or pair in known.never:
        return None
    sure = second.lower in known.certain and second.text.islower()
    whole = before is not None and (before.lower, first.lower) in known.wholes
    start = index - 1 if whole and first.spaced else index  # customer-service-oriented
    found = Compound(start, index + 2, _hyphened(tokens[start : index + 2]), sure)
    if pair in known.pairs or _is_prefixed(before, first, second):
        return found
    if second.lower == "related" and (
        first.number == "plural" or (before is not None and before.text == ",")
    ):
        return None  # “sums related docks” lacks “to”, “Physics, engineering related field” “or a”
    if second.lower in known.after_noun:
        skilled = before is not None and before.tag == "RB"  # “skillfully map specific inquiries”
        noun = first.chance(*_NOUN) >= (_LIKELY if skilled else _PERHAPS)
        return found if noun and not _may_be_subject(tokens, index) else None
    if second.lower in known.after_bare_noun:
        return found if _is_bare(tokens, index) else None
    return None


def _is_named(tokens: Sequence[Token], found: Compound) -> bool:
    """Whether a compound is a part of a proper name: in capitals behind “Institute for”, or one of
    three words in capitals and more inside a sentence."""
    first, last = found.first, found.last
    if not all(_capital(token) for token in tokens[first:last]):
        return False
    while last < len(tokens) and _capital(tokens[last]):
        last += 1
    while first > 0 and _capital(tokens[first - 1]):
        first -= 1
    if last == found.last:
        return False  # “a Results Driven crew”
    if first > 1 and tokens[first - 1].lower in ("for", "of"):
        body = tokens[first - 2]
        if _capital(body) and body.lower in _BODIES:
            return True
    inside = first > 0 and tokens[first - 1].word and tokens[first - 1].text.islower()
    return inside and last - first > _PAIR and tokens[last - 1].lower not in _WAYS


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _stands_apart(tokens: Sequence[Token], index: int) -> bool:
    """Whether what stands before two words makes the first a word of its own."""
    if not index:
        return False
    before, first = tokens[index - 1], tokens[index]
    pair = (first.lower, tokens[index + 1].lower)
    if before.lower == "to" and first.chance("VB") <= 1 - _LIKELY and pair in modifiers().pairs:
        # “due to high level goals”; another rule writes both hyphens in “medium to long term”
        return index > 1 and tokens[index - 2].lower in _SIZES
    subject = before.lower in _SUBJECTS and before.text != "IT"
    if subject or before.lower in _SPENDING or before.text in ("-", "–"):
        return True
    return before.text == "/" and not first.spaced


def _is_prefixed(before: Token | None, first: Token, second: Token) -> bool:
    """Whether two words are a modifier because of what stands before them: an in depth review,
    our cross functional team."""
    known = modifiers()
    if second.lower == "level" and first.text.isupper() and len(first.text) > 1:
        return True  # “CEO level goals”
    if (first.lower, second.lower) in known.after_determiner:
        return _opens(before, first.lower, True)
    if first.lower not in known.prefixes or second.tag not in _SECOND:
        return False  # “your whole self to work”
    if first.lower == "self" and second.tag in _NOUN:
        return False  # “self time management”
    return _opens(before, first.lower, False)


def _opens(before: Token | None, first: str, pair: bool) -> bool:
    """Whether a noun phrase surely opens with the word after ``before``, so that it is no
    adverb or verb."""
    if before is not None and before.lower in DETERMINERS:
        return True
    if pair:  # for on demand tours
        return first in ("in", "on") and getattr(before, "lower", "") in ("for", "of", "with")
    return first in ("multi", "non") or (before is not None and before.tag in _JOINS)


def _may_be_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether “based”, “powered” or the like may be what the noun before it did (the firm based
    decisions on…)."""
    if tokens[index + 1].lower not in ("based", "powered", "centered", "centred", "related"):
        return tokens[index + 1].lower == "facing" and tokens[index].number == "plural"
    reach = 5 if tokens[index + 1].lower == "related" else 8
    rest = tokens[index + 2 : index + reach]
    ends = ("on", "upon", "around") if tokens[index + 1].lower == "based" else _ENDS
    return any(token.lower in ends for token in rest)


def _is_bare(tokens: Sequence[Token], index: int) -> bool:
    """Whether a singular noun stands without article, or the article in the singular is that of the
    noun behind: so it is no subject."""
    first, following = tokens[index], tokens[index + 2]
    if not first.surely(*_BARE, least=_LIKELY) or not index:
        return False
    before = tokens[index - 1]
    if before.lower in ("a", "an"):
        return following.number == "singular"
    if before.tag not in _GOVERNS or before.lower in _OPENING | _SAYS:
        return False
    return first.tag == "NN" or (first.text.isupper() and before.tag == "IN")


def _before_noun(tokens: Sequence[Token], index: int, least: float = _LIKELY) -> bool:
    """Whether a noun follows, if need be after one adjective or two."""
    if index >= len(tokens) or not tokens[index].spaced or not tokens[index].word:
        return False
    for token in tokens[index : index + _FARTHEST]:
        if token.hidden:
            return False
        if token.chance(*_NOUN) >= least:
            return True
        if token.lower in _ORDINALS:
            continue
        if token.chance(*_NOUN, "JJ", "VBN", "VBG") < least:
            return False
    return False


def _in_phrase(tokens: Sequence[Token], found: Compound) -> bool:
    """Whether an article and a noun embrace the words and more that describes the noun: a fast
    paced, friendly team; a results oriented and patient cook."""
    if not found.certain or not found.first or found.last - found.first != _PAIR:
        return False
    if tokens[found.last - 1].lower in _ACTS:
        return False  # “the decision making and review process”
    opening = tokens[found.first - 1]
    if found.first > 1 and opening.tag == "RB":
        opening = tokens[found.first - 2]  # “a very fast paced”
    if opening.lower not in DETERMINERS:
        return False
    end = found.last
    while end < len(tokens) and (tokens[end].lower in _BETWEEN or _describes(tokens, end)):
        end += 1
    if end == found.last or tokens[found.last].lower not in _BETWEEN or end == len(tokens):
        return False
    return _before_noun(tokens, end)


def _is_joined(tokens: Sequence[Token], found: Compound) -> bool:
    """Whether a further pair and the noun of both follow: large scale, high traffic harbours."""
    at, known = found.last + 1, modifiers().pairs
    first = tuple(t.lower for t in tokens[found.first : found.last])
    if at + 1 >= len(tokens) or tokens[at - 1].text not in (",", "and") or first not in known:
        return False
    parts = tokens[at].lower.split("-")
    size = 1 if len(parts) > 1 else 2  # the second has its hyphen already, or not
    second = (*parts, *(token.lower for token in tokens[at + 1 : at + size]))
    return second in known and _before_noun(tokens, at + size)


def _describes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word describes a noun behind it, or is the first of two that do (detail
    oriented)."""
    if tokens[index].tag in _DESCRIBES:
        return True
    return index + 1 < len(tokens) and tokens[index + 1].lower in modifiers().certain


def _hyphened(tokens: Sequence[Token]) -> str:
    first, last = tokens[0], tokens[-1]
    if last.lower in ("going", "coming") and first.lower in _CLOSED:
        return first.text + last.text
    return "-".join(token.text for token in tokens)


def _finding(page: Page, start: int, end: int, found: Compound) -> Finding:
    span = page.prose.span(start, end)
    edits = (Edit(span, found.better),) if page.exact(start, end) else ()
    values = {"found": page.prose.text[start:end], "better": found.better}
    return Finding(span, values, edits, certain=found.certain)
