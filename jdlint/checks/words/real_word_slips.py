"""A word where another one is meant: “company principals”, “more then”, told by its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.lang.en.tokens import QUOTING, Words, words

if TYPE_CHECKING:
    from jdlint.lang.en.confusion.odds import Slip

_LEAST = 4.0  # log odds below which no rule asks
_WORDS = 5  # least words of a text that is judged: shorter ones are labels
# beside these, a word is quoted, or a part of a name

_ENDS = frozenset(".,;:!?)")
_TITLES = frozenset(("mr", "mrs", "ms", "dr"))  # a name follows, no sentence
_WISHES = frozenset(
    "have has had need needs want wants wanted like love going able used allowed supposed".split()
)


@dataclass(frozen=True)
class RealWordSlips:
    """Reports a word in whose place edited prose has another one, for which it is often mistaken;
    where its log odds are less than ``sure`` beyond those of right prose, it is not certain.

    A word that the web knows beside neither of its neighbours, where one of almost the same letters
    stands beside both, is shown from log odds of ``seen`` (4 at least) on and is certain from
    ``web`` on. ``leave``: pairs that are left alone, such as ``modal/model``; ``rare``: words that
    are right where the web of old hardly knows them; ``terms``: two words that are a term of a
    trade. Values: ``found``, ``better``.
    """

    sure: float = 0.5
    web: float = 5
    seen: float = 4.7
    leave: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            known, cut = _in_text(text), words(text)
            for slip in known:
                yield from self._found(page, block, slip, slip.odds >= self.sure)
            for slip in _on_the_web(text):
                if slip.odds < self.seen or cut.lowers[slip.at] in self.rare:
                    continue
                if _opens_title(cut, slip):
                    continue
                if not any(other.at <= slip.at < other.end for other in known):
                    yield from self._found(page, block, slip, slip.odds >= self.web)

    def _found(self, page: Page, block: Block, slip: Slip, certain: bool) -> Iterator[Finding]:
        cut = words(page.text(block))
        if " ".join(cut.lowers[slip.at : slip.at + 2]) in self.terms:
            return
        found = _finding(page, block, cut, slip)
        if not self._left(found.values["found"], found.values["better"]):
            yield found if certain else found._replace(certain=False)

    def _left(self, found: str, better: str) -> bool:
        pairs = (f"{found}/{better}", f"{found.lower()}/{better.lower()}")
        return any(pair in self.leave for pair in pairs)


@by_text
def _in_text(text: str) -> Iterator[Slip]:
    """The slips of a text."""
    from jdlint.lang.en.confusion.odds import slips

    cut = words(text)
    if len(cut) >= _WORDS:
        yield from (slip for slip in slips(cut) if _plain(cut, slip))


@by_text
def _on_the_web(text: str) -> Iterator[Slip]:
    """The slips of a text that the web tells."""
    from jdlint.lang.en.confusion.odds import Slip
    from jdlint.lang.en.pairs.channel import slips

    cut = words(text)
    if len(cut) >= _WORDS:
        for found in slips(cut, _LEAST):
            slip = Slip(found.at, found.at + 1, found.meant, found.odds)
            if _plain(cut, slip):
                yield slip


def _finding(page: Page, block: Block, cut: Words, slip: Slip) -> Finding:
    start, end = block.start + cut.starts[slip.at], block.start + cut.end(slip.end - 1)
    span = page.prose.span(start, end)
    found = page.source.slice(span)
    better = slip.meant[0].upper() + slip.meant[1:] if found[:1].isupper() else slip.meant
    edits = (Edit(span, better),) if page.exact(start, end) and HIDDEN not in found else ()
    return Finding(span, {"found": found, "better": better}, edits)


def _plain(cut: Words, slip: Slip) -> bool:
    """Whether the words are words of a sentence in small letters (but for its first), with spaces
    between them."""
    first, *others = cut.texts[slip.at : slip.end]
    if first == "to" and slip.meant == "too" and _elliptic(cut, slip.at):
        return False
    opens = slip.at == 0 or cut.texts[slip.at - 1] in ".!?:"
    opens = opens and cut.lowers[max(slip.at - 2, 0)] not in _TITLES
    if not (first.islower() or (opens and first[1:].islower())) or not all(
        word.islower() for word in others
    ):
        return False
    start, end = cut.starts[slip.at], cut.end(slip.end - 1)
    if _beside_gap(cut, slip):
        return False
    return cut.text[start - 1 : start] not in QUOTING and cut.text[end : end + 1] not in QUOTING


def _opens_title(cut: Words, slip: Slip) -> bool:
    """Whether a word in capitals opens a row of them, which is a title or a term that the web need
    not know: “Person Specification”."""
    after = cut.texts[slip.end : slip.end + 1]
    return (
        cut.texts[slip.at][0].isupper() and bool(after) and after[0].istitle() and len(after[0]) > 1
    )


def _elliptic(cut: Words, at: int) -> bool:
    """Whether a “to” stands for what was said before: “no longer than it has to.”"""
    closes = at + 1 == len(cut.texts) or cut.texts[at + 1] in _ENDS
    return closes and at > 0 and cut.lowers[at - 1] in _WISHES


def _beside_gap(cut: Words, slip: Slip) -> bool:
    """Whether something was left out beside the words, as in “letters to .”, or is no prose."""
    before, after = cut.texts[max(slip.at - 1, 0) : slip.at], cut.texts[slip.end : slip.end + 1]
    if any(word[0] == HIDDEN for word in (*before, *after)):
        return True
    return bool(after) and after[0] in _ENDS and cut.starts[slip.end] > cut.end(slip.end - 1)
