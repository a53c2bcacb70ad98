"""A sentence, item or paragraph that nearly all pages have, and a page that lost it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.checks._evidence import declared, related, short, title_place
from jdlint.checks.consistency._counterpart import Sections, most_common, name_at, names_of
from jdlint.checks.consistency._said import said
from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, NamedTuple, dataclass, field
from jdlint.site import Facts, Site
from jdlint.site.align import Row, page_of
from jdlint.site.of_pages import OfPages
from jdlint.site.vote import Lacking, lacking, share_of

_USES = 50  # of a text that tell its section
_MOST = 40  # texts that are looked for on each page


class _Lost(NamedTuple):
    """A shared text, the (folded) name of the section that it stands in, and the pages that lack
    it, among all or among those ``under`` that name."""

    row: Row
    home: str
    lacking: Lacking
    under: str


@dataclass(frozen=True)
class LostText:
    """Reports what a page lost of the texts that most pages share.

    A text counts that stands on at least ``least`` pages and on ``share`` of the pages with its
    section (or of all pages), and has ``words`` words; certain from nine in ten on. ``variants``
    are groups of equal texts. Values: ``text``, ``evidence``, ``section``.
    """

    least: int = 4
    share: float = 0.8
    words: int = 4
    variants: tuple[tuple[str, ...], ...] = ()
    _groups: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_groups", declared(self.variants))

    def check_site(self, site: Site) -> Iterator[Finding]:
        if len(site.pages) <= self.least:
            return
        sections, named = Sections(site), _named(site)
        for row in self._shared(site):
            if site.asked_pages <= self._having(site, row):
                continue
            uses = list(islice(site.texts.uses(row), _USES))
            home = most_common([name_at(facts, block.heading) for facts, block in uses])
            lost = self._lost(site, row, home, named.get(home, frozenset()))
            if lost is not None:
                pages = [site.pages[page] for page in lost.lacking.pages]
                wanted = (facts for facts in pages if site.wants(facts.path))
                yield from (_found(site, sections, lost, f) for f in wanted if not said(f, row.key))

    def _shared(self, site: Site) -> Iterator[Row]:
        """The texts that stand on the most pages, and are no variant that a project declares."""
        rows = [row for row in site.texts.rows if row.pages >= self.least]
        for row in sorted(rows, key=lambda row: -row.pages)[:_MOST]:
            declared = any(row.key in group for group in self._groups)
            if not declared and len(site.texts.first(row).split()) >= self.words:
                yield row

    def _having(self, site: Site, row: Row) -> set[int]:
        """The pages that have a text or a variant of it."""
        variants = ({page_of(use) for use in v.uses} for v in site.alike.variants(row))
        return set(site.alike.pages(row)).union(*variants)

    def _lost(self, site: Site, row: Row, home: str, under: frozenset[int]) -> _Lost | None:
        """Who lacks a text or a variant of it: of all pages, else of those with its section."""
        have = self._having(site, row)
        everywhere = lacking(have, range(len(site.pages)), self.least, self.share)
        if everywhere:
            return _Lost(row, home, everywhere, "")
        there = lacking(have, sorted(under), self.least, self.share)
        return _Lost(row, home, there, home) if there else None


def _found(site: Site, sections: Sections, lost: _Lost, facts: Facts) -> Finding:
    index = sections.counterpart(facts, lost.home) if lost.home else -1
    heading = facts.headings[index] if index >= 0 else None
    what = f"pages with “{lost.under}”" if lost.under else "pages"
    values = {
        "text": short(site.texts.first(lost.row)),
        "evidence": share_of(lost.lacking.having, lost.lacking.total, what),
        "section": f"“{heading.text}”" if heading else "this page",
    }
    others = related(site, lost.row, "it is here")
    span = heading.span if heading else title_place(facts)
    certain = lost.lacking.sure and heading is not None
    return Finding(span, values, (), others, facts.path, certain=certain)


def _named(site: Site) -> dict[str, frozenset[int]]:
    """The pages that have a section of each (folded) name."""
    found: dict[str, set[int]] = {}
    rows = OfPages(site.kept, "headings")
    for page, facts in enumerate(site.pages):
        for name in rows.row(facts, names_of):
            found.setdefault(name, set()).add(page)
    return {name: frozenset(pages) for name, pages in found.items()}
