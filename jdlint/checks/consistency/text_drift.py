"""A text that most pages write in one way and a few in another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.checks._evidence import declared, meant, one_a_place
from jdlint.checks.consistency import _lost_sentence, _requirement, _wording
from jdlint.checks.consistency._drifts import Terms
from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass, field
from jdlint.site import Site
from jdlint.site.align import Drift

# what one text beside the text that it varies says, by the name of the report
_OF_DRIFTS: Mapping[str, Callable[[Site, Drift, Terms], Iterator[Finding]]] = {
    "slip": _wording.slips,
    "wording": _wording.words,
    "requirement": _requirement.worded,
    "sentence": _lost_sentence.lost,
}


@dataclass(frozen=True)
class TextDrift:
    """Reports where an item or a paragraph differs from what most pages write.

    ``report`` is slip (an article, a preposition, a number, a hyphen, a misspelling), wording
    (slips, and another word in a long text), requirement (the same item is required here and
    preferred there, by its own words or by its heading) or sentence (one that follows on the other
    pages is missing). Certain are slips, requirements and sentences where at least ``least`` pages,
    and ``share`` of them, agree. Texts of fewer than ``words`` words have no wording; figures, and
    words at the start or the end of a text, are taken as meant. ``variants`` are groups of texts,
    or of the words that differ, which are equal. Values: ``found``, ``better``, ``evidence``,
    ``text`` (of a requirement or a sentence), ``section`` (of a sentence). Variants:
    ``section`` for a requirement that the heading makes.
    """

    report: str
    least: int = 3
    share: float = 0.75
    words: int = 5
    variants: tuple[tuple[str, ...], ...] = ()
    _groups: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        if self.report not in _OF_DRIFTS:
            raise ValueError(f"“report” is one of {', '.join(_OF_DRIFTS)}")
        object.__setattr__(self, "_groups", declared(self.variants))

    def check_site(self, site: Site) -> Iterator[Finding]:
        found = list(self._found(site, Terms(self.least, self.share, self.words, self._groups)))
        yield from one_a_place(sorted(found, key=lambda finding: not finding.certain))

    def _found(self, site: Site, terms: Terms) -> Iterator[Finding]:
        if self.report != "requirement" and len(site.pages) <= self.least:
            return
        finder = _OF_DRIFTS[self.report]
        for drift in site.alike.drifts:
            if site.holds(drift.row) and not meant(self._groups, drift.row.key, drift.main.key):
                yield from finder(site, drift, terms)
        if self.report == "requirement":
            yield from _requirement.placed(site, terms)
