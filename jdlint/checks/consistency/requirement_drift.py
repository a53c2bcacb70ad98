"""The same item, required on some pages and preferred on others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from jdlint.checks._evidence import (
    declared,
    first_words,
    heading_of,
    meant,
    one_a_place,
    related,
    short,
)
from jdlint.core.diagnostic import Finding
from jdlint.site import Facts, Site
from jdlint.site.align import Drift, Row, fold, page_of
from jdlint.site.facts import BlockFact
from jdlint.site.vote import majority, share_of

_SOFT = frozenset(
    "preferred preferable preferably plus bonus desirable desired optional optionally advantage advantageous "
    "beneficial helpful nice-to-have welcome ideally".split()
)
_HARD = frozenset("required mandatory essential must necessary".split())
_FILLING = frozenset(
    "is are be would will a an the strongly highly very much big great strong real definite huge but not nice to have "
    "considered as".split()
)
_NICE = re.compile(
    r"\b(?:nice|prefer|bonus|plus|plusses|pluses|desir|optional|advantage|ideal)", re.IGNORECASE
)
_NEED = re.compile(r"\b(?:require|qualif|must|need|minimum|essential)", re.IGNORECASE)


@dataclass(frozen=True)
class RequirementDrift:
    """Reports an item that fewer pages require (or prefer) while more pages prefer (or require) it.

    What makes an item preferred are its own words (“is a plus”) or its heading (“Nice to have”).
    Certain where the words differ and at least ``least`` pages, ``share`` of them, are on the other
    side. ``variants`` are groups of equal texts. Values: ``found``, ``better``, ``evidence``,
    ``text``; the variant ``section`` is for the same words under another heading.
    """

    least: int = 3
    share: float = 0.75
    variants: tuple[tuple[str, ...], ...] = ()
    _groups: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_groups", declared(self.variants))

    def check_site(self, site: Site) -> Iterator[Finding]:
        found = [*self._worded(site), *self._placed(site)]
        yield from one_a_place(sorted(found, key=lambda f: not f.certain))

    def _worded(self, site: Site) -> Iterator[Finding]:
        for drift in site.alike.drifts:
            sides = _sides(drift)
            if (
                sides is None
                or drift.main.pages < 2
                or meant(self._groups, drift.row.key, drift.main.key)
            ):
                continue
            change = max(drift.changes, key=lambda c: c.a_end - c.a_start + c.b_end - c.b_start)
            vote = site.alike.vote(drift, change)
            if vote.main > vote.row:
                evidence = share_of(vote.main, vote.main + vote.row, "pages with this item")
                yield from self._found(
                    site, drift, sides, evidence, vote.clear(self.least, self.share)
                )

    def _found(
        self, site: Site, drift: Drift, sides: tuple[str, str], evidence: str, certain: bool
    ) -> Iterator[Finding]:
        main = Counter(_level(sides[0], f, b) for f, b in site.texts.uses(drift.main)).most_common(
            1
        )[0][0]
        for facts, block in site.texts.uses(drift.row):
            own = _level(sides[1], facts, block)
            if own and main and own != main:
                others = related(site, drift.main, f"{main} here", besides=facts.path)
                values = {
                    "found": own,
                    "better": main,
                    "evidence": evidence,
                    "text": short(block.text),
                }
                yield Finding(
                    block.place(0, len(block.text)), values, (), others, facts.path, "", certain
                )

    def _placed(self, site: Site) -> Iterator[Finding]:
        levels = {
            text: _heading_level(text)
            for text in {h.text for facts in site.pages for h in facts.headings}
        }
        nice = {text for text, level in levels.items() if level == "preferred"}
        wished = {
            fold(block.text)
            for facts in site.pages
            if any(heading.text in nice for heading in facts.headings)
            for block in facts.blocks
            if block.kind == "item" and heading_of(facts, block) in nice
        }
        for row in site.texts.rows:
            if row.pages > self.least and row.key in wished and not meant(self._groups, row.key):
                yield from self._headings(site, row, levels)

    def _headings(self, site: Site, row: Row, levels: dict[str, str]) -> Iterator[Finding]:
        """The same words under “Requirements” on most pages and under “Nice to have” on a few."""
        pages: dict[str, set[int]] = {"required": set(), "preferred": set()}
        found: list[tuple[str, Facts, BlockFact]] = []
        for use, (facts, block) in zip(row.uses, site.texts.uses(row), strict=True):
            level = levels.get(heading_of(facts, block), "")
            if level:
                pages[level].add(page_of(use))
                found.append((level, facts, block))
        vote = majority(pages, 1, self.share)
        if vote is None or vote.total < sum(vote.counts) or not vote.counts[1]:
            return
        main, fewer = vote.forms
        evidence = vote.evidence("pages with this item")
        for level, facts, block in found:
            if level == fewer:
                values = {
                    "found": fewer,
                    "better": main,
                    "evidence": evidence,
                    "text": short(block.text),
                }
                others = related(site, row, f"{main} here", besides=facts.path)
                yield Finding(
                    first_words(block), values, (), others, facts.path, "section", certain=False
                )


def _sides(drift: Drift) -> tuple[str, str] | None:
    """What the words that differ say on main's side and on the row's; None where they say something
    else."""
    differing = [(drift.removed(c), drift.added(c)) for c in drift.changes]
    worded = [
        (a, b)
        for a, b in differing
        if any(w[0].isalnum() for w in (*a, *b)) and {*a, *b} - {"a", "an", "the"}
    ]
    if len(worded) != 1 or min(len(drift.row_words), len(drift.main_words)) < 3:
        return None
    sides = _says(worded[0][0]), _says(worded[0][1])
    return (sides[0], sides[1]) if "?" not in sides and sides[0] != sides[1] else None


def _says(words: tuple[str, ...]) -> str:
    """``preferred`` or ``required`` for words that say only this, nothing for no words, “?” for
    other words."""
    said = [word for word in words if word[0].isalnum()]
    if not said:
        return ""
    if any(word not in _SOFT and word not in _HARD and word not in _FILLING for word in said):
        return "?"
    soft = (
        any(word in _SOFT for word in said) or said[:3] == ["nice", "to", "have"] or "not" in said
    )
    return "preferred" if soft else "required" if any(word in _HARD for word in said) else "?"


def _level(said: str, facts: Facts, block: BlockFact) -> str:
    """Required or preferred: by an item's own words, else by its heading, else empty."""
    return said or _heading_level(heading_of(facts, block))


def _heading_level(heading: str) -> str:
    return "preferred" if _NICE.search(heading) else "required" if _NEED.search(heading) else ""
