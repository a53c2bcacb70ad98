"""Sequences of words, told by their letters or by what kind of word they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.diagnostic import Edit, Finding
from jdlint.lang import forms, sequence
from jdlint.lang.tokens import Words, words
from jdlint.page import Block, Page

_SLOT = re.compile(r"\{(\d+)(?::(\w+))?\}")


@dataclass(frozen=True)
class Tokens:
    """``find`` maps patterns (``jdlint.lang.sequence`` says how they are written) to what the marked words become.

    A replacement names items by number, with a form where wanted: ``{2}``, ``{2:plural}``, ``{2:singular}``,
    ``{2:base}``, ``{2:gerund}``, ``{2:past}``, ``{2:lower}``; it is empty where there is none to offer. ``unless``
    patterns that overlap the match silence it. ``words`` holds lists that patterns name as ``$list``.
    Values: ``found``, ``better``, ``whole`` (all words of the pattern), ``w1`` … for items.
    """

    find: Mapping[str, str]
    unless: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)
        for pattern, found in self._patterns.items():
            if not found.needles():
                raise ValueError(f"the pattern “{pattern}” has no fixed word to look for")

    @cached_property
    def _patterns(self) -> Mapping[str, sequence.Sequence]:
        return {pattern: sequence.sequence(pattern, self.words) for pattern in self.find}

    @cached_property
    def _unless(self) -> tuple[sequence.Sequence, ...]:
        return tuple(sequence.sequence(pattern, self.words) for pattern in self.unless)

    @cached_property
    def _by_needle(self) -> Mapping[str, tuple[str, ...]]:
        table: dict[str, tuple[str, ...]] = {}
        for pattern, found in self._patterns.items():
            for needle in found.needles():
                table[needle] = (*table.get(needle, ()), pattern)
        return table

    @cached_property
    def needles(self) -> tuple[str, ...]:
        return tuple(self._by_needle)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, seen = kinds_of(self.scope), set[tuple[int, int]]()
        for hit in hits:
            block = page.block_at(hit.start)
            if block.kind not in kinds:
                continue
            cut = words(page.text(block))
            for pattern in self._by_needle[self.needles[hit.needle]]:
                match = self._match(cut, hit.start - block.start, pattern)
                if match is None or self._silenced(cut, match):
                    continue
                start, end = cut.tokens[match.start].start, cut.tokens[match.end - 1].end
                if (block.start + start, block.start + end) not in seen:
                    seen.add((block.start + start, block.start + end))
                    yield self._finding(page, block, cut, match, pattern)

    def _match(self, cut: Words, offset: int, pattern: str) -> sequence.Match | None:
        """The match of a pattern that holds the token at ``offset``."""
        at = cut.at(offset)
        if at < 0:
            return None
        found = self._patterns[pattern]
        for start in range(max(at - found.lead, 0), at + 1):
            match = found.match(cut, start)
            if match is not None and match.start < match.end and match.items[-1][1] > at:
                return match
        return None

    def _silenced(self, cut: Words, match: sequence.Match) -> bool:
        first, last = match.items[0][0], match.items[-1][1]
        for pattern in self._unless:
            for start in range(max(first - pattern.lead, 0), last):
                other = pattern.match(cut, start)
                if other is not None and other.start < last and first < other.end:
                    return True
        return False

    def _finding(self, page: Page, block: Block, cut: Words, match: sequence.Match, pattern: str) -> Finding:
        start, end = block.start + cut.tokens[match.start].start, block.start + cut.tokens[match.end - 1].end
        found = page.prose.text[start:end]
        parts = [cut.slice(*item) for item in match.items]
        better = _SLOT.sub(lambda slot: _form(parts, int(slot[1]), slot[2]), self.find[pattern])
        if found[:1].isupper() and better:
            better = better[0].upper() + better[1:]
        values = {"found": found, "better": better, "whole": cut.slice(match.items[0][0], match.items[-1][1])}
        values.update((f"w{number}", part) for number, part in enumerate(parts, 1))
        span = page.prose.span(start, end)
        edits = (Edit(span, better),) if better and better != found and page.exact(start, end) else ()
        return Finding(span, values, edits)


def _form(parts: list[str], number: int, form: str | None) -> str:
    text = parts[number - 1] if 0 < number <= len(parts) else ""
    if not text or form is None:
        return text
    if form == "base":
        from jdlint.lang.lexicon import tags

        return forms.base(text, tags)
    shape = {
        "plural": forms.plural, "singular": forms.singular, "gerund": forms.gerund, "past": forms.past, "lower": str.lower,
    }  # fmt: skip
    return shape[form](text)
