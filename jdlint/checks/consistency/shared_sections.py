"""Sections that most pages have and some lack, or that one page alone has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks._evidence import SHOWN, title_place
from jdlint.checks.consistency._counterpart import Sections, name_at, names_of
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.tools import cached_property, defaultdict
from jdlint.posting.sections import fold_heading
from jdlint.site import Facts, Site
from jdlint.site.facts import HeadingFact
from jdlint.site.of_pages import OfPages
from jdlint.site.vote import Lacking, lacking, share_of

_MANY = 10  # pages of a site: of fewer, nine in ten is all but one, and that proves little
_SEVERAL = 3  # sections that a page without any of them does not share


class _Place(NamedTuple):
    page: int
    heading: HeadingFact


@dataclass(frozen=True)
class SharedSections:
    """Reports a section that at least ``share`` of the pages have and a page lacks, or that one
    page alone has.

    ``report`` is missing or lone. Certain is what nine in ten of at least ten pages have. A lone
    section counts where its name is one of ``names`` (sections that do not depend on the role). A
    page has a section under another name where one of its headings holds the name's words, or the
    texts that stand in the section elsewhere. ``synonyms`` are groups of names for one section.
    Values: ``section``, ``evidence``.
    """

    report: str
    share: float = 0.8
    least: int = 4
    names: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        if self.report not in ("missing", "lone"):
            raise ValueError("“report” is missing or lone")

    @cached_property
    def _groups(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(fold_heading(str(n)) for n in group) for group in self.synonyms)

    def check_site(self, site: Site) -> Iterator[Finding]:
        total = len(site.pages)
        if total > self.least:
            found = _places(site)
            yield from (
                self._missing(site, found) if self.report == "missing" else self._lone(site, found)
            )

    def context(self, _site: Site) -> tuple[()] | None:
        """None where a page's texts count too."""
        return () if self.report == "lone" else None

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[str, ...]:
        """The page's headings."""
        return tuple(heading.text for heading in facts.headings)

    def _missing(self, site: Site, found: dict[str, list[_Place]]) -> Iterator[Finding]:
        everyone, sections = range(len(site.pages)), Sections(site)
        shared = dict[str, Lacking]()
        for name, places in found.items():
            have = {place.page for place in places}
            lost = lacking(have, everyone, self.least, self.share) if name else None
            if lost is not None:
                shared[name] = lost
        others = _of_another_kind(list(shared.values()))
        for name, lost in shared.items():
            places = found[name]
            evidence = share_of(lost.having, lost.total)
            values = {"section": places[0].heading.text, "evidence": evidence}
            certain = lost.total >= _MANY and lost.sure
            related = tuple(
                Related(Place(site.pages[p.page].path, p.heading.span), "it is here")
                for p in places[:SHOWN]
            )
            for facts in (site.pages[page] for page in lost.pages if page not in others):
                if not site.wants(facts.path):
                    continue
                renamed = self._named(facts, name) or sections.counterpart(facts, name) >= 0
                if facts.headings and not renamed:
                    span = title_place(facts)
                    yield Finding(span, values, (), related, facts.path, certain=certain)

    def _named(self, facts: Facts, name: str) -> bool:
        """Whether a heading holds the words of a section's name, or another name of the section."""
        others = {other for group in self._groups if name in group for other in group} | {name}
        words = set(name.split())
        return any(
            (own := name_at(facts, index)) in others or words <= set(own.split())
            for index in range(len(facts.headings))
        )

    def _lone(self, site: Site, found: dict[str, list[_Place]]) -> Iterator[Finding]:
        total = len(site.pages)
        wanted = frozenset(fold_heading(str(name)) for name in self.names)
        for name, places in found.items():
            others = next((group for group in self._groups if name in group), frozenset((name,)))
            alone = len({p.page for other in others for p in found.get(other, ())}) == 1
            if alone and others & wanted:
                facts = site.pages[places[0].page]
                values = {"section": places[0].heading.text, "evidence": share_of(1, total)}
                yield Finding(places[0].heading.span, values, (), (), facts.path, certain=False)


def _of_another_kind(shared: Sequence[Lacking]) -> frozenset[int]:
    """The pages that have none of several shared sections: an overview of jobs beside them."""
    if len(shared) < _SEVERAL:
        return frozenset()
    return frozenset.intersection(*(frozenset(lost.pages) for lost in shared))


def _places(site: Site) -> dict[str, list[_Place]]:
    """The first heading of each (folded) name on each page."""
    found: dict[str, list[_Place]] = defaultdict(list)
    rows = OfPages(site.kept, "first-headings")
    for page, facts in enumerate(site.pages):
        for name, heading in rows.row(facts, _first):
            found[name].append(_Place(page, heading))
    return found


def _first(facts: Facts) -> tuple[tuple[str, HeadingFact], ...]:
    names = zip(reversed(names_of(facts)), reversed(facts.headings), strict=True)
    return tuple(dict(names).items())
