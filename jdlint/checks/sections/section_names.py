"""Sections under another name than the project's, or misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import Any, ClassVar, NamedTuple, dataclass, field
from jdlint.core.page import Page
from jdlint.core.tools import Counter, cached_property
from jdlint.posting.sections import Spec, fold_heading, headings_of, misspelt, spec_of, specs_of
from jdlint.site import Facts, Site
from jdlint.site.facts import HeadingFact
from jdlint.site.vote import majority

_MOST_KEPT = 4096  # headings whose answer is remembered


class _Named(NamedTuple):
    path: str
    heading: HeadingFact


@dataclass(frozen=True)
class SectionNames:
    """Reports headings that name a section otherwise than the project does.

    ``report`` is misnamed or misspelt. Names come from the configured ``sections``; where none are
    configured, from what the other pages call the same section: ``synonyms`` are groups of names
    for one section, and the name that at least ``share`` of the pages with such a section use is
    the right one. Values: ``found``, ``better``, ``evidence``.
    """

    report: str
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())
    synonyms: tuple[tuple[str, ...], ...] = ()
    share: float = 0.75
    least: int = 3
    _specs: tuple[Spec, ...] = field(init=False, repr=False)
    _groups: Mapping[str, int] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_specs", specs_of(self.sections))
        groups = {fold_heading(name): i for i, names in enumerate(self.synonyms) for name in names}
        object.__setattr__(self, "_groups", groups)

    @property
    def facets(self) -> tuple[str, ...]:
        return ("sections",) if self.report == "misspelt" or self._specs else ()

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "misspelt":
            yield from self._misspelt(page)
            return
        names = {fold_heading(heading.text) for heading in headings_of(page)}
        for heading in headings_of(page) if self._specs else ():
            spec = spec_of(heading.text, self._specs)
            main = fold_heading(spec.name) if spec else ""
            if spec and fold_heading(heading.text) != main and main not in names:
                values = {
                    "found": heading.text,
                    "better": spec.name,
                    "evidence": "this project calls the section so",
                }
                yield Finding(
                    heading.span, values, _rename(page, heading.span, heading.text, spec.name)
                )

    def _misspelt(self, page: Page) -> Iterator[Finding]:
        for heading in headings_of(page):
            better = self._slip_of(heading.text)
            if better:
                better = _cased(better, heading.text)
                values = {"found": heading.text, "better": better}
                yield Finding(
                    heading.span, values, _rename(page, heading.span, heading.text, better)
                )

    def _slip_of(self, heading: str) -> str:
        """The name that a heading is a misspelling of, else empty; headings come again on many
        pages."""
        if heading not in self._slips:
            known = fold_heading(heading) in self._known
            self._slips[heading] = "" if known else misspelt(heading, self._known) or ""
            if len(self._slips) > _MOST_KEPT:
                self._slips.pop(next(iter(self._slips)))
        return self._slips.get(heading, "")

    @cached_property
    def _slips(self) -> dict[str, str]:
        return {}

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """All names of sections, by what makes two of them one; configured ones first."""
        configured = [
            name for row in self.sections for name in (row["name"], *row.get("aliases", ()))
        ]
        names = [*configured, *(name for group in self.synonyms for name in group)]
        known: dict[str, str] = {}
        for name in names:
            known.setdefault(fold_heading(name), name)
        return known

    def check_site(self, site: Site) -> Iterator[Finding]:
        if self.report != "misnamed" or len(site.pages) < self.least:
            return
        votes: dict[int, list[_Named]] = {}
        for facts in site.pages:
            named: dict[int, list[HeadingFact]] = {}
            for heading in facts.headings:
                group = self._groups.get(fold_heading(heading.text))
                if group is not None:
                    named.setdefault(group, []).append(heading)
            for group, found in named.items():
                if len({fold_heading(heading.text) for heading in found}) == 1:
                    votes.setdefault(group, []).append(_Named(facts.path, found[0]))
        for group in sorted(votes):
            yield from self._group(votes[group])

    def context(self, _site: Site) -> tuple[()]:
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[str, ...]:
        """The page's headings."""
        return tuple(heading.text for heading in facts.headings)

    def _group(self, votes: list[_Named]) -> Iterator[Finding]:
        """Pages that have one heading of the group vote; the clear majority's name is the right
        one."""
        names: dict[str, list[_Named]] = {}
        for named in votes:
            names.setdefault(fold_heading(named.heading.text), []).append(named)
        vote = majority({k: {n.path for n in rows} for k, rows in names.items()}, 1, self.share)
        if vote is None or vote.total < self.least or not vote.others:
            return
        if any(vote.best in spec.names for spec in self._specs):
            return
        right = names[vote.best]
        better = Counter(named.heading.text for named in right).most_common(1)[0][0]
        evidence = vote.evidence(f"pages call this section “{better}”")
        related = tuple(
            Related(Place(n.path, n.heading.span), f"“{n.heading.text}” here") for n in right[:5]
        )
        for path, heading in votes:
            if fold_heading(heading.text) != vote.best:
                values = {"found": heading.text, "better": better, "evidence": evidence}
                edit = (Edit(heading.span, better),)
                yield Finding(heading.span, values, edit, related, path=path)


def _rename(page: Page, span: Any, text: str, better: str) -> tuple[Edit, ...]:
    return (Edit(span, better),) if page.source.slice(span) == text else ()


def _cased(better: str, found: str) -> str:
    """The right name in the capitals of the heading as written."""
    if found.isupper():
        return better.upper()
    return better[0].upper() + better[1:] if found[:1].isupper() else better.lower()
