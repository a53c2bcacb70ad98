"""Sequences of words, told by their letters or by what kind of word they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.by_text import MOST, Quiet
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import Any, dataclass, field
from jdlint.core.names import known_or_near
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.recent import most_of
from jdlint.core.tools import cached_property
from jdlint.core.words import like
from jdlint.lang.en import forms
from jdlint.lang.en.tagging import steps
from jdlint.lang.en.tagging.sequence import sequence
from jdlint.lang.en.tokens import Words, words

_SLOT = re.late(r"\{(\d+)(?::(\w+))?\}")
_OWN = ("better", "unless")  # what a pattern can have of its own


class _Row:
    """A pattern, read when it is first asked about, and what it has of its own."""

    def __init__(
        self, pattern: str, own: str | Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.pattern, self.own, self._lists = pattern, own, lists

    @cached_property
    def compiled(self) -> steps.Sequence:
        return sequence(self.pattern, self._lists)

    @property
    def better(self) -> str:
        return self.own if isinstance(self.own, str) else str(self.own.get("better", ""))

    @cached_property
    def unless(self) -> tuple[steps.Sequence, ...]:
        given = () if isinstance(self.own, str) else self.own.get("unless", ())
        return tuple(sequence(pattern, self._lists) for pattern in given)

    @cached_property
    def anchor(self) -> steps.Anchor:
        return self.compiled.anchor()


@dataclass(frozen=True)
class Tokens:
    """``find`` maps patterns (``jdlint.lang.en.tagging.sequence`` says how they are written) to
    what the marked words become.

    A replacement names items by number, with a form where wanted: ``{2}``, ``{2:plural}``,
    ``{2:singular}``, ``{2:base}``, ``{2:gerund}``, ``{2:past}``, ``{2:third}`` (works),
    ``{2:lower}``, ``{2:joined}`` (gets, of “get's”), ``{2:apart}`` (sign up, of “sign-up”); it is
    empty where there is none to offer.
    ``unless`` patterns that overlap a match silence it: those of the rule every match, those that
    stand beside a replacement (``{better: than, unless: [more then some]}``) those of its pattern.
    ``words`` holds lists that patterns name as ``$list``. An apostrophe is the one that the page
    has.
    Values: ``found``, ``better``, ``whole`` (all words of the pattern), ``after`` (those
    behind the marked ones), ``w1`` … for items. Variants: ``swap``, ``drop``.
    """

    find: Mapping[str, str | Mapping[str, Any]]
    unless: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def validate(self) -> None:
        """Raise ``ValueError`` for a pattern that cannot be sought."""
        for row in self._rows:
            _hold(row)
            if not row.anchor.needles:
                raise ValueError(f"the pattern “{row.pattern}” has no fixed word to look for")

    @cached_property
    def _rows(self) -> tuple[_Row, ...]:
        return tuple(_Row(pattern, own, self.words) for pattern, own in self.find.items())

    @cached_property
    def _unless(self) -> tuple[steps.Sequence, ...]:
        return tuple(sequence(pattern, self.words) for pattern in self.unless)

    @cached_property
    def _by_needle(self) -> Mapping[str, list[int]]:
        """Literal -> the numbers of the patterns that it can stand in."""
        table: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            for needle in row.anchor.needles:
                table.setdefault(needle, []).append(number)
        return table

    @cached_property
    def needles(self) -> tuple[str, ...]:
        return tuple(self._by_needle)

    @cached_property
    def starts(self) -> tuple[str, str]:
        """The numbers of the patterns that each needle can stand in, as code points of one text;
        in the other one, where those of each needle start."""
        rows = self._by_needle.values()
        starts = accumulate(map(len, rows), initial=0)
        return "".join(chr(n) for row in rows for n in row), "".join(map(chr, starts))

    def prepare(self, starts: tuple[str, str]) -> None:
        """Take over what an equal check said of itself: of 2,000 patterns a page needs 100."""
        self.__dict__["starts"] = starts

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        seen, loud = set[tuple[int, int]](), set[int]()
        texts: dict[int, str] = {}  # of the blocks, each cut out once: a long one has many hits
        for hit, block in self._inside(page, hits):
            whole = texts.get(block.start) or texts.setdefault(block.start, page.text(block))
            if self._quiet.knows(whole):
                continue
            for row, match in self._at(page, hit, block, whole):
                loud.add(block.start)
                place = (block.start + match.start, block.start + match.end)
                if place not in seen:
                    seen.add(place)
                    found = self._finding(page, block, words(whole), match, row.better)
                    if found.values["found"] != found.values["better"]:  # one of several was right
                        yield found
        for start, whole in texts.items():
            if start not in loud:
                self._quiet.add(whole)

    @cached_property
    def _quiet(self) -> Quiet:
        given = (dict(self.find), self.unless, dict(self.words), self.scope)
        return Quiet(Tokens.check_hits, given)

    def _inside(self, page: Page, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Block]]:
        """The hits that are whole words, each with its block, of those that count."""
        kinds, text = kinds_of(self.scope), page.prose.text
        for hit in hits:
            if not (
                text[hit.end : hit.end + 1].isalnum()
                or text[hit.start - 1 : hit.start + 1].isalnum()
            ):
                block = page.block_at(hit.start)
                if block.kind in kinds:
                    yield hit, block

    def _at(
        self, page: Page, hit: Hit, block: Block, whole: str
    ) -> Iterator[tuple[_Row, steps.Match]]:
        """The matches of the patterns that a hit can stand in; they depend on the block alone."""
        numbers, starts = self.starts
        first, last = ord(starts[hit.needle]), ord(starts[hit.needle + 1])
        for row in [self._rows[ord(number)] for number in numbers[first:last]]:
            if row.anchor.possible(page.lower, hit.start, hit.end):
                match = self._match(whole, row, hit.start - block.start)
                if match is not None:
                    yield row, match

    @cached_property
    def _known(self) -> dict[tuple[str, str, int], steps.Match | None]:
        return {}

    def _match(self, text: str, row: _Row, at: int) -> steps.Match | None:
        """The match of a pattern around an offset; remembered for the next page that holds the
        same text."""
        key = (text, row.pattern, at)
        if key not in self._known:
            while len(self._known) >= most_of(MOST):
                del self._known[next(iter(self._known))]
            cut = words(text)
            match = row.compiled.around(cut, cut.at(at), row.anchor)
            void = match is None or match.start == match.end or self._silenced(cut, match, row)
            self._known[key] = None if void else match
        return self._known[key]

    def _silenced(self, cut: Words, match: steps.Match, row: _Row) -> bool:
        first, last = match.items[0][0], match.items[-1][1]
        for pattern in (*row.unless, *self._unless):
            for start in range(max(first - pattern.length, 0), last):
                other = pattern.match(cut, start)
                if other is not None and other.start < last and first < other.end:
                    return True
        return False

    def _finding(
        self, page: Page, block: Block, cut: Words, match: steps.Match, text: str
    ) -> Finding:
        start, end = block.start + cut.starts[match.start], block.start + cut.end(match.end - 1)
        found = page.prose.text[start:end]
        parts = [cut.slice(*item) for item in match.items]
        better = _SLOT.sub(lambda slot: _form(parts, int(slot[1]), slot[2]), text)
        if found[:1].isupper() and better and not _put_before(cut, match, found, better):
            better = better[0].upper() + better[1:]
        if "'" in better and page.prose.text.count("’") > page.prose.text.count("'"):
            better = better.replace("'", "’")
        last = match.items[-1][1]
        values = {
            "found": found,
            "better": better,
            "after": cut.slice(match.end, last) if match.end < last else "",
            "whole": cut.slice(match.items[0][0], match.items[-1][1]),
        }
        values.update((f"w{number}", part) for number, part in enumerate(parts, 1))
        span = page.prose.span(start, end)
        edits = (
            (Edit(span, better),) if better and better != found and page.exact(start, end) else ()
        )
        return Finding(span, values, edits, variant="swap" if better else "drop")


def _put_before(cut: Words, match: steps.Match, found: str, better: str) -> bool:
    """Whether a word comes before a name inside a sentence: “of the Company's owners”."""
    inside = match.start > 0 and cut.texts[match.start - 1] not in ".!?:•"
    return inside and better != found and better.endswith(f" {found}")


def _hold(row: _Row) -> None:
    """Raise ``ValueError`` where a pattern has of its own what it cannot have."""
    for slot in _SLOT.finditer(row.better):
        _hold_slot(slot, row)
    if isinstance(row.own, str):
        return
    for key in row.own:
        if key not in _OWN:
            near = known_or_near(str(key), _OWN)
            raise ValueError(f"the pattern “{row.pattern}” has no “{key}” of its own{near}")
    unless = row.own.get("unless", ())
    if not isinstance(row.own.get("better", ""), str):
        raise ValueError(f"“better” of the pattern “{row.pattern}” is a text")
    if not isinstance(unless, tuple) or not all(isinstance(each, str) for each in unless):
        raise ValueError(f"“unless” of the pattern “{row.pattern}” is a list of texts")
    _ = row.unless  # raises for a pattern that cannot be read


def _hold_slot(slot: Any, row: _Row) -> None:
    """Raise ``ValueError`` for an item that a pattern does not have, or a form that none has."""
    count = len(row.compiled.items)
    if not 0 < int(slot[1]) <= count:
        raise ValueError(f"the pattern “{row.pattern}” has {count} items, so “{slot[0]}” is none")
    if slot[2] and slot[2] not in (*_SHAPES, *_LOOKED_UP):
        near = known_or_near(slot[2], (*_SHAPES, *_LOOKED_UP))
        raise ValueError(f"the form in “{slot[0]}” of the pattern “{row.pattern}” is none{near}")


def _without_apostrophe(word: str) -> str:
    return word.replace("'", "").replace("’", "")


def _apart(word: str) -> str:
    return word.replace("-", " ")


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "plural": forms.plural,
    "singular": forms.singular,
    "gerund": forms.gerund,
    "third": forms.plural,
    "lower": str.lower,
    "joined": _without_apostrophe,
    "apart": _apart,
}
_LOOKED_UP = ("base", "past")


def _form(parts: list[str], number: int, form: str | None) -> str:
    text = parts[number - 1] if 0 < number <= len(parts) else ""
    if not text or form is None:
        return text
    if form == "base":
        from jdlint.lang.en.lexicon import tags

        return forms.base(text, tags)
    if form == "past":
        from jdlint.lang.en.wordforms.paradigm import PAST, written

        return like(text, written(text.lower(), PAST))
    return _SHAPES[form](text)
