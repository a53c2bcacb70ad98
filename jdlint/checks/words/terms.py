"""Words and phrases from a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit
from jdlint.checks._where import Silences, Where
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass, field
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import lower
from jdlint.core.words import like, whole

_TAKES_NAMES = re.late(r"(?:\b(?:in|with|of|on|at|from|via|using|use|like|and|or)|,) $")


@dataclass(frozen=True)
class Terms(Where):
    """Reports whole words and phrases: ``swap`` maps each to its replacement, ``terms`` only names
    them.

    Case does not count unless ``match_case``; one space in a term stands for any single space or
    line break. ``unless`` patterns that overlap a hit silence it, ``unless_page`` and
    ``unless_block`` patterns anywhere on the page or in the block do; sections are chosen by words
    of their headings. With ``names: false`` a term that is a name is let be: all of a link's words,
    or in capitals inside a sentence. Values: ``found``, ``better``.
    """

    swap: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    match_case: bool = False
    names: bool = True
    _words: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "_words", (*self.swap, *self.terms))
        if not self._words:
            raise ValueError("a terms check needs “swap” or “terms”")

    @property
    def needles(self) -> Sequence[str]:
        return tuple(lower(str(word)) for word in self._words)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        if not self.on_page(page):
            return
        last, blocks = 0, Silences(self, page)
        for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
            whole_word = hit.start >= last and whole(page, hit.start, hit.end)
            if not whole_word or not self._wanted(page, hit, blocks) or self._is_right(page, hit):
                continue
            last = hit.end
            yield self._finding(page, hit)
            if self.once:
                return

    def _wanted(self, page: Page, hit: Hit, blocks: Silences) -> bool:
        if self.match_case and page.prose.text[hit.start : hit.end] != self._words[hit.needle]:
            return False
        if not blocks.hear(hit.start, hit.end):
            return False
        return self.names or not _is_name(page, page.block_at(hit.start), hit)

    def _is_right(self, page: Page, hit: Hit) -> bool:
        """Whether a word in other letters (“posthog: PostHog”) is written as it should be."""
        better = self.swap.get(self._words[hit.needle], "")
        return bool(better) and page.prose.text[hit.start : hit.end] == better

    def _finding(self, page: Page, hit: Hit) -> Finding:
        found = page.prose.text[hit.start : hit.end]
        better = self.swap.get(self._words[hit.needle], "")
        better = like(found, better) if not self.match_case else better
        span = page.prose.span(hit.start, hit.end)
        edits = (Edit(span, better),) if better and page.exact(hit.start, hit.end) else ()
        return Finding(span, {"found": found, "better": better}, edits)


def _is_name(page: Page, block: Block, hit: Hit) -> bool:
    """Whether a term is all that a link says, or has capitals of its own inside a sentence: each
    word of several, or one after a preposition or a comma (“in Guru”, but “our Guru”)."""
    span = page.prose.span(hit.start, hit.end)
    if span in page.labels:
        return True
    found = page.prose.text[hit.start : hit.end]
    before = page.prose.text[block.start : hit.start]
    words = re.split(r"[ -]", found)
    if block.kind in ("title", "heading") or not before.strip() or found.isupper():
        return False
    if not all(word[:1].isupper() for word in words):
        return False
    return _TAKES_NAMES.search(before) is not None or (len(words) > 1 and before[-2:-1].islower())
