"""A sentence, item or paragraph that nearly all pages have, and a page that lost it or its second
half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar

from jdlint.checks._evidence import cut, declared, meant, related, short, title_place
from jdlint.checks.consistency._counterpart import Sections, most_common, name_at
from jdlint.core.diagnostic import Finding
from jdlint.site import Facts, Site
from jdlint.site.align import Drift, Row, page_of
from jdlint.site.vote import share_of

_SENTENCE_END = frozenset(".!?")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_OPENING = 4  # words
_SAID = 0.6  # share of a text's long words that make another wording of it
_SAID_SHORT = 0.75
_USES = 50  # of a text that tell its section
_MOST = 40  # texts that are looked for on each page
_SURE = 0.9


@dataclass(frozen=True)
class LostText:
    """Reports what a page lost of the texts that most pages share.

    ``report`` is text (nothing of it is on the page) or end (a sentence of it is missing). A text
    counts that stands on at least ``least`` pages and on ``share`` of the pages with its section
    (or of all pages); certain from nine in ten on. ``variants`` are groups of equal texts. Values:
    ``text``, ``evidence``, ``section``.
    """

    report: str = "text"
    least: int = 4
    share: float = 0.8
    words: int = 4
    variants: tuple[tuple[str, ...], ...] = ()
    _groups: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        if self.report not in ("text", "end"):
            raise ValueError("“report” is text or end")
        object.__setattr__(self, "_groups", declared(self.variants))

    def check_site(self, site: Site) -> Iterator[Finding]:
        if len(site.pages) > self.least:
            yield from self._ends(site) if self.report == "end" else self._texts(site)

    def _ends(self, site: Site) -> Iterator[Finding]:
        for drift in site.alike.drifts:
            if drift.main.pages < self.least or len(drift.main_words) < len(drift.row_words) + 4:
                continue
            start, end = _lost_sentence(drift)
            lost = cut(site.texts.first(drift.main), start, end, wide=False)
            if lost is None or meant(self._groups, drift.row.key, drift.main.key):
                continue
            total = drift.main.pages + drift.row.pages
            if drift.main.pages < self.share * total:
                continue
            sure = drift.main.pages >= 0.6 * len(site.pages) and drift.main.pages >= _SURE * total
            evidence = share_of(drift.main.pages, total, "pages with this text")
            for facts, block in site.texts.uses(drift.row):
                if not _said(facts, lost.text.casefold()):
                    others = related(site, drift.main, "with the sentence", besides=facts.path)
                    values = {
                        "text": short(lost.text),
                        "evidence": evidence,
                        "section": name_at(facts, block.heading),
                    }
                    yield Finding(
                        block.place(0, len(block.text)), values, (), others, facts.path, "", sure
                    )

    def _texts(self, site: Site) -> Iterator[Finding]:
        sections = Sections(site)
        named = _named(site)
        rows = sorted(
            (row for row in site.texts.rows if row.pages >= self.least), key=lambda r: -r.pages
        )[:_MOST]
        for row in rows:
            uses = list(islice(site.texts.uses(row), _USES))
            if len(uses[0][1].text.split()) < self.words or any(
                row.key in group for group in self._groups
            ):
                continue
            home = most_common([name_at(facts, block.heading) for facts, block in uses])
            yield from self._lacking(site, sections, row, home, named.get(home, frozenset()))

    def _lacking(
        self, site: Site, sections: Sections, row: Row, home: str, under: frozenset[int]
    ) -> Iterator[Finding]:
        have = set(site.alike.pages(row)).union(
            *({page_of(u) for u in v.uses} for v in site.alike.variants(row))
        )
        for where, base in (("", range(len(site.pages))), (home, sorted(under))):
            with_it = sum(1 for page in base if page in have)
            if len(base) > self.least and self.share <= with_it / len(base) < 1:
                evidence = share_of(
                    with_it, len(base), f"pages with “{where}”" if where else "pages"
                )
                certain = with_it >= _SURE * len(base)
                for page in base:
                    if page not in have and not _said(site.pages[page], row.key):
                        yield self._found(
                            site, sections, row, home, site.pages[page], evidence, certain
                        )
                return

    def _found(
        self,
        site: Site,
        sections: Sections,
        row: Row,
        home: str,
        facts: Facts,
        evidence: str,
        certain: bool,
    ) -> Finding:
        index = sections.counterpart(facts, home) if home else -1
        heading = facts.headings[index] if index >= 0 else None
        section = f"“{heading.text}”" if heading else "this page"
        values = {"text": short(site.texts.first(row)), "evidence": evidence, "section": section}
        others = related(site, row, "it is here")
        return Finding(
            heading.span if heading else title_place(facts),
            values,
            (),
            others,
            facts.path,
            "",
            certain and bool(heading),
        )


def _lost_sentence(drift: Drift) -> tuple[int, int]:
    """The place of a sentence in main's words that the row has not, where only that differs; (0, 0)
    for none."""
    marks = [
        c
        for c in drift.changes
        if not any(w[0].isalnum() for w in (*drift.removed(c), *drift.added(c)))
    ]
    rest = [c for c in drift.changes if c not in marks]
    if len(rest) != 1 or rest[0].b_start != rest[0].b_end:
        return 0, 0
    words, change = drift.main_words, rest[0]
    start, end = change.a_start, change.a_end
    if start < len(words) and words[start] in _SENTENCE_END:
        start += 1
    starts = start == 0 or words[start - 1] in _SENTENCE_END
    ends = end == len(words) or words[end - 1] in _SENTENCE_END or words[end] in _SENTENCE_END
    lost = [word for word in words[start:end] if word[0].isalnum()]
    kept = sum(1 for word in drift.row_words if word[0].isalnum())
    return (start, end) if starts and ends and len(lost) >= 4 and kept >= 4 and start else (0, 0)


def _said(facts: Facts, text: str) -> bool:
    """Whether a page has a text's first words, or most of its long words in one block: it is said
    there otherwise."""
    wanted = set(_LONG_WORD.findall(text))
    opening = " ".join(text.split()[:_OPENING])
    least = (_SAID if len(wanted) > 4 else _SAID_SHORT) * len(wanted)
    for block in facts.blocks:
        words = block.text.casefold()
        if opening in words or (wanted and sum(1 for word in wanted if word in words) >= least):
            return True
    return False


def _named(site: Site) -> dict[str, frozenset[int]]:
    """The pages that have a section of each (folded) name."""
    found: dict[str, set[int]] = {}
    for page, facts in enumerate(site.pages):
        for index in range(len(facts.headings)):
            found.setdefault(name_at(facts, index), set()).add(page)
    return {name: frozenset(pages) for name, pages in found.items()}
