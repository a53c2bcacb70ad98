"""A singular count noun that stands without its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.diagnostic import Edit, Finding
from jdlint.lang.tokens import Words, words
from jdlint.page import Block, Page

_MODIFIER = "NMJGEOH"
_NOUN_OR_MORE = frozenset("NMPOHG$#")
_COMPOUND = frozenset("NMPOJ")


@dataclass(frozen=True)
class BareNoun:
    """Reports ``heads`` (singular count nouns) after a word of ``after``, with only modifiers in between.

    A determiner, a number, a possessive or a name in between makes the noun right. ``verbs`` are verbs whose object
    such a noun can be. ``direct`` heads are only looked at right after the word of ``after``. ``unless_after`` are
    words further to the left, in the same clause, that let a role stand bare (“promoted to manager”); ``modified`` objects of verbs need a word before the noun. ``insert`` is
    put before the noun. Values: ``found`` (from the first modifier to the noun), ``before``.
    """

    heads: tuple[str, ...]
    after: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    insert: str = ""
    direct: bool = False
    modified: bool = False
    scope: tuple[str, ...] = ("paragraphs", "items", "quotes", "description")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        if self.direct:
            return tuple(f"{before} {head}" for before in (*self.after, *self.verbs) for head in self.heads)
        return self.heads

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, text, seen = kinds_of(self.scope), page.lower, set[int]()
        for hit in hits:
            start = text.rfind(" ", 0, hit.end) + 1 if self.direct else hit.start
            if start in seen or text[start - 1 : start].isalnum() or text[hit.end : hit.end + 1].isalnum():
                continue
            seen.add(start)
            block = page.block_at(start)
            if block.kind in kinds and not _determined(text, max(start - 60, block.start), start):
                yield from self._noun(page, block, start - block.start)

    def _noun(self, page: Page, block: Block, offset: int) -> Iterator[Finding]:
        cut = words(page.text(block))
        head = cut.at(offset)
        if head < 0 or cut.tokens[head].lower not in self.heads or self._goes_on(cut, head):
            return
        first = head
        while first > 0 and self._modifies(cut, first - 1):
            first -= 1
        before = cut.tokens[first - 1].lower if first else ""
        verb = before == "to" and cut.tokens[first].text.islower() and "V" in cut.options[first]
        if first and before in self.after and not verb and not self._allowed(cut, first - 1):
            yield self._finding(page, block, cut, first, head)
        elif self.verbs:
            yield from self._object(page, block, cut, first, head)

    def _object(self, page: Page, block: Block, cut: Words, first: int, head: int) -> Iterator[Finding]:
        """The noun as the object of one of ``verbs``, which may look like a modifier."""
        for index in range(first - 1 if first else 0, head):
            token = cut.tokens[index]
            if token.lower not in self.verbs or index + 1 > head:
                continue
            opens = index == 0 or cut.tokens[index - 1].lower in (",", ";", "and", "or", "to", "•", "will")
            bare = index + 1 == head and self.modified
            if opens and not bare and not any(cut.tags[i] in "TPIQ$#C.K" for i in range(index + 1, head)):
                yield self._finding(page, block, cut, index + 1, head)
            return

    def _goes_on(self, cut: Words, head: int) -> bool:
        """Whether the noun phrase ends further to the right than at ``head``."""
        if head + 1 >= len(cut.tokens):
            return False
        token, options = cut.tokens[head + 1], cut.options[head + 1]
        if token.lower in ("/", "&", "(", "-", "or") or set(options) & _NOUN_OR_MORE:
            return True
        after = cut.options[head + 2 : head + 4]
        return token.lower == "and" and len(after) == 2 and all(set(tags) & _COMPOUND for tags in after)

    def _modifies(self, cut: Words, index: int) -> bool:
        token, tag = cut.tokens[index], cut.tags[index]
        if self.direct or token.lower in self.after or not token.is_word:
            return False
        return tag in _MODIFIER or ("-" in token.text and tag not in "T$#")

    def _allowed(self, cut: Words, before: int) -> bool:
        """Whether what stands further left lets the noun go bare: promoted to manager, from manager to director."""
        for index in range(before - 1, max(before - 9, -1), -1):
            word = cut.tokens[index].lower
            if word in self.unless_after:
                return True
            if word in ".;:":
                return False
        return False

    def _finding(self, page: Page, block: Block, cut: Words, first: int, head: int) -> Finding:
        start, end = block.start + cut.tokens[first].start, block.start + cut.tokens[head].end
        found = page.prose.text[start:end]
        values = {"found": found, "before": cut.tokens[first - 1].text, "better": f"{self.insert} {found}".strip()}
        span = page.prose.span(start, end)
        edits = (Edit(span, f"{self.insert} {found}"),) if self.insert and page.exact(start, end) else ()
        return Finding(span, values, edits)


_DETERMINERS = frozenset(
    "a an the my your his her its our their this that each every any some no another one such which whose what either "
    "neither per".split()
)


def _determined(text: str, low: int, start: int) -> bool:
    """A quick look to the left: whether one of the two words before ``start`` is a determiner."""
    before = text[low:start].split()[-2:]
    return bool(before) and (before[-1] in _DETERMINERS or before[0] in _DETERMINERS)
