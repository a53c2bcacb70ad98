"""A text that stands on many pages and has a slip or another word on a few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from jdlint.checks._evidence import cut, declared, meant, one_a_place, related, replaced, wide
from jdlint.core.diagnostic import Finding
from jdlint.core.words import like
from jdlint.lang.en.slips import kind_of
from jdlint.site import Site
from jdlint.site.align import Change, Drift, Vote, merged
from jdlint.site.vote import share_of

_AROUND = 4  # equal words that kind_of sees on each side
_OTHER = 0.2  # share of a text's words that may differ
_CLEAR = 0.8


@dataclass(frozen=True)
class WordingDrift:
    """Reports words in which an item or a paragraph differs from what most pages write.

    A slip (article, preposition, number, hyphen, misspelling) in a minority of at most ``1 -
    share`` of the pages is certain where at least ``least`` pages agree; another word is not.
    Numbers, and words at the start or the end of a text, are taken as meant. ``variants`` are
    groups of texts, or of the words that differ, which are equal. Values: ``found``, ``better``,
    ``evidence``.
    """

    least: int = 3
    share: float = 0.75
    words: int = 5
    variants: tuple[tuple[str, ...], ...] = ()
    _groups: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_groups", declared(self.variants))

    def check_site(self, site: Site) -> Iterator[Finding]:
        if len(site.pages) > self.least:
            yield from one_a_place(self._ranked(site))

    def _ranked(self, site: Site) -> Iterator[Finding]:
        found = [finding for drift in site.alike.drifts for finding in self._drift(site, drift)]
        return iter(sorted(found, key=lambda f: not f.certain))

    def _drift(self, site: Site, drift: Drift) -> Iterator[Finding]:
        a, b = drift.main_words, drift.row_words
        changed = sum(max(c.a_end - c.a_start, c.b_end - c.b_start) for c in drift.changes)
        if min(len(a), len(b)) < self.words or meant(self._groups, drift.row.key, drift.main.key):
            return
        if changed > 1 and changed > _OTHER * max(len(a), len(b)):
            return
        for change in drift.changes:
            if self._kind(drift, change) in ("slip", "misspelt"):
                vote = site.alike.vote(drift, change)
                if vote.clear(self.least, self.share) and not self._meant(drift, change):
                    yield from self._found(site, drift, change, vote, certain=True)
        yield from self._choice(site, drift)

    def _choice(self, site: Site, drift: Drift) -> Iterator[Finding]:
        """One other word, or a few, in a long text: perhaps meant."""
        rows = merged(drift.changes, 2)
        if len(rows) > 1 or min(len(drift.row_words), len(drift.main_words)) < 2 * self.words:
            return
        change = rows[0]
        if any(site.alike.is_slot(drift, c) for c in drift.changes):
            return
        if self._kind(drift, change) == "wording" and not self._meant(drift, change):
            vote = site.alike.vote(drift, change)
            if vote.clear(self.least + 1, max(self.share, _CLEAR)):
                yield from self._found(site, drift, change, vote, certain=False)

    def _meant(self, drift: Drift, change: Change) -> bool:
        return meant(self._groups, " ".join(drift.removed(change)), " ".join(drift.added(change)))

    def _kind(self, drift: Drift, change: Change) -> str:
        a, b = drift.main_words, drift.row_words
        before, after = (
            a[max(change.a_start - _AROUND, 0) : change.a_start],
            a[change.a_end : change.a_end + _AROUND],
        )
        if change.b_start < 2 or change.b_end > len(b) - 1:  # another start or end is another text
            kind = kind_of(before, drift.removed(change), drift.added(change), after)
            return (
                kind
                if kind in ("misspelt",) or (kind == "slip" and change.b_start >= 2)
                else "meant"
            )
        return kind_of(before, drift.removed(change), drift.added(change), after)

    def _found(
        self, site: Site, drift: Drift, change: Change, vote: Vote, *, certain: bool
    ) -> Iterator[Finding]:
        extend = wide(change)
        better = cut(site.texts.first(drift.main), change.a_start, change.a_end, wide=extend)
        pages = site.alike.pages(drift.main)
        for facts, block in site.texts.uses(drift.row):
            own = cut(block.text, change.b_start, change.b_end, wide=extend)
            if own is None or better is None:
                continue
            if not certain and (
                _names(own.text, better.text) or self._both(site, facts.path, pages)
            ):
                continue
            better = better._replace(text=like(own.text, better.text))
            evidence = share_of(vote.main, vote.main + vote.row, "pages with this text")
            values = {"found": own.text, "better": better.text, "evidence": evidence}
            others = related(site, drift.main, f"“{better.text}” here", besides=facts.path)
            yield Finding(
                block.place(own.start, own.end),
                values,
                replaced(block, own, better),
                others,
                facts.path,
                "",
                certain,
            )

    def _both(self, site: Site, path: str, pages: frozenset[int]) -> bool:
        """Whether a page has the main text too: it then says two things, not one thing
        otherwise."""
        return any(site.pages[number].path == path for number in pages)


def _names(*texts: str) -> bool:
    """Words in capitals name teams, roles, products and places: they are meant."""
    return any(char.isupper() for text in texts for char in text)
