"""Compounds that lack their hyphen before a noun: “results driven crews”, “a 36 hour watch”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.lang.en.spelling.compounds import modifiers
from jdlint.lang.en.syntax.analysis import Token, analyse

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_BARE = ("NN", "NNP")
_PERHAPS = 0.6  # a name that the tagger does not know is a noun with this chance
_LIKELY = 0.75  # the chance from which a part of speech counts as given
_DETERMINERS = frozenset("a an the our your their its this each any every no another one".split())
_SUBJECTS = frozenset(
    "i we you they he she it who that which to will can must should may would".split()
)
_SPENDING = frozenset("spend spends spent spending waste wasted lose lost save saved".split())
_JOINS = ("VB", "VBP", "VBZ", "VBG", "VBD", "IN", "JJ", "CC", "PRP$", "DT")
_SECOND = (*_NOUN, "JJ", "VBN", "VBG")
_FIGURE = re.late(r"\d+(?:\.\d+)?$")
_ORDER = frozenset("day week month year step page part chapter phase stage section".split())
_ENDS = ("on", "upon", "around", "to")
_PLAIN = re.late(r"[A-Za-z]+$")


class _Compound(NamedTuple):
    """The tokens ``first`` up to ``last`` (exclusive) belong together and are written as
    ``better``; not all editors ask for a hyphen that is not ``certain``."""

    first: int
    last: int
    better: str
    certain: bool = True


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
        return tuple(sorted(pairs | ends | {f"{prefix} " for prefix in known.prefixes}))

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
def _in_text(text: str) -> Iterator[_Compound]:
    """The compounds of a text that lack hyphens."""
    return _compounds(analyse(text).tokens)


def _compounds(tokens: Sequence[Token]) -> Iterator[_Compound]:
    """The compounds that lack hyphens, in order."""
    last = -1
    for index in range(len(tokens) - 2):
        if index < last or not tokens[index + 1].spaced:
            continue
        found = _number(tokens, index) or _pair(tokens, index)
        if found is None or not _before_noun(tokens, found.last):
            continue
        last = found.last
        yield found


def _number(tokens: Sequence[Token], index: int) -> _Compound | None:
    """A number and a unit in the singular: 36 hour, two week, 30 or 60 minute."""
    known, unit = modifiers(), tokens[index + 1]
    if unit.lower not in known.units or not _is_number(tokens[index]):
        return None
    if index and (tokens[index - 1].lower in _ORDER or tokens[index - 1].text in "$€£#"):
        return None
    following = tokens[index + 2]
    if (
        following.number == "plural" and unit.lower not in known.spans
    ) or following.lower == "time":
        return None
    if following.lower in ("old", "long") and _before_noun(tokens, index + 3):
        return _Compound(index, index + 3, _hyphened(tokens[index : index + 3]))
    better = f"{tokens[index].text}-{unit.text}"
    if (
        index > 1
        and tokens[index - 1].lower in ("or", "and", "to")
        and _is_number(tokens[index - 2])
    ):
        joined = f"{tokens[index - 2].text}- {tokens[index - 1].text} {better}"
        return _Compound(index - 2, index + 2, joined)
    return _Compound(index, index + 2, better)


def _is_number(token: Token) -> bool:
    return token.lower in modifiers().numbers or bool(
        _FIGURE.match(token.text) and token.text != "1"
    )


def _pair(tokens: Sequence[Token], index: int) -> _Compound | None:
    """Two words that make one modifier: Bergen based, time sensitive, in depth."""
    first, second, known = tokens[index], tokens[index + 1], modifiers()
    if not (_PLAIN.match(first.text) and _PLAIN.match(second.text)):
        return None
    if second.text[0].isupper() and not first.text[0].isupper():
        return None
    before = tokens[index - 1] if index else None
    pair = (first.lower, second.lower)
    sure = second.lower in known.certain and second.text.islower()
    found = _Compound(index, index + 2, _hyphened(tokens[index : index + 2]), sure)
    if before is not None and (
        before.lower in _SUBJECTS or before.lower in _SPENDING or before.text in ("-", "–")
    ):
        return None
    if before is not None and before.text == "/" and not first.spaced:
        return None
    if pair in known.pairs:
        return found
    if pair in known.after_determiner or first.lower in known.prefixes:
        known_pair = pair in known.after_determiner
        if not known_pair and second.tag not in _SECOND:
            return None  # “your whole self to work”
        return found if _opens(before, first.lower, known_pair) else None
    if second.lower in known.after_noun:
        noun = first.chance(*_NOUN) >= _PERHAPS
        return found if noun and not _may_be_subject(tokens, index) else None
    if second.lower in known.after_bare_noun:
        return found if _is_bare(tokens, index) else None
    return None


def _opens(before: Token | None, first: str, pair: bool) -> bool:
    """Whether a noun phrase surely opens with the word after ``before``, so that it is no
    adverb or verb."""
    if before is not None and before.lower in _DETERMINERS:
        return True
    if pair:
        return False
    return first in ("multi", "non") or (before is not None and before.tag in _JOINS)


def _may_be_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether “based”, “powered” or the like may be what the noun before it did (the firm based
    decisions on…)."""
    if tokens[index + 1].lower not in ("based", "powered", "centered", "centred", "related"):
        return tokens[index + 1].lower == "facing" and tokens[index].number == "plural"
    rest = tokens[index + 2 : index + 8]
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
    return before.tag == "IN" and first.tag == "NN"


def _before_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun follows, if need be after one adjective."""
    if index >= len(tokens) or not tokens[index].spaced:
        return False
    token = tokens[index]
    if token.hidden or not token.word:
        return False
    if token.chance(*_NOUN) >= _LIKELY:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    describes = token.chance(*_NOUN, "JJ", "VBN", "VBG") >= _LIKELY
    return describes and after is not None and after.chance(*_NOUN) >= _LIKELY


def _hyphened(tokens: Sequence[Token]) -> str:
    return "-".join(token.text for token in tokens)


def _finding(page: Page, start: int, end: int, found: _Compound) -> Finding:
    span = page.prose.span(start, end)
    edits = (Edit(span, found.better),) if page.exact(start, end) else ()
    values = {"found": page.prose.text[start:end], "better": found.better}
    return Finding(span, values, edits, certain=found.certain)
