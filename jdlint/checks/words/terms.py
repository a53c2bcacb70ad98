"""Words and phrases from a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jdlint.checks import Hit
from jdlint.checks._scope import in_sections, kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.page import Page, lower
from jdlint.core.pattern import compile_pattern
from jdlint.core.words import like, whole


@dataclass(frozen=True)
class Terms:
    """Reports whole words and phrases: ``swap`` maps each to its replacement, ``terms`` only names
    them.

    Case does not count unless ``match_case``; one space in a term stands for any single space or
    line break. ``unless`` patterns that overlap a hit silence it, ``unless_page`` and
    ``unless_block`` patterns anywhere on the page or in the block do; sections are chosen by words
    of their headings. Values: ``found``, ``better``.
    """

    swap: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)
    unless: tuple[str, ...] = ()
    unless_block: tuple[str, ...] = ()
    unless_page: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    not_sections: tuple[str, ...] = ()
    match_case: bool = False
    once: bool = False
    _words: tuple[str, ...] = field(init=False, repr=False)
    _kinds: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", (*self.swap, *self.terms))
        object.__setattr__(self, "_kinds", kinds_of(self.scope))
        if not self._words:
            raise ValueError("a terms check needs “swap” or “terms”")

    @property
    def needles(self) -> Sequence[str]:
        return tuple(lower(str(word)) for word in self._words)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text, last = page.prose.text, 0
        if any(compile_pattern(p, ignore_case=True).search(text) for p in self.unless_page):
            return
        for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
            if (
                hit.start < last
                or not whole(page, hit.start, hit.end)
                or not self._wanted(page, hit)
            ):
                continue
            last = hit.end
            yield self._finding(page, hit)
            if self.once:
                return

    def _wanted(self, page: Page, hit: Hit) -> bool:
        block = page.block_at(hit.start)
        if block.kind not in self._kinds:
            return False
        if self.match_case and page.prose.text[hit.start : hit.end] != self._words[hit.needle]:
            return False
        if self.sections and not in_sections(page, block, self.sections):
            return False
        if self.not_sections and in_sections(page, block, self.not_sections):
            return False
        text = page.text(block)
        if any(compile_pattern(p, ignore_case=True).search(text) for p in self.unless_block):
            return False
        start, end = hit.start - block.start, hit.end - block.start
        found = (
            m.span()
            for p in self.unless
            for m in compile_pattern(p, ignore_case=True).finditer(text)
        )
        return not any(a < end and start < b for a, b in found)

    def _finding(self, page: Page, hit: Hit) -> Finding:
        found = page.prose.text[hit.start : hit.end]
        better = self.swap.get(self._words[hit.needle], "")
        better = like(found, better) if not self.match_case else better
        span = page.prose.span(hit.start, hit.end)
        edits = (Edit(span, better),) if better and page.exact(hit.start, hit.end) else ()
        return Finding(span, {"found": found, "better": better}, edits)
